using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Dates;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Names;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Clauses;

/// <summary>Cuts noun phrases out of a sentence by its closed word classes, to the left and to the right of a place.</summary>
internal sealed class NounPhrases(Document document, NameBook names)
{
    private const int Longest = 30;

    /// <summary>The phrase that ends right before <paramref name="end"/>; empty where there is none.</summary>
    public TokenRange Left(Sentence sentence, int end)
    {
        var limit = Math.Max(sentence.First, end - Longest);
        var at = end;
        while (at > limit && Continues(at - 1, at == end, at, limit))
            at--;
        if (
            at < end
            && at - 2 >= limit
            && document.QuoteAt[at - 1] is null
            && (document[at - 2].Lower, document[at - 1].Lower)
                is
                    ("more" or "fewer" or "less", "than")
                    or
                    ("at", "least" or "most")
                    or
                    ("up", "to")
        )
            at -= 2;
        return Trimmed(Unjoined(new TokenRange(at, end), sentence), sentence);
    }

    /// <summary>Two sources are one subject only where they open the clause: "told the council and the mayor said" has one.</summary>
    private TokenRange Unjoined(TokenRange range, Sentence sentence)
    {
        var opens =
            range.First == sentence.First
            || document[range.First - 1].Kind != TokenKind.Word
            || document[range.First - 1].Lower is "that" or "both" or "but";
        for (var at = range.End - 1; at > range.First && !opens; at--)
        {
            if (document[at].Is("and") && names.At(at)?.Core.Has(at) != true)
                return range with { First = at + 1 };
        }

        return range;
    }

    private bool Continues(int token, bool last, int right, int limit)
    {
        var word = document[token];
        if (names.At(token) is { } run && run.Whole.First < token)
            return true;
        if (document.QuoteAt[token] is not null)
            return false;
        if (word.Kind == TokenKind.Number)
            return true;
        if (word.Kind != TokenKind.Word)
            return word.Lower is ")" or "(" or "%" or "$" or "#" or "@";
        if (FunctionWords.Subjects.Contains(word.Lower) || word.Is("which"))
            return last;
        if (FunctionWords.Articles.Contains(word.Lower) && word.Lower != "that")
            return true;
        if (!last && StartsPhrase(right) && word.Is("and"))
            return token > limit && IsJoined(token) && !FunctionWords.Subjects.Contains(document[right].Lower);
        if (!last && StartsPhrase(right))
            return IsLink(token, limit) && IsNounBefore(token);
        if (IsLink(token, limit) || word.Is("and"))
            return !last && token > limit && (word.Is("and") ? IsJoined(token) : IsNounBefore(token));
        return !IsVerbAt(token)
            && !FunctionWords.Subordinators.Contains(word.Lower)
            && !FunctionWords.Prepositions.Contains(word.Lower)
            && !(last && FunctionWords.Adverbs.Contains(word.Lower))
            && !IsDate(word);
    }

    /// <summary>"of", "for" and, behind what somebody wrote, "by": "a poll by the institute", "a letter seen by Reuters".</summary>
    private bool IsLink(int token, int limit) =>
        token > limit
        && (
            FunctionWords.NounLinks.Contains(document[token].Lower)
            || (
                document[token].Is("by")
                && (Documents.Nouns.Contains(document[token - 1].Lower) || FunctionWords.Linkers.Contains(document[token - 1].Lower))
            )
        );

    /// <summary>Whether the phrase, as it stands, opens with an article or a pronoun: only "of" or "for" can lengthen it.</summary>
    private bool StartsPhrase(int first) =>
        FunctionWords.Articles.Contains(document[first].Lower) || FunctionWords.Subjects.Contains(document[first].Lower);

    private bool IsNounBefore(int link)
    {
        var before = document[link - 1];
        return before.Kind == TokenKind.Word
            && document.QuoteAt[link - 1] is null
            && !IsVerbal(before.Lower)
            && !FunctionWords.Subordinators.Contains(before.Lower)
            && !FunctionWords.Leads.Contains(before.Lower)
            && !FunctionWords.Prepositions.Contains(before.Lower)
            && !FunctionWords.Adverbs.Contains(before.Lower)
            && (
                names.At(link - 1) is not null
                || IsSourceNoun(before.Lower)
                || document[link].Lower is "of" or "by"
                || before.Lower is "knowledge"
                || (before.Is("out") && link > 1 && document[link - 2].Lower is "carried")
                || FunctionWords.Linkers.Contains(before.Lower)
            );
    }

    /// <summary>"Interfax and TASS", "Brand and two officials": only what is a source on both sides is one subject.</summary>
    private bool IsJoined(int and) =>
        document.QuoteAt[and - 1] is null && (names.At(and - 1) is not null || IsSourceNoun(document[and - 1].Lower));

    private static bool IsDate(Token word) => Months.Day(word) is not null || word.Lower is "yesterday" or "today" or "tomorrow";

    /// <summary>Whether a noun can speak.</summary>
    public static bool IsSourceNoun(string lower) =>
        Roles.Nouns.Contains(lower)
        || Outlets.Media.Contains(lower)
        || Organisations.CompanyNouns.Contains(lower)
        || (lower.EndsWith('s') && Roles.Nouns.Contains(lower[..^1]))
        || Organisations.Nouns.Contains(lower)
        || Documents.Nouns.Contains(lower)
        || Outlets.Nouns.Contains(lower);

    /// <summary>Whether a word is a verb, as far as closed lists tell.</summary>
    public static bool IsVerbal(string lower) =>
        FunctionWords.Auxiliaries.Contains(lower)
        || FunctionWords.Negations.Contains(lower)
        || (CueVerbs.Find(lower) is { } verb && !Documents.Nouns.Contains(lower) && (verb.Strong || verb.Form is VerbForm.Past));

    private TokenRange Trimmed(TokenRange range, Sentence sentence)
    {
        var first = range.First;
        while (
            first < range.End
            && (
                document[first].Kind == TokenKind.Mark
                || (first == sentence.First && FunctionWords.Leads.Contains(document[first].Lower))
                || document[first].Lower is "and" or "of" or "for" or "with" or "to" or "on"
            )
        )
            first++;
        return new TokenRange(first, range.End);
    }

    /// <summary>The phrase that begins at <paramref name="first"/>; empty where none does.</summary>
    public TokenRange Right(int first, int limit)
    {
        var at = first;
        limit = Math.Min(limit, first + Longest);
        while (at < limit && Extends(first, at, limit))
            at++;
        while (at > first && (FunctionWords.Prepositions.Contains(document[at - 1].Lower) || document[at - 1].Lower is "and" or "("))
            at--;
        return new TokenRange(first, at);
    }

    private bool Extends(int first, int at, int limit)
    {
        var word = document[at];
        if (names.At(at) is { } run && run.Whole.First < at)
            return true;
        if (document.QuoteAt[at] is not null)
            return false;
        if (word.Kind == TokenKind.Number)
            return at == first || FunctionWords.Articles.Contains(document[at - 1].Lower) || document[at - 1].Is("of");
        if (word.Kind != TokenKind.Word)
            return word.Lower is "(" or ")" && at > first;
        if (FunctionWords.Subjects.Contains(word.Lower) || word.Lower is "that" or "him" or "them" or "us" or "me")
            return at == first && word.Lower != "that";
        if (IsDate(word) || Months.Number(word) is not null)
            return false;
        if (
            at > first
            && (
                FunctionWords.Articles.Contains(word.Lower)
                || FunctionWords.Subjects.Contains(document[first].Lower)
                || IsObjectPronoun(first)
            )
        )
            return FunctionWords.Articles.Contains(word.Lower) && FunctionWords.Prepositions.Contains(document[at - 1].Lower);
        if (at > first && names.At(at) is not null && names.At(at - 1) is { } before && before != names.At(at) && !IsOffice(at, before))
            return false;
        if (
            at > first
            && FunctionWords.Determiners.Contains(word.Lower)
            && document[at - 1].Kind == TokenKind.Word
            && !FunctionWords.Determiners.Contains(document[at - 1].Lower)
            && !FunctionWords.Prepositions.Contains(document[at - 1].Lower)
            && !document[at - 1].Is("and")
        )
            return false;
        if (word.Is("and"))
            return at > first
                && at + 1 < limit
                && IsJoined(at)
                && (
                    names.At(at + 1) is not null
                    || FunctionWords.Determiners.Contains(document[at + 1].Lower)
                    || IsSourceNoun(document[at + 1].Lower)
                );
        if (FunctionWords.Prepositions.Contains(word.Lower))
            return at > first
                && at + 1 < limit
                && FunctionWords.NounLinks.Contains(word.Lower)
                && word.Lower is not ("on" or "to" or "at" or "in")
                && DateReader.Read(document, new Sentence(new TokenRange(at, limit), 0), at, false, null) is null;
        return !IsVerbAt(at)
            && !FunctionWords.Subordinators.Contains(word.Lower)
            && !(at > first && FunctionWords.Adverbs.Contains(word.Lower));
    }

    /// <summary>"Dobbs &amp; Co analyst Rita Marchetti": the role in small letters joins the body and the person.</summary>
    private bool IsOffice(int at, NameRun before) =>
        names.At(at) is { Role: not null } run
        && run.Whole.First == at
        && run.Core.First > at
        && before.Entity is { Kind: SourceKind.Organisation or SourceKind.Outlet or SourceKind.Person }
        && !document[at - 1].IsPossessive;

    /// <summary>"remarks" is a noun behind an article or a preposition.</summary>
    private bool IsVerbAt(int at)
    {
        var before = at > 0 ? document[at - 1].Lower : "";
        var mark = at > 0 && document[at - 1].Kind != TokenKind.Word && CueVerbs.Find(document[at].Lower) is { Form: VerbForm.Base };
        var noun = mark || FunctionWords.Articles.Contains(before) || FunctionWords.Prepositions.Contains(before);
        return IsVerbal(document[at].Lower) && !(noun && CueVerbs.Find(document[at].Lower) is { Form: VerbForm.Third or VerbForm.Base });
    }

    /// <summary>"her" before another word is "her cabinet".</summary>
    private bool IsObjectPronoun(int at) =>
        document[at].Lower is "him" or "them" or "us" or "me" || (document[at].Is("her") && !OpensNoun(at + 1));

    private bool OpensNoun(int at) =>
        at < document.Tokens.Count
        && document[at] is { Kind: TokenKind.Word } word
        && !FunctionWords.Determiners.Contains(word.Lower)
        && !FunctionWords.Subordinators.Contains(word.Lower)
        && !FunctionWords.Prepositions.Contains(word.Lower)
        && !FunctionWords.Subjects.Contains(word.Lower)
        && !FunctionWords.Auxiliaries.Contains(word.Lower)
        && !FunctionWords.Adverbs.Contains(word.Lower)
        && !IsDate(word)
        && !word.Is("to");
}
