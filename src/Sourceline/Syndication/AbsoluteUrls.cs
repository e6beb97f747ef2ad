using Sourceline.Stories.Html;

namespace Sourceline.Syndication;

/// <summary>Gives a body that leaves the site addresses that hold anywhere.</summary>
internal static class AbsoluteUrls
{
    private static readonly string[] Attributes = ["src", "href"];

    public static string In(string bodyHtml, string site)
    {
        if (!bodyHtml.Contains("=\"/", StringComparison.Ordinal))
            return bodyHtml;
        var body = StoryHtml.Parse(bodyHtml);
        foreach (var element in body.QuerySelectorAll("[src],[href]"))
        foreach (var attribute in Attributes)
            if (element.GetAttribute(attribute) is ['/', not '/', ..] path)
                element.SetAttribute(attribute, site + path);
        return body.InnerHtml;
    }
}
