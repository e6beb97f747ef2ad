namespace Sourceline.Attribution.Pipeline.Text;

/// <summary>
/// Parts a text into paragraphs: at every empty line, and at a single line break where the lines are not a hard-wrapped paragraph.
/// </summary>
internal static class ParagraphFinder
{
    /// <summary>A line longer than this was not wrapped by hand.</summary>
    private const int WrapLimit = 120;

    public static List<TokenRange> Find(string text, List<Token> tokens)
    {
        var found = new List<TokenRange>();
        var unwrapped = HasLongLine(text);
        var capitals = true;
        var first = 0;
        for (var i = 1; i < tokens.Count; i++)
        {
            // A line in capitals is a heading, whatever the lines below it do.
            capitals = (i - 1 == first || capitals) && IsCapitals(text, tokens[i - 1]);
            if (!Parts(text, tokens[i - 1], tokens[i], unwrapped || capitals) || IsWithinSentence(tokens, i))
                continue;
            found.Add(new TokenRange(first, i));
            first = i;
        }

        if (first < tokens.Count)
            found.Add(new TokenRange(first, tokens.Count));
        return found;
    }

    /// <summary>"“We may sell,”", an empty line, "Moreau said.": the comma says that the sentence goes on.</summary>
    private static bool IsWithinSentence(List<Token> tokens, int next) =>
        next >= 2
        && tokens[next - 1].Kind == TokenKind.Quote
        && tokens[next - 1].Lower is "”" or "\"" or "'" or "»"
        && tokens[next - 2].Is(",")
        && tokens[next].Kind == TokenKind.Word;

    private static bool IsCapitals(string text, Token token) =>
        token.Kind != TokenKind.Word || !text.AsSpan(token.Start, token.End - token.Start).ContainsAnyInRange('a', 'z');

    private static bool Parts(string text, Token before, Token after, bool unwrapped)
    {
        var breaks = 0;
        for (var i = before.End; i < after.Start; i++)
            breaks += text[i] is '\n' or '\u2029' ? 1 : 0;
        return breaks > 1 || (breaks == 1 && (unwrapped || before.IsTerminal || before.Kind == TokenKind.Quote));
    }

    private static bool HasLongLine(string text)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] != '\n')
                continue;
            if (i - start > WrapLimit)
                return true;
            start = i + 1;
        }

        return false;
    }
}
