using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Clauses;

/// <summary>Says where content ends before words that are none of it: a citation, the place of the saying, somebody's silence.</summary>
internal sealed class ContentEnds(Reader reader)
{
    /// <summary>Content ends where ", citing X" or ", in remarks carried by X" begins.</summary>
    public int Find(CueClause clause, int at, int limit)
    {
        for (var i = at + 1; i + 1 < limit; i++)
        {
            if (reader[i].Is("in") && IsClosingVenue(i, limit))
            {
                clause.Zone = clause.Zone.IsEmpty ? new TokenRange(i, limit) : clause.Zone with { End = limit };
                clause.Venue = new TokenRange(i, limit);
                return i;
            }

            if (reader[i].Lower is not ("," or ";") || reader.InQuote(i))
                continue;
            if (IsSilence(i + 1, limit))
                return i;
            if (reader[i].Is(";"))
                continue;
            if (IsVenue(i + 1, limit))
            {
                clause.Zone = clause.Zone.IsEmpty ? new TokenRange(i + 1, limit) : clause.Zone with { End = limit };
                clause.Venue = new TokenRange(i + 1, limit);
                return i;
            }

            if (reader[i + 1].Lower is not ("citing" or "quoting"))
                continue;
            clause.Cited ??= Citations.Find(reader, i + 1, limit, out _);
            if (clause.Cited is not null)
                return i;
        }

        return limit;
    }

    /// <summary>"; there was no immediate comment from the group" is nobody's words.</summary>
    private bool IsSilence(int at, int limit)
    {
        for (var i = at; i + 1 < Math.Min(limit, at + 8) && !reader.InQuote(i); i++)
        {
            var (word, next) = (reader[i].Lower, reader[i + 1].Lower);
            if (
                (word == "no" && next is "comment" or "immediate" or "response" or "confirmation")
                || (word == "declined" && next == "to")
                || (word == "not" && next is "respond" or "immediately" or "reply")
            )
                return true;
        }

        return false;
    }

    /// <summary>"in a post on social media" at the end of a sentence.</summary>
    private bool IsClosingVenue(int at, int limit)
    {
        const int Longest = 9;
        if (
            at + 2 >= limit
            || reader[at + 1].Lower is not ("a" or "an" or "his" or "her" or "its" or "their")
            || limit - at > Longest
            || reader.InQuote(at)
        )
            return false;
        var venue = false;
        for (var i = at + 1; i < limit; i++)
        {
            venue |=
                i < at + 4
                && reader[i].Lower is "statement" or "post" or "tweet" or "interview" or "email" or "e-mail" or "video" or "speech";
            if (reader[i].Kind == TokenKind.Mark && !(i == limit - 1 && reader[i].IsTerminal) || reader.InQuote(i))
                return false;
        }

        return venue;
    }

    /// <summary>", in remarks carried by TASS", ", in a statement": where it was said, not what.</summary>
    private bool IsVenue(int at, int limit)
    {
        if (reader[at].Lower is not ("in" or "during" or "on" or "at"))
            return false;
        for (var i = at + 1; i < Math.Min(limit, at + 5) && reader[i].Kind == TokenKind.Word; i++)
        {
            if (
                reader[i].Lower
                    is "remarks"
                        or "comments"
                        or "interview"
                        or "statement"
                        or "speech"
                        or "tweet"
                        or "broadcast"
                        or "podcast"
                        or "letter"
                        or "op-ed"
                && i > at
            )
                return !HasClause(i + 1, limit);
        }

        return false;
    }

    /// <summary>Whether the sentence goes on behind a comma.</summary>
    private bool HasClause(int at, int limit)
    {
        for (; at < limit; at++)
        {
            if (reader[at].Is(",") || reader.InQuote(at))
                return true;
        }

        return false;
    }
}
