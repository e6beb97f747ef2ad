using Sourceline.Attribution.Pipeline.Lexicons;

namespace Sourceline.Attribution.Pipeline.Text;

/// <summary>Parts paragraphs into sentences. A quotation is never cut: its inner full stops end nothing.</summary>
internal static class Sentences
{
    /// <summary>Offices that no company has: behind "Quarry Corp." they begin a sentence.</summary>
    private static readonly System.Collections.Frozen.FrozenSet<string> Offices = WordSet.Of(
        "premier minister prime mayor governor senator sen. gov. rep. king queen prince princess judge ambassador foreign finance interior police lawmakers regulators analysts investors traders shareholders unions"
    );

    /// <summary>A longer run without a full stop is a list or noise; cutting it keeps the work linear.</summary>
    private const int Longest = 400;

    public static List<Sentence> Find(List<Token> tokens, IReadOnlyList<TokenRange> paragraphs, Quotation?[] quotes)
    {
        var found = new List<Sentence>();
        for (var p = 0; p < paragraphs.Count; p++)
            InParagraph(tokens, paragraphs[p], p, quotes, found);
        return found;
    }

    private static void InParagraph(List<Token> tokens, TokenRange paragraph, int number, Quotation?[] quotes, List<Sentence> found)
    {
        var first = paragraph.First;
        var outside = 0;
        for (var at = first; at < paragraph.End; at++, outside++)
        {
            var quote = quotes[at];
            if (quote is not null)
                at = Math.Min(quote.Last, paragraph.End - 1);
            if (outside < Longest && !(quote is null ? Ends(tokens, at, paragraph.End) : EndsWithQuote(tokens, quote, at, paragraph.End)))
                continue;
            found.Add(new Sentence(new TokenRange(first, at + 1), number));
            first = at + 1;
            outside = 0;
        }

        if (first < paragraph.End)
            found.Add(new Sentence(new TokenRange(first, paragraph.End), number));
    }

    private static bool Ends(List<Token> tokens, int at, int end)
    {
        if (at + 1 >= end)
            return true;
        var token = tokens[at];
        if (token.IsTerminal)
            return !IsLowerWord(tokens[at + 1]) && tokens[at + 1].Lower is not (")" or "]" or "'" or "”" or "," or ";");
        return token.Is("*")
            || (
                token.Kind == TokenKind.Word
                && token.Lower.EndsWith('.')
                && !Abbreviations.BeforeName.Contains(token.Lower.TrimEnd('.'))
                && token.Lower.Length > 2
                && tokens[at + 1].Capital
                && (
                    FunctionWords.SentenceOpeners.Contains(tokens[at + 1].Lower)
                    || (IsCompanyTail(token) && Offices.Contains(tokens[at + 1].Lower))
                )
            );
    }

    /// <summary>After a quotation that ends with a full stop a sentence begins, unless "he said" follows.</summary>
    private static bool EndsWithQuote(List<Token> tokens, Quotation quote, int at, int end)
    {
        if (at + 1 >= end || !quote.Closed)
            return true;
        if (quote.Words == 0 || !tokens[at - 1].IsTerminal || IsLowerWord(tokens[at + 1]))
            return false;
        if (tokens[at + 1].Kind == TokenKind.Mark && !tokens[at + 1].Is("*"))
            return false;
        return tokens[at - 1].Is(".") || !CueFollows(tokens, at + 1, end);
    }

    private static bool CueFollows(List<Token> tokens, int at, int end)
    {
        for (var i = at; i < Math.Min(end, at + 6) && tokens[i].Kind == TokenKind.Word; i++)
        {
            if (CueVerbs.Find(tokens[i].Lower) is { } verb && (verb.Strong || (i + 1 < end && tokens[i + 1].Lower is "." or ",")))
                return true;
        }

        return false;
    }

    private static bool IsCompanyTail(Token token) => token.Lower is "corp." or "inc." or "ltd." or "co.";

    private static bool IsLowerWord(Token token) => token.Kind == TokenKind.Word && !token.Capital;
}
