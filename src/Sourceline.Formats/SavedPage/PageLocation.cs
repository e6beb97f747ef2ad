using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.SavedPage;

/// <summary>Where a page stood.</summary>
/// <param name="Url">The story's page; null where only the site is named: a front page identifies no story.</param>
/// <param name="SiteUrl">Any URL of the site.</param>
/// <param name="BaseUrl">Where relative URLs start (HTML, section 2.4.3).</param>
internal sealed record PageLocation(string? Url, string? SiteUrl, Uri? BaseUrl)
{
    public static PageLocation Of(IHtmlDocument document, PageMetas metas, ReadOptions options)
    {
        var saved = SavedFrom(document);
        var own = options.BaseUrl?.AbsoluteUri;
        string?[] stated = [document.QuerySelector("link[rel~=canonical]")?.GetAttribute("href"), metas.First("og:url"), saved, own];
        var resolved = stated
            .Select(url => UrlText.Web(UrlText.Resolve(url, UrlText.Web(own) ?? UrlText.Web(saved)))?.AbsoluteUri)
            .OfType<string>()
            .ToList();
        var url = resolved.Find(one => !UrlIdentity.IsFrontPage(one));
        var location = UrlText.Web(own) ?? UrlText.Web(saved) ?? UrlText.Web(url ?? resolved.FirstOrDefault());
        var written = Blank.ToNull(document.QuerySelector("base[href]")?.GetAttribute("href"));
        return new PageLocation(url, url ?? resolved.FirstOrDefault(), UrlText.Web(UrlText.Resolve(written, location)) ?? location);
    }

    /// <summary>Browsers leave a comment in what they save: "saved from url=(0027)https://...".</summary>
    private static string? SavedFrom(IHtmlDocument document)
    {
        foreach (var comment in document.ChildNodes.OfType<IComment>().Concat(document.DocumentElement.ChildNodes.OfType<IComment>()))
        {
            if (!comment.Data.Contains("saved from url=(", StringComparison.OrdinalIgnoreCase))
                continue;
            if (comment.Data.IndexOf(')', StringComparison.Ordinal) is > 0 and var end)
                return Blank.ToNull(comment.Data[(end + 1)..]);
        }

        return null;
    }
}
