namespace Sourceline.Formats.SavedPage;

/// <summary>A saved text page taken apart: labels, then blocks of text, with the reply form cut off.</summary>
/// <param name="Facts">What the labels say.</param>
/// <param name="Blocks">Headline, lead and paragraphs in order.</param>
/// <param name="FirstLine">The line of the first label or block.</param>
/// <param name="CutAt">The line of text after the reply form that belongs to no story; 0 where there is none.</param>
internal sealed record SavedTextPage(PageFacts Facts, IReadOnlyList<string> Blocks, long FirstLine, long CutAt)
{
    /// <summary>How many blocks may stand before or between labels: a site's name, the headline, the lead.</summary>
    private const int BlocksBeforeLabels = 3;

    public static SavedTextPage Read(string text)
    {
        var (facts, blocks, block, firstLine, number) = (PageFacts.None, new List<string>(), new List<string>(), 0L, 0L);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        foreach (var line in lines)
        {
            number++;
            if (ReplyFormFinder.Opens(line))
                return new SavedTextPage(facts, Close(blocks, block), firstLine, Foreign(lines, number));
            if (firstLine == 0 && !string.IsNullOrWhiteSpace(line))
                firstLine = number;
            if (blocks.Count <= BlocksBeforeLabels && block.Count <= 1 && Told(line, facts) is { } more)
                facts = more;
            else if (string.IsNullOrWhiteSpace(line))
                Close(blocks, block);
            else
                block.Add(line.Trim());
        }

        return new SavedTextPage(facts, Close(blocks, block), firstLine, 0);
    }

    private static PageFacts? Told(string line, PageFacts facts) =>
        PageLabel.TryRead(line, out var label) ? facts.With(label) : Kicker.Read(line, facts);

    private static List<string> Close(List<string> blocks, List<string> block)
    {
        if (block.Count > 0)
            blocks.Add(string.Join('\n', block));
        block.Clear();
        return blocks;
    }

    private static long Foreign(string[] lines, long formLine)
    {
        for (var index = formLine; index < lines.Length; index++)
            if (!ReplyFormFinder.Continues(lines[index]))
                return index + 1;
        return 0;
    }
}
