using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Clauses;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Names;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Languages;

/// <summary>
/// Reads speakers in Persian, before the verb, and Arabic, behind it: without capitals only a role word, a common given name or a name
/// that the text gave in full before is certain.
/// </summary>
internal sealed class ForeignSegments(Reader reader, ForeignCues cues)
{
    private const int Longest = 10;
    private const int LongestName = 3;

    public SourcePhrase? Before(Sentence sentence, int verb)
    {
        var end = BeforeAddressee(sentence, verb);
        if (end > sentence.First && IsComma(end - 1))
            end--;
        var first = Start(sentence, end);
        var source = Read(new TokenRange(first, end));
        if (source is not { Run: null, Pronoun: null } || first - 1 <= sentence.First || !IsComma(first - 1))
            return source;
        var before = Start(sentence, first - 1);
        return Name(new TokenRange(before, first - 1)) is { Run: { } run }
            ? new SourcePhrase(new TokenRange(before, end), run.Core, run, "")
            {
                Role = RoleWords.Of(reader.Document, new TokenRange(first, end)),
            }
            : source;
    }

    public SourcePhrase? After(Sentence sentence, int verb)
    {
        var end = verb + 1;
        while (
            end < sentence.End
            && IsWord(end)
            && !cues.Stops.Contains(reader[end].Lower)
            && !reader[end].Lower.StartsWith("لل", StringComparison.Ordinal)
            && !cues.IsOutletNoun(reader[end].Lower)
        )
            end++;
        return Read(new TokenRange(verb + 1, end));
    }

    public SourcePhrase Pronoun(int at)
    {
        var range = new TokenRange(at, at + 1);
        return new SourcePhrase(range, range, null, reader[at].Lower) { Pronoun = reader[at].Lower };
    }

    public SourcePhrase Named(int first, TokenRange core)
    {
        var name = reader.Document.Words(core);
        var kind = Outlets.Known.Contains(name.ToLowerInvariant()) ? SourceKind.Outlet : SourceKind.Person;
        var run = new NameRun(core, core, null, null, null) { Entity = new Entity(name, kind, core.First, reader.Document.Span(core)) };
        return new SourcePhrase(new TokenRange(first, core.End), core, run, "");
    }

    /// <summary>Where "to reporters", "to the Lantern" begins, or the verb itself.</summary>
    private int BeforeAddressee(Sentence sentence, int verb)
    {
        for (var at = verb - 1; at >= Math.Max(sentence.First, verb - Longest); at--)
        {
            if (!reader.InQuote(at) && reader[at].Is(cues.Addressee))
                return at;
            if (!IsWord(at) && !reader.InQuote(at))
                return verb;
        }

        return verb;
    }

    private int Start(Sentence sentence, int end)
    {
        var first = end;
        while (first > sentence.First && IsWord(first - 1))
            first--;
        return first;
    }

    private SourcePhrase? Read(TokenRange range)
    {
        if (range.IsEmpty)
            return null;
        if (cues.Pronouns.Contains(reader[range.First].Lower))
            return range.Count == 1 || (range.Count == 2 && cues.Stops.Contains(reader[range.First + 1].Lower))
                ? Pronoun(range.First)
                : null;
        var end = range.First;
        while (end < range.End && !cues.Stops.Contains(reader[end].Lower))
            end++;
        var words = range with { End = end };
        if (words.IsEmpty || words.Count > Longest || (end < range.End && !cues.Roles.Contains(reader[range.First].Lower)))
            return null;
        if (cues.Roles.Contains(reader[words.First].Lower) && BehindRole(words) is { } named)
            return named;
        if (cues.Roles.Contains(reader[words.First].Lower))
            return new SourcePhrase(words, words, null, reader[words.First].Lower);
        if (words.Count is > 1 and <= LongestName && cues.Given.Contains(reader[words.First].Lower))
            return Named(words.First, words);
        return words.Count == 1 && Full(words.First) is { } full ? Short(words, full) : null;
    }

    /// <summary>"رئيس البلدية سالم الحداد": a given name and one more word at the end of a role.</summary>
    private SourcePhrase? BehindRole(TokenRange words)
    {
        var core = new TokenRange(words.End - 2, words.End);
        return core.First > words.First && cues.Given.Contains(reader[core.First].Lower)
            ? Named(words.First, core) with
            {
                Role = RoleWords.Of(reader.Document, words with { End = core.First }),
            }
            : null;
    }

    /// <summary>A name behind which a role stands.</summary>
    private SourcePhrase? Name(TokenRange words)
    {
        for (var at = words.First; at < words.End; at++)
        {
            if (
                cues.Stops.Contains(reader[at].Lower)
                || cues.Roles.Contains(reader[at].Lower)
                || cues.IsOutletNoun(reader[at].Lower)
                || cues.Pronouns.Contains(reader[at].Lower)
            )
                return null;
        }

        return words.Count is > 1 and <= LongestName ? Named(words.First, words) : null;
    }

    private SourcePhrase Short(TokenRange words, TokenRange full)
    {
        var run = new NameRun(words, words, null, null, null)
        {
            Entity = new Entity(reader.Document.Words(full), SourceKind.Person, full.First, reader.Document.Span(full)),
        };
        return new SourcePhrase(words, words, run, "");
    }

    /// <summary>The full name that a surname alone stands for: a given name before the same word, earlier in the text.</summary>
    private TokenRange? Full(int surname)
    {
        const int Reach = 2000;
        for (var at = surname - 1; at > Math.Max(0, surname - Reach); at--)
        {
            if (reader[at].Lower == reader[surname].Lower && cues.Given.Contains(reader[at - 1].Lower))
                return new TokenRange(at - 1, at + 1);
        }

        return null;
    }

    private bool IsComma(int at) => reader[at].Lower is "،" or ",";

    private bool IsWord(int at) => reader[at].Kind is TokenKind.Word or TokenKind.Number && !reader.InQuote(at);
}
