namespace Sourceline.Attribution.Training;

/// <summary>The sentences of a parsed text in one row, with offsets in UTF-16 code units and heads that count from its front.</summary>
internal sealed class FlatParse
{
    public FlatParse(ParsedText text)
    {
        var units = UnitsOf(text.Text);
        foreach (var sentence in text.Sentences)
        {
            var first = Tokens.Count;
            foreach (var token in sentence)
            {
                Tokens.Add(
                    token with
                    {
                        Start = units[Math.Min(token.Start, units.Length - 1)],
                        End = units[Math.Min(token.End, units.Length - 1)],
                    }
                );
                Head.Add(token.Head > 0 && token.Head <= sentence.Length ? first + token.Head - 1 : -1);
            }

            for (var t = first; t < Tokens.Count; t++)
                Depth.Add(DepthOf(t, sentence.Length));
        }
    }

    public List<ParsedToken> Tokens { get; } = [];

    /// <summary>For each token its head, or -1.</summary>
    public List<int> Head { get; } = [];

    /// <summary>For each token how many heads stand above it.</summary>
    public List<int> Depth { get; } = [];

    private int DepthOf(int token, int most)
    {
        var depth = 0;
        for (var at = token; Head[at] >= 0 && depth < most; depth++)
            at = Head[at];
        return depth;
    }

    /// <summary>For each code point, and for the end, its offset in UTF-16 code units.</summary>
    private static int[] UnitsOf(string text)
    {
        var units = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
            units.Add(i);
        units.Add(text.Length);
        return [.. units];
    }
}
