using System.Buffers;
using Sourceline.Formats.SavedPage;

namespace Sourceline.Formats.Detection;

/// <summary>
/// Tells a saved page from any other text: labels such as "publish:" or a line with its date stand at its top, or a headline with prose
/// below.
/// </summary>
internal static class TextShape
{
    private const int LongestHeadline = 250;
    private const int ShortestParagraph = 80;

    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create(".!?…؟。۔।");
    private static readonly SearchValues<char> NoEnds = SearchValues.Create("{}[](;,:=\\/*_->");
    private static readonly SearchValues<char> Openings = SearchValues.Create("\"'“‘«„¿¡");

    public static bool LooksSaved(string head)
    {
        var page = SavedTextPage.Read(head);
        if (page.Blocks.Count == 0)
            return false;
        return page.Facts is { Date: not null } or { Number: not null } || HasStory(page.Blocks);
    }

    private static bool HasStory(IReadOnlyList<string> blocks) =>
        blocks.Count > 1 && IsHeadline(blocks[0]) && blocks.Skip(1).Any(IsParagraph);

    private static bool IsHeadline(string block) =>
        block.Length <= LongestHeadline
        && !block.Contains('\n', StringComparison.Ordinal)
        && !NoEnds.Contains(block[^1])
        && (char.IsLetterOrDigit(block[0]) || Openings.Contains(block[0]));

    private static bool IsParagraph(string block) =>
        block.Length >= ShortestParagraph && block.AsSpan().ContainsAny(SentenceMarks) && block.Contains(' ', StringComparison.Ordinal);
}
