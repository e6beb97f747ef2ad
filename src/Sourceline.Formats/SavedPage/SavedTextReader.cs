using Sourceline.Formats.Input;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.SavedPage;

/// <summary>Reads a news page that was saved as plain text.</summary>
internal static class SavedTextReader
{
    public static IEnumerable<ReadResult> Read(InputSource source)
    {
        if (source.ReadAll() is not { } bytes)
        {
            yield return source.TooLarge();
            yield break;
        }

        var page = SavedTextPage.Read(Charset.Decode(bytes, source.Options.ContentType));
        var item = SavedTextAdapter.ToItem(page, source.Options);
        yield return new DocumentFound(NewsFormat.SavedText, SavedPageIdentity.Origin(null, source.Options), null);
        if (item is null)
        {
            yield return new ProblemFound(ProblemSeverity.Error, new Position(page.FirstLine, 1), "The page has labels but no headline and no text.");
            yield break;
        }

        yield return new ItemRead(item, default, new Position(page.FirstLine, 1));
        foreach (var problem in Doubts(page, item)) yield return problem with { ItemId = item.Id };
    }

    private static IEnumerable<ProblemFound> Doubts(SavedTextPage page, NewsItem item)
    {
        if (page.Facts.Date is { } date && item.Published is null)
            yield return new ProblemFound(ProblemSeverity.Warning, new Position(page.FirstLine, 1), $"The publication date \"{date}\" could not be read.");
        if (page.CutAt > 0)
            yield return new ProblemFound(ProblemSeverity.Warning, new Position(page.CutAt, 1), "Text after the reply form was left out.");
    }
}

/// <summary>Turns the parts of a saved text page into an item.</summary>
internal static class SavedTextAdapter
{
    private static readonly char[] SentenceEnds = ['.', '!', '?', '…', '؟', '。', '։', ':'];

    public static NewsItem? ToItem(SavedTextPage page, ReadOptions options)
    {
        if (page.Blocks.Count == 0) return null;
        var blocks = SplitHeadline(page.Blocks);
        var headline = Blank.OneLine(blocks[0]);
        var hasLead = blocks.Count > 2 && !EndsSentence(blocks[1]);
        var published = page.Facts.PublishedIn(options.TimeZone);
        return new NewsItem
        {
            Origin = SavedPageIdentity.Origin(null, options),
            Id = SavedPageIdentity.Id(page.Facts, null, headline),
            Number = page.Facts.Number,
            Url = options.BaseUrl is { IsAbsoluteUri: true } url ? url.AbsoluteUri : null,
            Headline = headline,
            Lead = hasLead ? Blank.OneLine(blocks[1]) : null,
            BodyHtml = Paragraphs.FromBlocks(blocks.Skip(hasLead ? 2 : 1)),
            Published = published,
            Updated = LooseDate.Parse(page.Facts.Updated, options.TimeZone),
            Categories = page.Facts.Categories,
            Tags = page.Facts.Tags,
            Byline = page.Facts.Byline,
            Place = page.Facts.Place,
        };
    }

    /// <summary>Where the headline stands directly above the text, its line ends it.</summary>
    private static List<string> SplitHeadline(IReadOnlyList<string> blocks)
    {
        var end = blocks[0].IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? [.. blocks] : [blocks[0][..end], .. blocks[0][(end + 1)..].Split('\n'), .. blocks.Skip(1)];
    }

    /// <summary>A block that ends as a sentence does is a paragraph; leads are set without a full stop, as headlines are.</summary>
    private static bool EndsSentence(string block) => block.TrimEnd('"', '\'', '”', '’', '»', ')', ' ').LastOrDefault() is var last && SentenceEnds.Contains(last);
}
