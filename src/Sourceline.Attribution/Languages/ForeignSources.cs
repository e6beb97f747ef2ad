namespace Sourceline.Attribution;

/// <summary>Finds the name or the pronoun beside a cue verb in a language that is known only by its commonest words.</summary>
internal sealed class ForeignSources(Reader reader, ForeignCues cues)
{
    private const int Reach = 6;

    public SourcePhrase? Beside(Sentence sentence, int verb) =>
        cues.HasCapitals ? After(sentence, verb) ?? Before(sentence, verb) : WithoutCapitals(sentence, verb);

    private SourcePhrase? After(Sentence sentence, int verb)
    {
        var at = verb + 1;
        if (at < sentence.End && cues.Pronouns.Contains(reader[at].Lower))
            return Pronoun(at);
        while (at < Math.Min(sentence.End, verb + Reach) && IsPlainWord(at))
            at++;
        var end = at;
        while (end < sentence.End && IsNameWord(end))
            end++;
        return end > at ? Name(verb + 1, at, end) : null;
    }

    private SourcePhrase? Before(Sentence sentence, int verb)
    {
        var end = verb;
        while (end > sentence.First && end > verb - 2 && IsPlainWord(end - 1) && !cues.Pronouns.Contains(reader[end - 1].Lower))
            end--;
        if (end > sentence.First && cues.Pronouns.Contains(reader[end - 1].Lower))
            return Pronoun(end - 1);
        var at = end;
        while (at > sentence.First && IsNameWord(at - 1))
            at--;
        return end > at ? Name(at, at, end) : null;
    }

    /// <summary>Persian puts the speaker before the verb, Arabic behind it; only a short stretch up to a mark is certain.</summary>
    private SourcePhrase? WithoutCapitals(Sentence sentence, int verb)
    {
        var first = verb;
        while (first > sentence.First && IsWord(first - 1))
            first--;
        if (first < verb)
            return verb - first <= Reach ? Words(new TokenRange(first, verb)) : null;
        var end = verb + 1;
        while (end < sentence.End && IsWord(end) && reader[end].Lower is not ("إن" or "أن" or "بأن"))
            end++;
        return end > verb + 1 && end - verb <= Reach ? Words(new TokenRange(verb + 1, end)) : null;
    }

    private SourcePhrase Words(TokenRange range)
    {
        if (range.Count == 1 && cues.Pronouns.Contains(reader[range.First].Lower))
            return Pronoun(range.First);
        if (cues.Roles.Contains(reader[range.First].Lower))
            return new SourcePhrase(range, range, null, reader[range.First].Lower);
        return Name(range.First, range.First, range.End);
    }

    private SourcePhrase Pronoun(int at)
    {
        var range = new TokenRange(at, at + 1);
        return new SourcePhrase(range, range, null, reader[at].Lower) { Pronoun = reader[at].Lower };
    }

    private SourcePhrase Name(int first, int at, int end)
    {
        var core = new TokenRange(cues.HasCapitals ? Math.Max(at, end - 2) : at, end);
        var name = reader.Document.Words(core);
        var kind = Outlets.Known.Contains(name.ToLowerInvariant()) ? SourceKind.Outlet : SourceKind.Person;
        var run = new NameRun(core, core, null, null, null) { Entity = new Entity(name, kind, core.First, reader.Document.Span(core)) };
        return new SourcePhrase(new TokenRange(first, end), core, run, "");
    }

    private bool IsWord(int at) => reader[at].Kind is TokenKind.Word or TokenKind.Number && !reader.InQuote(at);

    private bool IsPlainWord(int at) => IsWord(at) && !reader[at].Capital;

    private bool IsNameWord(int at) => IsWord(at) && reader[at].Capital;
}
