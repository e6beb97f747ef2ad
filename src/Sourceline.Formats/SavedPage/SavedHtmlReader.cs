using System.Collections.Immutable;
using AngleSharp.Html.Dom;
using Sourceline.Formats.Feeds;
using Sourceline.Formats.Input;
using Sourceline.Formats.Markup;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.SavedPage;

/// <summary>Reads a news page that was saved as HTML.</summary>
internal static class SavedHtmlReader
{
    public static IEnumerable<ReadResult> Read(InputSource source)
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
        var labels = PageLabelElements.Take(document);
        var hadCorrections = document.QuerySelector(PageNoise.Corrections) is not null;
        PageNoise.Remove(document);
        var kickers = PageLabelElements.TakeKickers(document);
        NoteLinks.Remove(document, metadata.Url);
        var main = MainText.Find(document);
        if (main is null && metadata is { Published: null, Description: null })
            return [found, Problem("The page has no text that could be a story.")];
        var lead = PageLead.Take(document, main, metadata);
        if (main is not null) MainText.Clear(main, metadata.Headline);
        var item = SavedHtmlAdapter.ToItem(metadata, labels, kickers, options) with { Lead = lead, BodyHtml = main is null ? null : FeedHtml.Finish(main.InnerHtml, UrlText.Web(metadata.Url)) };
        var read = new ItemRead(item, default, new Position(1, 1));
        return hadCorrections ? [found, read, new ProblemFound(ProblemSeverity.Warning, new Position(1, 1), "The page's list of what was changed was left out of the text.", item.Id)] : [found, read];
    }

    private static ProblemFound Problem(string reason) => new(ProblemSeverity.Error, new Position(1, 1), reason);
}

/// <summary>Turns the parts of a saved HTML page into an item.</summary>
internal static class SavedHtmlAdapter
{
    /// <summary>A label is the page's own word; a line without one only fills what nothing else tells.</summary>
    public static NewsItem ToItem(PageMetadata metadata, PageFacts labels, PageFacts kickers, ReadOptions options)
    {
        var facts = labels with { Number = labels.Number ?? metadata.Number ?? kickers.Number, Date = labels.Date ?? kickers.Date };
        var published = labels.PublishedIn(options.TimeZone) ?? LooseDate.Parse(metadata.Published, options.TimeZone) ?? kickers.PublishedIn(options.TimeZone);
        var updated = LooseDate.Parse(labels.Updated ?? metadata.Updated ?? kickers.Updated, options.TimeZone);
        return new NewsItem
        {
            Origin = SavedPageIdentity.Origin(metadata.Url, options),
            Id = SavedPageIdentity.Id(facts, metadata.Url, metadata.Headline),
            Number = facts.Number,
            Url = metadata.Url,
            Headline = metadata.Headline,
            Published = published,
            Updated = updated == published ? null : updated,
            Categories = First(labels.Categories, metadata.Categories, kickers.Categories),
            Tags = First(labels.Tags, metadata.Tags),
            Byline = labels.Byline ?? metadata.Byline ?? kickers.Byline,
            Place = labels.Place ?? metadata.Place ?? kickers.Place,
            Language = metadata.Language,
            TranslationKey = metadata.TranslationKey,
            Attachments = metadata.Image is { } image ? [new ItemAttachment(image)] : [],
        };
    }

    private static ImmutableArray<string> First(params ReadOnlySpan<ImmutableArray<string>> lists)
    {
        foreach (var list in lists)
            if (!list.IsEmpty) return list;
        return [];
    }
}
