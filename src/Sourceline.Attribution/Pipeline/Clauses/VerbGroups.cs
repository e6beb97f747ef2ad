using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Clauses;

/// <summary>A cue verb with its auxiliaries and adverbs: "has also said".</summary>
internal readonly record struct VerbGroup(TokenRange Range, CueVerb Verb, int Main, int? Hedge);

/// <summary>Recognises verb groups that report something as said: not negated, not wished for, not passive.</summary>
internal static class VerbGroups
{
    public static VerbGroup? At(Reader reader, Sentence sentence, int main)
    {
        var token = reader[main];
        if (CueVerbs.Find(token.Lower) is not { } verb || reader.Names.At(main) is { } run && run.Core.Has(main))
            return null;
        var first = main;
        int? hedge = null;
        bool be = false,
            modal = false,
            negated = false,
            helped = false;
        for (
            ;
            first > sentence.First
                && !reader.InQuote(first - 1)
                && (IsHelper(reader[first - 1]) || IsHeard(reader, sentence, verb, first - 1));
            first--
        )
        {
            var helper = reader[first - 1].Lower;
            be |= FunctionWords.Be.Contains(helper);
            modal |= FunctionWords.Modals.Contains(helper);
            negated |= FunctionWords.Negations.Contains(helper);
            helped |= FunctionWords.Auxiliaries.Contains(helper);
            if (Hedges.Adverbs.Contains(helper))
                hedge = first - 1;
        }

        if (verb.Lemma == "write" && main + 1 < sentence.End && reader[main + 1].Lower is "off" or "down" or "up")
            return null;
        if (NeedsParticle(verb) && CueEnd(reader, sentence, verb, main) == main + 1)
            return null;
        if (modal || negated || (be && verb.Form == VerbForm.Past) || IsParticiple(reader, sentence, verb, main))
            return null;
        if (first > sentence.First && !Fits(reader, sentence, verb, first, helped))
            return null;
        while (first < main && !FunctionWords.Auxiliaries.Contains(reader[first].Lower) && Hedges.IsPause(reader[first].Lower))
            first++;
        return new VerbGroup(new TokenRange(first, CueEnd(reader, sentence, verb, main)), verb, main, hedge);
    }

    /// <summary>"pointed out" and "went on to say" attribute; "pointed" and "went" do not.</summary>
    private static bool NeedsParticle(CueVerb verb) => verb.Lemma is "point" or "go";

    /// <summary>"was heard saying", "is seen telling".</summary>
    private static bool IsHeard(Reader reader, Sentence sentence, CueVerb verb, int at) =>
        verb.Form == VerbForm.Gerund
        && at > sentence.First
        && reader[at].Lower is "heard" or "overheard" or "filmed" or "recorded" or "seen" or "shown"
        && FunctionWords.Be.Contains(reader[at - 1].Lower);

    private static bool IsHelper(Token token) =>
        !token.Capital
        && (
            FunctionWords.Auxiliaries.Contains(token.Lower)
            || FunctionWords.Negations.Contains(token.Lower)
            || token.Is("to")
            || FunctionWords.Adverbs.Contains(token.Lower)
            || (token.Lower.Length > 4 && token.Lower.EndsWith("ly", StringComparison.Ordinal) && !Roles.Nouns.Contains(token.Lower))
        );

    /// <summary>"announced by", "the proposed bridge".</summary>
    private static bool IsParticiple(Reader reader, Sentence sentence, CueVerb verb, int main) =>
        verb.Form == VerbForm.Past
        && (
            (main + 1 < sentence.End && reader[main + 1].Is("by") && verb.Lemma is not ("say" or "add" or "tell"))
            || (
                main > sentence.First
                && (FunctionWords.Articles.Contains(reader[main - 1].Lower) || reader[main - 1].IsPossessive || reader[main - 1].Is("as"))
            )
        );

    /// <summary>"The claims" and "a report" are nouns; "officials claim" is a verb.</summary>
    private static bool Fits(Reader reader, Sentence sentence, CueVerb verb, int first, bool helped)
    {
        var before = reader[first - 1];
        if (verb.Form is VerbForm.Past or VerbForm.Gerund || helped)
            return true;
        if (FunctionWords.Determiners.Contains(before.Lower) || before.IsPossessive || FunctionWords.Prepositions.Contains(before.Lower))
            return before.Lower is "some" or "many" or "others" or "both";
        return verb.Form == VerbForm.Third ? before.Kind != TokenKind.Number : IsPlural(verb, reader, before, first);
    }

    private static bool IsPlural(CueVerb verb, Reader reader, Token before, int first) =>
        before.Lower is "they" or "who" or "people" or "police" or "men" or "women" or "some" or "many"
        || (verb.Lemma == "say" && before.Lower.EndsWith('s') && !before.IsPossessive)
        || (
            before.Lower.EndsWith('s')
            && before.Kind == TokenKind.Word
            && (NounPhrases.IsSourceNoun(before.Lower) || reader.Names.At(first - 1) is { Entity.Kind: not SourceKind.Person })
        );

    private static int CueEnd(Reader reader, Sentence sentence, CueVerb verb, int main)
    {
        if (main + 1 >= sentence.End)
            return main + 1;
        var next = reader[main + 1].Lower;
        var particle = (verb.Lemma, next) switch
        {
            ("point", "out") or ("call", "for") or ("call", "on") => true,
            ("go", "on") => main + 3 < sentence.End
                && reader[main + 2].Is("to")
                && CueVerbs.Find(reader[main + 3].Lower) is { Strong: true },
            _ => false,
        };
        if (verb.Lemma == "go" && particle)
            return main + 4;
        return particle ? main + 2 : main + 1;
    }
}
