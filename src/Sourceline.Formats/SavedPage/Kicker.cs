using System.Text.RegularExpressions;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.SavedPage;

/// <summary>
/// A line above the text that tells section, date and number without labels: "Politics · 19 July 2021, 13:42 · No. 18343", or one of
/// them alone.
/// </summary>
internal static class Kicker
{
    private const int Longest = 160;

    private static readonly char[] Separators = ['·', '|', '•'];

    private static readonly Regex NumberAlone = new(
        @"^(?:no\.?|nr\.?|№|n°|nº|#)\s?(?<number>\d[\d,]{0,20})$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
    );

    /// <summary>What the line adds to the facts; null where it is no such line.</summary>
    public static PageFacts? Read(string line, PageFacts facts)
    {
        if (line.Length > Longest)
            return null;
        var pieces = line.Split(Separators).Select(Blank.ToNull).OfType<string>().ToList();
        var labels = pieces.Select(LabelOf).ToList();
        if (labels.All(label => label is null) || labels.Count(label => label is null) > 1)
            return null;
        foreach (var (piece, label) in pieces.Zip(labels))
        {
            var found = label ?? new PageLabel(PageLabelKind.Category, piece);
            if (label is null && (piece.Length > 40 || piece.EndsWith('.')))
                return null;
            facts = facts.With(found);
        }

        return facts;
    }

    private static PageLabel? LabelOf(string piece)
    {
        if (NumberAlone.Match(piece) is { Success: true } number)
            return new PageLabel(PageLabelKind.Number, number.Groups["number"].Value);
        if (DateLine.IsDate(piece))
            return new PageLabel(PageLabelKind.Date, piece);
        if (DateLine.IsTime(piece))
            return new PageLabel(PageLabelKind.Time, piece);
        return PageLabel.TryRead(piece, out var label) ? label : Worded(piece);
    }

    /// <summary>"Updated 20 July 2021": a label without its colon, which only a date makes one.</summary>
    private static PageLabel? Worded(string piece)
    {
        for (var at = piece.IndexOf(' ', StringComparison.Ordinal); at > 0 && at < 30; at = piece.IndexOf(' ', at + 1))
        {
            if (
                PageLabelWords.KindOf(piece[..at]) is (PageLabelKind.Date or PageLabelKind.Updated) and { } kind
                && DateLine.IsDate(piece[(at + 1)..])
            )
                return new PageLabel(kind, piece[(at + 1)..]);
        }

        return null;
    }
}
