using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Clauses;

/// <summary>Trims ranges to what was said and adds them to a clause.</summary>
internal static class Contents
{
    public static bool Add(Reader reader, CueClause clause, TokenRange range)
    {
        var trimmed = Trim(reader, range);
        if (!HasWord(reader, trimmed))
            return false;
        clause.Content.Add(trimmed);
        return true;
    }

    /// <summary>Marks at the edges are no part of what was said, quotation marks and brackets apart.</summary>
    public static TokenRange Trim(Reader reader, TokenRange range)
    {
        int first = range.First,
            end = range.End;
        while (first < end && IsEdge(reader, first))
            first++;
        while (end > first && IsEdge(reader, end - 1))
            end--;
        return new TokenRange(first, end);
    }

    private static bool IsEdge(Reader reader, int at) =>
        !reader.InQuote(at)
        && reader[at].Kind is TokenKind.Mark or TokenKind.Quote
        && reader[at].Lower is not ("(" or ")" or "[" or "]" or "$" or "£" or "€" or "#" or "@" or "%" or "'");

    private static bool HasWord(Reader reader, TokenRange range)
    {
        for (var i = range.First; i < range.End; i++)
        {
            if (reader[i].Kind is TokenKind.Word or TokenKind.Number)
                return true;
        }

        return false;
    }
}
