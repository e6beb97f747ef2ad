using System.Buffers;
using Sourceline.Formats.SavedPage;

namespace Sourceline.Formats.Detection;

/// <summary>Tells a saved page from any other text: it has a label such as "publish:" near its top, or a headline with prose below.</summary>
internal static class TextShape
{
    private const int LinesToLookAt = 60;
    private const int LinesOfKickers = 4;
    private const int LongestHeadline = 250;
    private const int ShortestParagraph = 80;

    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create(".!?…؟。۔।");

    private static readonly SearchValues<char> NoEnds = SearchValues.Create("{}[](;,:=\\/*_->");
    private static readonly SearchValues<char> Openings = SearchValues.Create("\"'“‘«„¿¡");

    public static bool LooksSaved(string head, string name) => !OtherText.Is(head, name) && (HasLabel(head) || HasKicker(head) || HasStory(head));

    private static bool HasLabel(string head) =>
        head.Split('\n', LinesToLookAt + 1).Take(LinesToLookAt).Any(line => PageLabel.TryRead(line, out var label) && label.Identifies);

    /// <summary>A date or a number on a line of its own, above everything but a site's name and a headline.</summary>
    private static bool HasKicker(string head) =>
        head.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).Take(LinesOfKickers).Any(line => Kicker.Read(line.Trim(), PageFacts.None) is { } told && (told.Date is not null || told.Number is not null));

    private static bool HasStory(string head)
    {
        var blocks = SavedTextPage.Read(head).Blocks;
        return blocks.Count > 1 && IsHeadline(blocks[0]) && blocks.Skip(1).Any(IsParagraph);
    }

    private static bool IsHeadline(string block) =>
        block.Length <= LongestHeadline && !block.Contains('\n', StringComparison.Ordinal) && !NoEnds.Contains(block[^1]) && (char.IsLetterOrDigit(block[0]) || Openings.Contains(block[0]));

    private static bool IsParagraph(string block) => block.Length >= ShortestParagraph && block.AsSpan().ContainsAny(SentenceMarks) && block.Contains(' ', StringComparison.Ordinal);
}
