using AngleSharp.Dom;
using DiffPlex;
using DiffPlex.Chunkers;
using Sourceline.Stories.Html;

namespace Sourceline.Desk.Acting;

/// <summary>Compares two versions of a story: paragraphs, then the links and pictures of the body.</summary>
internal static class TextChanges
{
    /// <summary>Above this product of pieces they are not compared one by one: the page must not wait for it.</summary>
    private const long MostPairs = 1_000_000;

    /// <summary>Longer paragraphs, in UTF-16 code units, are shown without marks on single words.</summary>
    private const int LongestMarked = 20_000;

    private static readonly IChunker Words = new WordChunker();

    /// <summary>What differs, in the order of the new version; what was removed comes before what was added in its place.</summary>
    /// <param name="beforeText">The canonical text of the older version.</param>
    /// <param name="beforeHtml">Its stored body.</param>
    /// <param name="afterText">The canonical text of the newer version.</param>
    /// <param name="afterHtml">Its stored body.</param>
    public static IReadOnlyList<TextChange> Between(string beforeText, string beforeHtml, string afterText, string afterHtml) =>
        [
            .. Paragraphs(beforeText, afterText),
            .. Pieces(Targets(beforeHtml), Targets(afterHtml))
                .SelectMany(block => block.Removed.Select(one => one with { IsNew = false }).Concat(block.Added)),
        ];

    /// <summary>What differs in the paragraphs of two texts.</summary>
    public static IEnumerable<TextChange> Paragraphs(string before, string after)
    {
        foreach (var (removed, added) in Pieces(before.Split("\n\n"), after.Split("\n\n")))
        {
            var pairs = removed.Zip(added, Marked).ToList();
            foreach (var (words, at) in removed.Select((words, at) => (words, at)))
                yield return Change(words, at < pairs.Count ? pairs[at].Old : null, false);
            foreach (var (words, at) in added.Select((words, at) => (words, at)))
                yield return Change(words, at < pairs.Count ? pairs[at].New : null, true);
        }
    }

    private static TextChange Change(string words, IReadOnlyList<TextRun>? runs, bool isNew) =>
        new(ChangedPart.Paragraph, words, isNew) { Runs = runs ?? [new(words, false)] };

    /// <summary>Two forms of one paragraph, with the words that differ marked.</summary>
    private static (IReadOnlyList<TextRun> Old, IReadOnlyList<TextRun> New) Marked(string before, string after)
    {
        if (before.Length > LongestMarked || after.Length > LongestMarked)
            return ([new(before, false)], [new(after, false)]);
        var diff = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, Words);
        var (old, now) = (new bool[diff.PiecesOld.Count], new bool[diff.PiecesNew.Count]);
        foreach (var block in diff.DiffBlocks)
        {
            Array.Fill(old, true, block.DeleteStartA, block.DeleteCountA);
            Array.Fill(now, true, block.InsertStartB, block.InsertCountB);
        }
        return (Runs(diff.PiecesOld, old), Runs(diff.PiecesNew, now));
    }

    private static List<TextRun> Runs(IReadOnlyList<string> pieces, bool[] changed)
    {
        var runs = new List<TextRun>();
        for (var start = 0; start < pieces.Count; )
        {
            var end = start + 1;
            while (end < pieces.Count && changed[end] == changed[start])
                end++;
            runs.Add(new(string.Concat(pieces.Skip(start).Take(end - start)), changed[start]));
            start = end;
        }
        return runs;
    }

    /// <summary>The links and pictures of a body, in their order.</summary>
    private static List<TextChange> Targets(string html) =>
        [
            .. StoryHtml
                .Parse(html)
                .QuerySelectorAll("a[href], img[src]")
                .Select(element =>
                    element.LocalName == "img"
                        ? new TextChange(ChangedPart.Picture, PlainText.Line(element.GetAttribute("alt")), true)
                        {
                            Url = element.GetAttribute("src")!,
                        }
                        : new TextChange(ChangedPart.Link, PlainText.Line(element.TextContent), true)
                        {
                            Url = element.GetAttribute("href")!,
                        }
                ),
        ];

    /// <summary>The places where two lists differ.</summary>
    private static IEnumerable<(List<T> Removed, List<T> Added)> Pieces<T>(IReadOnlyList<T> before, IReadOnlyList<T> after)
        where T : notnull
    {
        var same = EqualityComparer<T>.Default;
        var head = before.Zip(after).TakeWhile(pair => same.Equals(pair.First, pair.Second)).Count();
        var tail = before
            .Skip(head)
            .Reverse()
            .Zip(after.Skip(head).Reverse())
            .TakeWhile(pair => same.Equals(pair.First, pair.Second))
            .Count();
        var (old, now) = (before.Skip(head).SkipLast(tail).ToList(), after.Skip(head).SkipLast(tail).ToList());
        if (old.Count == 0 && now.Count == 0)
            return [];
        if (old.Count == 0 || now.Count == 0 || (long)old.Count * now.Count > MostPairs)
            return [(old, now)];
        // DiffPlex compares strings: each piece is a letter of an alphabet of its own.
        var letters = new Dictionary<T, string>();
        string Letter(T piece) => letters.TryGetValue(piece, out var letter) ? letter : letters[piece] = $"{letters.Count}";
        var diff = Differ.Instance.CreateDiffs(
            string.Join('\n', old.Select(Letter)),
            string.Join('\n', now.Select(Letter)),
            ignoreWhiteSpace: false,
            ignoreCase: false,
            LineChunker.Instance
        );
        return diff.DiffBlocks.Select(block =>
            (old.GetRange(block.DeleteStartA, block.DeleteCountA), now.GetRange(block.InsertStartB, block.InsertCountB))
        );
    }
}
