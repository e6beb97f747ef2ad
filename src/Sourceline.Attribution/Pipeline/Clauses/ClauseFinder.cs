using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Names;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Clauses;

/// <summary>Finds the cue clauses of one sentence: first who and which verb, from left to right, then what each says.</summary>
internal sealed class ClauseFinder
{
    /// <summary>More cues than this in one sentence are a list or noise.</summary>
    private const int MostCues = 12;

    private readonly Reader _reader;
    private readonly Subjects _subjects;
    private readonly Complements _complements;
    private readonly NounCues _nouns;

    public ClauseFinder(Reader reader)
    {
        _reader = reader;
        _subjects = new Subjects(reader);
        _complements = new Complements(reader);
        _nouns = new NounCues(reader, _subjects);
    }

    public List<CueClause> Read(Sentence sentence)
    {
        if (TranscriptTurn.Read(_reader, sentence) is { } turn)
            return [turn];
        var clauses = new List<CueClause>();
        for (var at = sentence.First; at < sentence.End && clauses.Count < MostCues; at++)
        {
            if (_reader.InQuote(at) || !(_reader[at].Kind == TokenKind.Word || _reader[at].Lower is ":" or "—" or "–" or "-"))
                continue;
            var clause = AccordingTo.Read(_reader, sentence, at)
                ?? AsSaying.Read(_reader, _subjects, sentence, at)
                ?? Noncommittal.Read(_reader, _subjects, sentence, at)
                ?? ColonCue.Read(_reader, sentence, at)
                ?? SignedQuotation.Read(_reader, sentence, at)
                ?? HeadlineCue.Read(_reader, sentence, at)
                ?? FromVerb(sentence, at, clauses);
            if (clause is null)
                continue;
            clauses.Add(clause);
            at = Math.Max(at, clause.Cue.End - 1);
        }

        if (clauses.Count == 0 && AccordingTo.AsReported(_reader, sentence) is { } reported)
            clauses.Add(reported);
        clauses.RemoveAll(c =>
            clauses.Exists(o =>
                o != c
                && o.Source is { } source
                && source.Range.First < c.Cue.First
                && c.Cue.End <= source.Range.End
                && o.Start < o.Cue.First
            )
        );
        _complements.Fill(sentence, clauses);
        _nouns.Add(sentence, clauses);
        foreach (var clause in clauses)
            clause.Hedge ??= Hedges.Within(_reader, clause.Content);
        if (clauses.Count == 0 && Hedges.Read(_reader, sentence) is { } hedged)
            clauses.Add(hedged);
        return clauses;
    }

    private CueClause? FromVerb(Sentence sentence, int at, List<CueClause> earlier)
    {
        if (VerbGroups.At(_reader, sentence, at) is not { } group)
            return null;
        var source =
            group.Verb.Form == VerbForm.Gerund && !HasHelper(group)
                ? GerundSubject(sentence, group, earlier, out var same)
                : Subject(sentence, group, earlier, out same);
        if (source is null)
            return null;
        return new CueClause
        {
            Sentence = sentence,
            Cue = group.Range,
            Verb = group.Verb,
            Weight = group.Verb.Weight,
            Source = source,
            SameSpeaker = same,
            Hedge = group.Hedge is { } hedge ? new TokenRange(hedge, hedge + 1) : null,
        };
    }

    private static bool HasHelper(VerbGroup group) => group.Range.First < group.Main;

    private SourcePhrase? Subject(Sentence sentence, VerbGroup group, List<CueClause> earlier, out bool same)
    {
        same = false;
        var before = group.Range.First - 1;
        var joined = before >= sentence.First && (_reader[before].Lower is "and" or "but" or "then");
        var comma = before > sentence.First && _reader[before].Is(",") && !_reader.InQuote(before);
        if (comma && _subjects.Inverted(sentence, group) is { } inverted)
            return inverted;
        if (!joined && _subjects.Before(sentence, group.Range.First, group.Verb) is { } subject)
            return subject;
        var opens = before < sentence.First || _reader.InQuote(before) || _reader[before].Lower is "," or "—" or "–" or "-";
        if (opens && _subjects.Behind(sentence, group, sentence.End) is { } behind)
            return behind;
        if (
            !joined
            || !(group.Verb.Strong || group.Verb.Lemma is "deny" or "promise" or "pledge" or "accuse")
            || group.Verb.Form == VerbForm.Base
        )
            return null;
        same = true;
        return earlier.Count > 0 ? earlier[^1].Source : _subjects.OfSentence(sentence);
    }

    private SourcePhrase? GerundSubject(Sentence sentence, VerbGroup group, List<CueClause> earlier, out bool same)
    {
        same = true;
        var before = group.Range.First - 1;
        if (
            before < sentence.First
            || !(_reader[before].Is(",") || EndsQuote(before))
            || !(group.Verb.Strong || group.Verb.Lemma is "deny")
        )
            return null;
        return earlier.Count > 0 ? earlier[^1].Source : _subjects.OfSentence(sentence);
    }

    private bool EndsQuote(int at) => _reader.Document.QuoteAt[at] is { } quote && quote.Last == at;
}
