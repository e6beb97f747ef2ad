using Sourceline.Formats.Writing;

namespace Sourceline.Syndication;

/// <summary>A feed as an answer: <c>rss</c>, <c>atom</c> or <c>json</c>.</summary>
public static class FeedResponse
{
    /// <summary>The feed in a format; 404 for one that is not known.</summary>
    public static IResult Of(string format, FeedDocument feed)
    {
        using var bytes = new MemoryStream();
        switch (format)
        {
            case "rss":
                FeedWriter.WriteRss(bytes, feed);
                return Results.Bytes(bytes.ToArray(), "application/rss+xml; charset=utf-8");
            case "atom":
                FeedWriter.WriteAtom(bytes, feed);
                return Results.Bytes(bytes.ToArray(), "application/atom+xml; charset=utf-8");
            case "json":
                FeedWriter.WriteJsonFeed(bytes, feed);
                return Results.Bytes(bytes.ToArray(), "application/feed+json; charset=utf-8");
            default:
                return Results.NotFound();
        }
    }
}
