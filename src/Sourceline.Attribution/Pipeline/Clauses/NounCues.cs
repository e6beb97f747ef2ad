using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Names;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Clauses;

/// <summary>Finds nouns that attribute: "the company's announcement that", "a claim by the rebels that", "on reports that".</summary>
internal sealed class NounCues(Reader reader, Subjects subjects)
{
    private const double Sourced = .65;
    private const double Bare = .5;
    private const int Reach = 14;

    private static readonly System.Collections.Frozen.FrozenSet<string> Pronouns = WordSet.Of("his her their its");

    /// <summary>Verbs whose subject hands on what another is cited for; who confirms or denies a claim does not.</summary>
    private static readonly System.Collections.Frozen.FrozenSet<string> Reporting = WordSet.Of(
        "say tell report add write state note announce explain"
    );

    public void Add(Sentence sentence, List<CueClause> clauses)
    {
        for (var at = sentence.First + 1; at + 2 < sentence.End; at++)
        {
            if (!reader[at].Is("that") || reader.InQuote(at) || !IsClause(at + 1, sentence.End))
                continue;
            if (Read(sentence, at) is { } clause && IsNew(clause, clauses))
                clauses.Insert(0, clause);
        }
    }

    private CueClause? Read(Sentence sentence, int that)
    {
        var noun = that - 1;
        SourcePhrase? source = null;
        if (!CueNouns.Saying.Contains(reader[noun].Lower))
        {
            noun = BeforeBy(sentence, that);
            if (noun < 0)
                return null;
            source = reader.Source(new TokenRange(noun + 2, that));
            if (source.Pronoun is not null || !(source.Run is not null || NounPhrases.IsSourceNoun(source.Noun)))
                return null;
        }

        if (reader.InQuote(noun) || reader[noun].Capital && noun > sentence.First || IsVerb(sentence, noun))
            return null;
        source ??= Owner(sentence, noun);
        var governor = Governors.Before(reader, sentence, noun);
        // "Withdrew its report that": whose report it is, and who takes it back, is one. "Rejected his claim that" tells of two.
        var governed =
            governor is not null && (source is null || (source.Pronoun is not null && governor.Value.Polarity == Polarity.Withdraws));
        if (governed)
            source ??= subjects.Before(sentence, governor!.Value.First, CueVerbs.Find("said")!) ?? subjects.OfSentence(sentence);
        if (source is null && (governed || !CueNouns.Alone.Contains(reader[noun].Lower)))
            return null;
        var clause = new CueClause
        {
            Sentence = sentence,
            Cue = new TokenRange(noun, noun + 1),
            Weight = source is null ? Bare : Sourced,
            Source = source,
            IsNoun = true,
            Placement = Placement.Before,
        };
        if (!Contents.Add(reader, clause, new TokenRange(that, End(sentence, noun, that))))
            return null;
        clause.Polarity = governed ? governor!.Value.Polarity : Governors.Behind(reader, sentence, clause.Content[^1].End);
        return clause;
    }

    /// <summary>The noun of "a claim by the rebels that".</summary>
    private int BeforeBy(Sentence sentence, int that)
    {
        for (var at = that - 2; at > Math.Max(sentence.First, that - Reach); at--)
        {
            if (
                reader.InQuote(at)
                || reader[at].Kind == TokenKind.Mark && reader.Names.At(at) is null
                || CueVerbs.Find(reader[at].Lower) is { Strong: true } && !CueNouns.Saying.Contains(reader[at].Lower)
            )
                return -1;
            if (reader[at].Lower is "by" or "from" or "of" or "among" && CueNouns.Saying.Contains(reader[at - 1].Lower))
                return at - 1;
        }

        return -1;
    }

    /// <summary>"claims that" behind a subject is a verb.</summary>
    private bool IsVerb(Sentence sentence, int noun)
    {
        if (noun == sentence.First || CueVerbs.Find(reader[noun].Lower) is null)
            return false;
        var before = reader[noun - 1];
        return (reader.Names.At(noun - 1) is not null && !before.IsPossessive)
            || FunctionWords.Subjects.Contains(before.Lower)
            || before.Lower is "to" or "which"
            || FunctionWords.Modals.Contains(before.Lower)
            || Roles.Nouns.Contains(before.Lower)
            || Organisations.Nouns.Contains(before.Lower)
            || Documents.Nouns.Contains(before.Lower);
    }

    /// <summary>Whose announcement it is: the possessor before it.</summary>
    private SourcePhrase? Owner(Sentence sentence, int noun)
    {
        var phrase = reader.Phrases.Left(sentence, noun);
        if (
            phrase.IsEmpty
            && noun - 2 >= sentence.First
            && reader[noun - 1].Lower is "'" or "’"
            && reader[noun - 2].End == reader[noun - 1].Start
            && reader[noun - 2].Lower.EndsWith('s')
        )
            return Plural(sentence, noun - 1);
        for (var at = phrase.End - 1; at >= phrase.First; at--)
        {
            if (
                reader[at].IsPossessive
                && reader.Source(phrase with { End = at + 1 }) is { } owner
                && (owner.Run is not null || NounPhrases.IsSourceNoun(owner.Noun))
            )
                return owner;
            if (Pronouns.Contains(reader[at].Lower))
                return OfPronoun(at);
        }

        return null;
    }

    /// <summary>"Residents' allegation that".</summary>
    private SourcePhrase? Plural(Sentence sentence, int apostrophe)
    {
        var phrase = reader.Phrases.Left(sentence, apostrophe);
        return !phrase.IsEmpty && reader.Source(phrase) is var owner && (owner.Run is not null || NounPhrases.IsSourceNoun(owner.Noun))
            ? owner
            : null;
    }

    private SourcePhrase OfPronoun(int at)
    {
        var range = new TokenRange(at, at + 1);
        var pronoun = reader[at].Lower switch
        {
            "his" => "he",
            "her" => "she",
            "its" => "it",
            _ => "they",
        };
        return new SourcePhrase(range, range, null, reader[at].Lower) { Pronoun = pronoun };
    }

    /// <summary>A clause, not "that was published" or "that the ministry published".</summary>
    private bool IsClause(int at, int limit)
    {
        var word = reader[at];
        if (reader.InQuote(at))
            return true;
        if (
            word.Kind == TokenKind.Mark
            || FunctionWords.Auxiliaries.Contains(word.Lower)
            || CueVerbs.Find(word.Lower) is { Form: VerbForm.Past or VerbForm.Third }
            || FunctionWords.Prepositions.Contains(word.Lower)
            || CueNouns.Reactions.Contains(word.Lower)
            || FunctionWords.Adverbs.Contains(word.Lower)
        )
            return false;
        for (var i = at + 1; i < Math.Min(limit, at + 6); i++)
        {
            if (
                CueNouns.Making.Contains(reader[i].Lower)
                && (
                    i + 1 >= limit
                    || reader[i + 1].Kind == TokenKind.Mark
                    || FunctionWords.Prepositions.Contains(reader[i + 1].Lower)
                    || reader.DateAt(i + 1) is not null
                )
            )
                return false;
        }

        return true;
    }

    /// <summary>Up to the verb whose subject the noun is, or the mark that closes the clause.</summary>
    private int End(Sentence sentence, int noun, int that)
    {
        var subject = IsSubject(sentence, noun);
        var verbs = 0;
        for (var at = that + 1; at < sentence.End; at++)
        {
            if (reader.InQuote(at))
                continue;
            var lower = reader[at].Lower;
            if (reader[at].IsTerminal || lower is "—" or "–" or ";" || (lower is "," && !InList(at, sentence.End)))
                return at;
            var helper =
                FunctionWords.Auxiliaries.Contains(lower)
                && !FunctionWords.Auxiliaries.Contains(reader[at - 1].Lower)
                && reader[at - 1].Lower is not ("not" or "to");
            if (helper || CueNouns.Reactions.Contains(lower) || IsPast(lower))
                verbs++;
            if (
                subject
                && verbs > 1
                && (helper || CueNouns.Reactions.Contains(lower))
                && !FunctionWords.Subjects.Contains(reader[at - 1].Lower)
                && !FunctionWords.Subordinators.Contains(reader[at - 1].Lower)
            )
                return at;
        }

        return sentence.End;
    }

    private bool InList(int comma, int end) =>
        comma + 2 < end && (reader[comma + 2].Lower is "," or "and" or "or" || reader[comma - 1].Kind == TokenKind.Number);

    private static bool IsPast(string lower) => lower.Length > 4 && lower.EndsWith("ed", StringComparison.Ordinal);

    /// <summary>Whether the noun's phrase opens the sentence.</summary>
    private bool IsSubject(Sentence sentence, int noun)
    {
        for (var at = reader.AfterLead(sentence); at < noun; at++)
        {
            if (
                FunctionWords.Auxiliaries.Contains(reader[at].Lower)
                || IsPast(reader[at].Lower)
                || (reader[at].Kind == TokenKind.Mark && !reader[at].Is("'"))
                || CueNouns.Reactions.Contains(reader[at].Lower)
                || FunctionWords.Prepositions.Contains(reader[at].Lower) && reader[at].Lower is not "of"
                || CueVerbs.Find(reader[at].Lower) is { Form: VerbForm.Past or VerbForm.Third }
            )
                return false;
        }

        return true;
    }

    /// <summary>What a verb has taken for its own source or content is not said twice; what stands in an outlet's report came through it.</summary>
    private static bool IsNew(CueClause noun, List<CueClause> clauses)
    {
        foreach (var clause in clauses)
        {
            if (
                clause.Cue.Has(noun.Cue.First)
                || clause.Source?.Range.Has(noun.Cue.First) == true
                || clause.Content.Exists(c => c.First == noun.Content[0].First)
            )
                return false;
            // "Denied claims that": who denies is told by the verb, and nobody else makes the claim.
            if (
                clause.Content.Exists(c => c.Has(noun.Cue.First))
                && PolarityCues.IsAgainst(clause.Polarity ?? PolarityCues.OfVerb(clause.Verb?.Lemma ?? ""))
                && (noun.Source is null || noun.Polarity is not null)
            )
                return false;
            if (
                clause.Content.Exists(c => c.Has(noun.Cue.First))
                && clause is { Source: not null, IsNoun: false }
                && (clause.Verb is null || Reporting.Contains(clause.Verb.Lemma))
            )
                noun.Outer = clause;
        }

        return !clauses.Exists(c => c.IsNoun && c.Content[0].Has(noun.Cue.First)) && (noun.Outer is null || noun.Source is not null);
    }
}
