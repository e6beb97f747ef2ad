using Sourceline.Stories.Html;

namespace Sourceline.Syndication;

/// <summary>Gives a body that leaves the site addresses that hold anywhere.</summary>
internal static class AbsoluteUrls
{
    private static readonly string[] Attributes = ["src", "href"];

    /// <param name="bodyHtml">The body as it is stored.</param>
    /// <param name="page">The story's own page, with which fragments and relative addresses begin.</param>
    public static string In(string bodyHtml, Uri page)
    {
        if (!bodyHtml.Contains("src=\"", StringComparison.Ordinal) && !bodyHtml.Contains("href=\"", StringComparison.Ordinal))
            return bodyHtml;
        var (body, changed) = (StoryHtml.Parse(bodyHtml), false);
        foreach (var element in body.QuerySelectorAll("[src],[href]"))
        {
            foreach (var attribute in Attributes)
            {
                if (
                    element.GetAttribute(attribute) is not { Length: > 0 } address
                    || Uri.TryCreate(address, UriKind.Absolute, out var own) && !own.IsFile
                )
                    continue;
                if (!Uri.TryCreate(page, address, out var absolute))
                    continue;
                element.SetAttribute(attribute, absolute.AbsoluteUri);
                changed = true;
            }
        }
        return changed ? body.InnerHtml : bodyHtml;
    }
}
