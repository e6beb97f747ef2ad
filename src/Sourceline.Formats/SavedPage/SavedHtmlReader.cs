using System.Collections.Immutable;
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
    public static IEnumerable<ReadResult> Read(InputSource source)
    {
        if (source.ReadText() is not { } text)
            return [source.TooLarge()];
        source.Cancellation.ThrowIfCancellationRequested();
        if (HtmlParsing.Parse(text) is not { } document)
            return [Problem("The page has more elements, or nests them more deeply, than can be read safely.")];
        return ReadPage(document, source.Options);
    }

    private static List<ReadResult> ReadPage(IHtmlDocument document, ReadOptions options)
    {
        var metadata = PageMetadata.Read(document, options);
        var results = new List<ReadResult>
        {
            new DocumentFound(NewsFormat.SavedHtml, SavedPageIdentity.Origin(metadata.SiteUrl, options), metadata.SiteName),
        };
        var labels = PageLabelElements.Take(document);
        var hadCorrections = document.QuerySelector(PageNoise.Corrections) is not null;
        if (document.Body is { } all)
            LazyPictures.Resolve(all);
        var byline = PageByline.Take(document, metadata.Heading, metadata.Site.Is);
        PageNoise.Remove(document);
        var kickers = PageLabelElements.TakeKickers(metadata.Heading);
        NoteLinks.Remove(document, metadata.Url);
        var main = MainText.Find(document);
        if (main is null && metadata.Description is null && metadata.Published.All(date => date is null))
            return [.. results, Problem("The page has no text that could be a story.")];
        var lead = PageLead.Take(document, main, metadata);
        var body = PageBody.Of(main, metadata, options);
        var facts = new PageStory(metadata with { Byline = metadata.Byline ?? byline }, labels, kickers, lead, body);
        var (item, doubts) = SavedHtmlAdapter.ToItem(facts, options);
        if (hadCorrections)
            doubts = doubts.Append("The page's list of what was changed was left out of the text.");
        results.Add(new ItemRead(item, default, new Position(1, 1)));
        results.AddRange(doubts.Select(doubt => new ProblemFound(ProblemSeverity.Warning, new Position(1, 1), doubt, item.Id)));
        return results;
    }

    private static ProblemFound Problem(string reason) => new(ProblemSeverity.Error, new Position(1, 1), reason);
}

/// <summary>The text of a page as it goes into an item.</summary>
/// <param name="Html">Null where the page has none.</param>
/// <param name="Pictures">What it shows.</param>
/// <param name="Missing">Pictures that were saved beside the page and cannot be read.</param>
internal sealed record PageBody(string? Html, ImmutableArray<ItemAttachment> Pictures, IReadOnlyList<string> Missing)
{
    public static PageBody Of(IElement? main, PageMetadata metadata, ReadOptions options)
    {
        if (main is null)
            return new PageBody(null, [], []);
        MainText.Clear(main, metadata.Headline);
        BrokenLines.ToParagraphs(main);
        var (saved, missing) = SavedFiles.Resolve(main, options);
        var html = FeedHtml.Finish(Innermost(main).InnerHtml, metadata.BaseUrl);
        return new PageBody(html, [.. BodyPictures.Add([], html, saved)], missing);
    }

    /// <summary>Within boxes that hold nothing but another box.</summary>
    private static IElement Innermost(IElement main)
    {
        while (
            main.Children.ToList() is [{ LocalName: "div" or "section" or "article" } only]
            && only.TextContent.Trim().Length == main.TextContent.Trim().Length
        )
            main = only;
        return main;
    }
}

/// <summary>All that was found of a page's story.</summary>
internal sealed record PageStory(PageMetadata Metadata, PageFacts Labels, PageFacts Kickers, string? Lead, PageBody Body);

/// <summary>Turns the parts of a saved HTML page into an item.</summary>
internal static class SavedHtmlAdapter
{
    /// <summary>A label is the page's own word; a line without one only fills what nothing else tells.</summary>
    /// <returns>The item, and what is doubtful about it.</returns>
    public static (NewsItem Item, IEnumerable<string> Doubts) ToItem(PageStory story, ReadOptions options)
    {
        var (metadata, labels, kickers) = (story.Metadata, story.Labels, story.Kickers);
        var dates = ItemDates.Of(
            [.. labels.DateTexts, .. metadata.Published, .. kickers.DateTexts],
            [labels.Updated, .. metadata.Updated, kickers.Updated],
            options.TimeZone,
            metadata.Language
        );
        var number = labels.Number ?? metadata.Number ?? kickers.Number;
        var date = labels.Date ?? metadata.Published.FirstOrDefault(text => text is not null) ?? kickers.Date;
        var image = metadata.Image is { } url ? new ItemAttachment(url) { Role = AttachmentRole.Featured } : null;
        var item = new NewsItem
        {
            Origin = SavedPageIdentity.Origin(metadata.SiteUrl, options),
            Id = SavedPageIdentity.Id(number, metadata.Url, metadata.Headline, date, story.Body.Html),
            Number = number,
            Url = metadata.Url,
            Headline = metadata.Headline,
            Lead = story.Lead,
            BodyHtml = story.Body.Html,
            Published = dates.Published,
            PublishedIsLastChange = dates.IsLastChange,
            Updated = dates.Updated == dates.Published && !dates.IsLastChange ? null : dates.Updated,
            Categories = First(labels.Categories, metadata.Categories, kickers.Categories),
            Tags = First(labels.Tags, metadata.Tags),
            Byline = labels.Byline ?? metadata.Byline ?? kickers.Byline,
            Place = labels.Place ?? metadata.Place ?? kickers.Place,
            Language = metadata.Language,
            TranslationKey = metadata.TranslationKey,
            Attachments =
            [
                .. image is null ? story.Body.Pictures : story.Body.Pictures.Where(picture => picture.Url != image.Url).Prepend(image),
            ],
        };
        var isAlone = SavedPageIdentity.HasNone(number, metadata.Url, date);
        return (item, [.. dates.Doubts, .. isAlone ? [SavedPageIdentity.NoIdentity] : (string[])[], .. story.Body.Missing.Select(Missing)]);
    }

    private static string Missing(string path) =>
        $"The picture \"{Shortened.AtWord(path, 120)}\" was saved in a folder beside the page and is not there.";

    private static ImmutableArray<string> First(params ReadOnlySpan<ImmutableArray<string>> lists)
    {
        foreach (var list in lists)
            if (!list.IsEmpty)
                return list;
        return [];
    }
}
