namespace Sourceline.Attribution.Pipeline.Text;

/// <summary>
/// Finds quotations. Marks pair within a paragraph; one left open runs to the paragraph's end, as a quotation of several paragraphs
/// does, if the next paragraph opens with a mark again or the opening mark is of a kind that cannot be anything else.
/// </summary>
internal static class Quotations
{
    public static List<Quotation> Find(List<Token> tokens, IReadOnlyList<TokenRange> paragraphs)
    {
        var found = new List<Quotation>();
        var left = false;
        for (var p = 0; p < paragraphs.Count; p++)
        {
            var range = paragraphs[p];
            left = InParagraph(tokens, range, p + 1 < paragraphs.Count && Opens(tokens, paragraphs[p + 1].First), left, found);
        }

        return found;
    }

    private static bool InParagraph(List<Token> tokens, TokenRange range, bool nextOpens, bool continues, List<Quotation> found)
    {
        var single = !HasDouble(tokens, range);
        if (single)
            MarkStraight(tokens, range);
        var at = range.First;
        while (at < range.End)
        {
            if (tokens[at].Kind != TokenKind.Quote || !Opens(tokens, at) || (IsSingle(tokens[at]) && !single))
            {
                at++;
                continue;
            }

            var close = Closing(tokens, at, range.End);
            if (close < 0)
            {
                if (!nextOpens || range.End - at < 4)
                    return false;
                Add(tokens, at, range.End - 1, false, continues && at == range.First, found);
                return true;
            }

            Add(tokens, at, close, true, continues && at == range.First, found);
            at = close + 1;
        }

        return false;
    }

    private static void Add(List<Token> tokens, int first, int last, bool closed, bool continues, List<Quotation> found)
    {
        var words = 0;
        for (var i = first + 1; i <= last; i++)
            words += tokens[i].Kind is TokenKind.Word or TokenKind.Number ? 1 : 0;
        if (words > 0)
            found.Add(new Quotation(first, last, closed, words) { Continues = continues });
    }

    /// <summary>
    /// Straight single marks look like apostrophes. A pair of them quotes where the first stands before a word and the second behind a mark:
    /// 'The pier is gone,' said Brand.
    /// </summary>
    private static void MarkStraight(List<Token> tokens, TokenRange range)
    {
        for (var at = range.First; at + 2 < range.End; at++)
        {
            if (
                !tokens[at].Is("'")
                || tokens[at].Kind != TokenKind.Mark
                || Glued(tokens, at - 1, at)
                || !Glued(tokens, at, at + 1)
                || tokens[at + 1].Kind is not (TokenKind.Word or TokenKind.Number)
            )
                continue;
            var close = at + 2;
            while (
                close < range.End
                && !(tokens[close].Is("'") && Glued(tokens, close - 1, close) && tokens[close - 1].Lower is "," or "." or "?" or "!" or "…")
            )
                close++;
            if (close >= range.End)
                return;
            tokens[at] = tokens[at] with { Kind = TokenKind.Quote, Lower = "‘" };
            tokens[close] = tokens[close] with { Kind = TokenKind.Quote };
            at = close;
        }
    }

    private static bool HasDouble(List<Token> tokens, TokenRange range)
    {
        for (var i = range.First; i < range.End; i++)
        {
            if (tokens[i].Kind == TokenKind.Quote && !IsSingle(tokens[i]))
                return true;
        }

        return false;
    }

    private static bool IsSingle(Token token) => token.Lower is "‘" or "'" or "‚";

    private static bool Opens(List<Token> tokens, int at) =>
        tokens[at].Kind == TokenKind.Quote
        && tokens[at].Lower switch
        {
            "“" or "„" or "«" or "‘" or "‚" or "‟" => true,
            "»" => Glued(tokens, at, at + 1) && !Glued(tokens, at - 1, at),
            "\"" or "''" => Glued(tokens, at, at + 1) && (!Glued(tokens, at - 1, at) || tokens[at - 1].Kind == TokenKind.Mark),
            _ => false,
        };

    private static bool Glued(List<Token> tokens, int left, int right) =>
        left >= 0 && right < tokens.Count && tokens[left].End == tokens[right].Start;

    /// <summary>The first mark that closes; each pair of marks is looked at once, as the search goes on behind it.</summary>
    private static int Closing(List<Token> tokens, int open, int end)
    {
        for (var at = open + 1; at < end; at++)
        {
            if (tokens[at].Kind == TokenKind.Quote && Closes(tokens, open, at))
                return at;
        }

        return -1;
    }

    private static bool Closes(List<Token> tokens, int open, int at) =>
        tokens[open].Lower switch
        {
            "“" => tokens[at].Lower is "”" or "\"",
            "„" or "‟" => tokens[at].Lower is "“" or "”" or "\"",
            "«" => tokens[at].Is("»"),
            "»" => tokens[at].Is("«"),
            "‘" => tokens[at].Is("'"),
            "‚" => tokens[at].Lower is "‘" or "'",
            "''" => tokens[at].Is("''"),
            _ => tokens[at].Is("\"") && Glued(tokens, at - 1, at) || tokens[at].Is("”"),
        };
}
