namespace Sourceline.Attribution.Pipeline.Text;

/// <summary>Subheads in capitals that stand in a line with the sentence behind them: "TOUGH CHOICE Brenner Motors has said".</summary>
internal static class Headings
{
    private const int Fewest = 2;
    private const int Most = 8;
    private const int ShortestWord = 4;

    /// <summary>Where the sentence begins behind such a subhead; its first token where there is none.</summary>
    public static int End(Document document, Sentence sentence)
    {
        var at = sentence.First;
        var letters = 0;
        while (at < sentence.End && at - sentence.First <= Most && IsCapitals(document, at))
            letters = Math.Max(letters, document[at++].Lower.Length);
        var words = at - sentence.First;
        var follows = at + 1 < sentence.End && document[at] is { Kind: TokenKind.Word, Capital: true } && !IsCapitals(document, at);
        return words is >= Fewest and <= Most && letters >= ShortestWord && follows ? at : sentence.First;
    }

    private static bool IsCapitals(Document document, int at)
    {
        if (document[at].Kind != TokenKind.Word || !document[at].Capital)
            return false;
        var words = document.Text.AsSpan(document[at].Start, document[at].End - document[at].Start);
        foreach (var c in words)
        {
            if (char.IsLower(c))
                return false;
        }

        return words.Length > 1 || words[0] == 'A';
    }
}
