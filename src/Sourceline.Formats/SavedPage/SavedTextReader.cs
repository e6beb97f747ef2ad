using Sourceline.Formats.Input;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.SavedPage;

/// <summary>Reads a news page that was saved as plain text.</summary>
internal static class SavedTextReader
{
    public static IEnumerable<ReadResult> Read(InputSource source)
    {
        if (source.ReadText() is not { } text)
        {
            yield return source.TooLarge();
            yield break;
        }

        var page = SavedTextPage.Read(text);
        var position = new Position(page.FirstLine, 1);
        yield return new DocumentFound(NewsFormat.SavedText, SavedPageIdentity.Origin(null, source.Options), null);
        if (SavedTextAdapter.ToItem(page, source.Options) is not var (item, doubts))
        {
            yield return new ProblemFound(ProblemSeverity.Error, position, "The page has labels but no headline and no text.");
            yield break;
        }

        yield return new ItemRead(item, default, position);
        foreach (var doubt in doubts)
            yield return new ProblemFound(ProblemSeverity.Warning, position, doubt, item.Id);
        if (page.CutAt > 0)
            yield return new ProblemFound(
                ProblemSeverity.Warning,
                new Position(page.CutAt, 1),
                "Text after the reply form was left out.",
                item.Id
            );
    }
}

/// <summary>Turns the parts of a saved text page into an item.</summary>
internal static class SavedTextAdapter
{
    private static readonly char[] SentenceEnds = ['.', '!', '?', '…', '؟', '。', '։', ':'];

    /// <summary>The item and what is doubtful about it; null where the page has no text.</summary>
    public static (NewsItem Item, IReadOnlyList<string> Doubts)? ToItem(SavedTextPage page, ReadOptions options)
    {
        if (page.Blocks.Count == 0)
            return null;
        var blocks = SplitHeadline(page.Blocks);
        var headline = Blank.OneLine(blocks[0]);
        var hasLead = blocks.Count > 2 && !EndsSentence(blocks[1]);
        var dates = ItemDates.Of(page.Facts.DateTexts, [page.Facts.Updated], options.TimeZone);
        var url = options.BaseUrl is { IsAbsoluteUri: true } own ? own.AbsoluteUri : null;
        var body = Paragraphs.FromBlocks(blocks.Skip(hasLead ? 2 : 1));
        var item = new NewsItem
        {
            Origin = SavedPageIdentity.Origin(null, options),
            Id = SavedPageIdentity.Id(page.Facts.Number, url, headline, page.Facts.Date, body),
            Number = page.Facts.Number,
            Url = url,
            Headline = headline,
            Lead = hasLead ? Blank.OneLine(blocks[1]) : null,
            BodyHtml = body,
            Published = dates.Published,
            PublishedIsLastChange = dates.IsLastChange,
            Updated = dates.Updated,
            Categories = page.Facts.Categories,
            Tags = page.Facts.Tags,
            Byline = page.Facts.Byline,
            Place = page.Facts.Place,
        };
        return (
            item,
            SavedPageIdentity.HasNone(page.Facts.Number, url, page.Facts.Date)
                ? [.. dates.Doubts, SavedPageIdentity.NoIdentity]
                : dates.Doubts
        );
    }

    /// <summary>Where the headline stands directly above the text, its line ends it.</summary>
    private static List<string> SplitHeadline(IReadOnlyList<string> blocks)
    {
        var end = blocks[0].IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? [.. blocks] : [blocks[0][..end], .. blocks[0][(end + 1)..].Split('\n'), .. blocks.Skip(1)];
    }

    /// <summary>A block that ends as a sentence does is a paragraph; leads are set without a full stop, as headlines are.</summary>
    private static bool EndsSentence(string block) =>
        block.TrimEnd('"', '\'', '”', '’', '»', ')', ' ').LastOrDefault() is var last && SentenceEnds.Contains(last);
}
