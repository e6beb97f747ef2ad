using Sourceline.Data.Model;
using Sourceline.Localization;
using Sourceline.Stories.Html;

namespace Sourceline.Desk.Acting;

/// <summary>A story's text as an editor writes it.</summary>
public sealed class TextForm
{
    public const int HeadlineLimit = 500;

    public const int LeadLimit = 4000;

    /// <summary>The revision that the editor saw.</summary>
    public int Revision { get; set; }

    public string? Headline { get; set; }

    public string? Lead { get; set; }

    public string? Body { get; set; }

    /// <summary>Whether the body is HTML. One without links, pictures and emphasis is plain text, with an empty line between paragraphs.</summary>
    public bool IsHtml { get; set; }

    public static TextForm Of(Story story, StoryVersion version)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(version);
        var plain = StoryHtml.ToText(version.BodyHtml);
        var isPlain =
            StoryHtml.Clean(version.Headline, null, StoryHtml.FromText(plain)).BodyHtml
            == StoryHtml.Clean(version.Headline, null, version.BodyHtml).BodyHtml;
        return new TextForm
        {
            Revision = story.Revision,
            Headline = version.Headline,
            Lead = version.Lead,
            IsHtml = !isPlain,
            Body = isPlain ? plain : version.BodyHtml.Replace("</p><", "</p>\n\n<", StringComparison.Ordinal),
        };
    }

    /// <summary>What is wrong with it, by field; empty where nothing is.</summary>
    public IEnumerable<(string Field, string Words)> Faults(Localizer words)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (string.IsNullOrWhiteSpace(Headline))
            yield return (nameof(Headline), words["refused.headline-missing"]);
        if (Headline?.Length > HeadlineLimit)
            yield return (nameof(Headline), words["desk-text.too-long", HeadlineLimit, Headline.Length]);
        if (Lead?.Length > LeadLimit)
            yield return (nameof(Lead), words["desk-text.too-long", LeadLimit, Lead.Length]);
    }

    public StoryText ToText() => StoryHtml.Clean(Headline, Lead, IsHtml ? Body : StoryHtml.FromText(Body ?? ""));
}
