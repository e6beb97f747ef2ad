using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Sourceline.Formats.Feeds;
using Sourceline.Formats.Input;
using Sourceline.Formats.Markup;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.SavedPage;

/// <summary>Reads a news page that was saved as HTML.</summary>
internal static class SavedHtmlReader
{
    public static IEnumerable<ReadResult> Read(Source source)
    {
        if (source.ReadAll() is not { } bytes) return [source.TooLarge()];
        if (HtmlParsing.Parse(Charset.Decode(bytes, source.Options.ContentType)) is not { } document)
            return [Problem("The page's elements are nested too deeply to be read safely.")];
        return ReadPage(document, source.Options);
    }

    private static ReadResult[] ReadPage(IHtmlDocument document, ReadOptions options)
    {
        var metadata = PageMetadata.Read(document, options);
        var found = new DocumentFound(NewsFormat.SavedHtml, SavedPageIdentity.Origin(metadata.Url, options), metadata.SiteName);
        var facts = PageLabelElements.Take(document);
        var main = MainText.Find(document);
        if (main is null && metadata is { Published: null, Description: null })
            return [found, Problem("The page has no text that could be a story.")];
        if (main is not null) MainText.Clear(main, metadata.Headline);
        return [found, new ItemRead(SavedHtmlAdapter.ToItem(metadata, facts, main, options), default, new Position(1, 1))];
    }

    private static ProblemFound Problem(string reason) => new(ProblemSeverity.Error, new Position(1, 1), reason);
}

/// <summary>Turns the parts of a saved HTML page into an item.</summary>
internal static class SavedHtmlAdapter
{
    public static NewsItem ToItem(PageMetadata metadata, PageFacts facts, IElement? main, ReadOptions options)
    {
        facts = facts with { Number = facts.Number ?? metadata.Number };
        var lead = main is null ? metadata.Description : TakeLead(main, metadata.Description);
        return new NewsItem
        {
            Origin = SavedPageIdentity.Origin(metadata.Url, options),
            Id = SavedPageIdentity.Id(facts, metadata.Url, metadata.Headline),
            Number = facts.Number,
            Url = metadata.Url,
            Headline = metadata.Headline,
            Lead = lead,
            BodyHtml = main is null ? null : FeedHtml.Finish(main.InnerHtml, Address.Web(metadata.Url)),
            Published = facts.PublishedIn(options.TimeZone) ?? LooseDate.Parse(metadata.Published, options.TimeZone),
            Updated = LooseDate.Parse(facts.Updated ?? metadata.Updated, options.TimeZone),
            Categories = facts.Categories.IsEmpty ? metadata.Categories : facts.Categories,
            Tags = facts.Tags.IsEmpty ? metadata.Tags : facts.Tags,
            Byline = facts.Byline ?? metadata.Byline,
            Place = facts.Place,
            Language = metadata.Language,
            Attachments = metadata.Image is { } image ? [new ItemAttachment(image)] : [],
        };
    }

    /// <summary>The element that is set as the lead, or a description that the text itself does not hold.</summary>
    private static string? TakeLead(IElement main, string? description)
    {
        var marked = main.QuerySelector(".lead, .lede, .standfirst, .intro, .article-lead, .summary, [itemprop=description]");
        var repeated = description is null ? null : main.QuerySelectorAll("p, h2").FirstOrDefault(p => HtmlText.Of(p) == description);
        if ((marked ?? repeated) is { } element && HtmlText.Of(element) is { } lead && lead.Length < 1000)
        {
            element.Remove();
            return lead;
        }

        var isRepeated = description is not null && (HtmlText.Of(main) ?? "").Contains(description.TrimEnd('.', '…', ' '), StringComparison.Ordinal);
        return isRepeated ? null : description;
    }
}
