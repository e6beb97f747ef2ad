using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Dates;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Names;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Clauses;

/// <summary>Finds who a cue verb belongs to: before it, behind it, or named earlier in the sentence.</summary>
internal sealed class Subjects(Reader reader)
{
    private const int LongestAside = 30;

    /// <summary>The phrase right before the verb group, with an aside between commas where there is one.</summary>
    public SourcePhrase? Before(Sentence sentence, int end, CueVerb verb)
    {
        while (end > sentence.First && Hedges.IsPause(reader[end - 1].Lower))
            end--;
        if (end > sentence.First && reader.DateList.Count > 0 && DateEndingAt(sentence, end) is { } date)
            end = date.Tokens.First;
        if (end > sentence.First + 2 && reader[end - 1].Lower is "," or "—" or "–" or ")" && AroundAside(sentence, end - 1) is { } around)
            return around;
        var range = reader.Phrases.Left(sentence, end);
        if (range.IsEmpty || IsSupposed(sentence, range.First))
            return null;
        return Plausible(reader.Source(WithRelative(sentence, range) ?? WithList(sentence, range)), verb);
    }

    /// <summary>"Tenants who read the contract described": what is read is no subject, whoever reads it is.</summary>
    private TokenRange? WithRelative(Sentence sentence, TokenRange range)
    {
        const int Longest = 5;
        var verb = range.First - 1;
        if (
            verb <= sentence.First + 1
            || reader[verb].Kind != TokenKind.Word
            || FunctionWords.Subordinators.Contains(reader[verb].Lower)
            || FunctionWords.Determiners.Contains(reader[verb].Lower)
        )
            return null;
        for (
            var at = verb - 1;
            at > Math.Max(sentence.First, verb - Longest) && reader[at].Kind == TokenKind.Word && !reader.InQuote(at);
            at--
        )
        {
            if (!reader[at].Is("who"))
                continue;
            var whole = reader.Phrases.Left(sentence, at);
            return !whole.IsEmpty && (NounPhrases.IsSourceNoun(reader[whole.End - 1].Lower) || reader.Names.At(whole.End - 1) is not null)
                ? whole with
                {
                    End = range.End,
                }
                : null;
        }

        return null;
    }

    /// <summary>"The Gazette, Interfax and TASS": names of one kind before a last one with "and", from the start of the sentence or the clause.</summary>
    private TokenRange WithList(Sentence sentence, TokenRange range)
    {
        if (!HasAnd(range) || reader.Names.At(range.End - 1)?.Entity is not { Kind: SourceKind.Outlet or SourceKind.Person } last)
            return range;
        var first = range.First;
        while (
            first - 2 >= sentence.First
            && reader[first - 1].Is(",")
            && reader.Names.At(first - 2) is { Entity: { } other } run
            && other.Kind == last.Kind
        )
            first = run.Whole.First > sentence.First && reader[run.Whole.First - 1].Is("the") ? run.Whole.First - 1 : run.Whole.First;
        var opens = first <= reader.AfterLead(sentence) || reader[first - 1].Kind != TokenKind.Word || reader[first - 1].Is("both");
        return opens && (last.Kind == SourceKind.Outlet || first <= reader.AfterLead(sentence)) ? range with { First = first } : range;
    }

    private bool HasAnd(TokenRange range)
    {
        for (var at = range.First; at < range.End; at++)
        {
            if (reader[at].Is("and") && reader.Names.At(at)?.Core.Has(at) != true)
                return true;
        }

        return false;
    }

    /// <summary>"If the council says so" reports nothing.</summary>
    private bool IsSupposed(Sentence sentence, int first) =>
        first > sentence.First && reader[first - 1].Lower is "if" or "unless" or "whether" or "until";

    private DateMention? DateEndingAt(Sentence sentence, int end)
    {
        for (var at = Math.Max(sentence.First, end - 4); at < end; at++)
        {
            if (reader.DateAt(at) is { } date && date.Tokens.End == end)
                return date;
        }

        return null;
    }

    /// <summary>"Tove Aasen, the port's deputy director, said".</summary>
    private SourcePhrase? AroundAside(Sentence sentence, int close)
    {
        var mark = reader[close].Is(")") ? "(" : reader[close].Lower;
        for (var at = close - 1; at > Math.Max(sentence.First, close - LongestAside) && !reader.InQuote(at); at--)
        {
            if (!reader[at].Is(mark))
                continue;
            var range = reader.Phrases.Left(sentence, at);
            if (
                (mark == "," && !IsAside(at + 1) && !OpensWithSource(sentence, range))
                || IsAge(range)
                || (mark == "," && reader[at + 1].Kind == TokenKind.Number && at + 2 < close && !reader[at + 2].Is(","))
            )
                continue;
            if (range.IsEmpty)
                return null;
            var cites = Cites(reader[at + 1].Lower) || Cites(reader[at + 2].Lower);
            var source = reader.Source(cites ? range : range with { End = close });
            return source.Run is not null || NounPhrases.IsSourceNoun(source.Noun) || source.Noun is "one" or "other" or "another" or "both"
                ? source
                : null;
        }

        return null;
    }

    /// <summary>Behind a name or a source that opens the sentence any aside is one.</summary>
    private bool OpensWithSource(Sentence sentence, TokenRange range) =>
        !range.IsEmpty
        && range.First <= reader.AfterLead(sentence)
        && (reader.Names.At(range.First) is not null || NounPhrases.IsSourceNoun(reader[range.End - 1].Lower));

    /// <summary>"Yusuf Demir, 51, a baker, said".</summary>
    private bool IsAge(TokenRange range) => range.Count == 1 && reader[range.First].Kind == TokenKind.Number;

    private static bool Cites(string lower) => Citations.Verbs.Contains(lower);

    private bool IsAside(int at)
    {
        var word = reader[at];
        return FunctionWords.Articles.Contains(word.Lower)
            || word.Lower
                is "who"
                    or "which"
                    or "whose"
                    or "speaking"
                    or "himself"
                    or "herself"
                    or "now"
                    or "also"
                    or "however"
                    or "meanwhile"
                    or "too"
                    or "though"
            || Cites(word.Lower)
            || Roles.Nouns.Contains(word.Lower)
            || Roles.TitleWords.Contains(word.Lower)
            || word.Kind == TokenKind.Number
            || reader.Names.At(at) is not null
            || word.IsPossessive;
    }

    /// <summary>The phrase behind the verb: ", said Tove Aasen, the port's deputy director".</summary>
    public SourcePhrase? Behind(Sentence sentence, VerbGroup group, int limit)
    {
        var at = group.Main + 1;
        var quoted = at - 2 >= sentence.First && reader.InQuote(at - 2);
        if (
            group.Range.Count != 1
            || !(group.Verb.Strong || quoted)
            || group.Verb.Form is VerbForm.Gerund or VerbForm.Base
            || at >= limit
            || reader.InQuote(at)
        )
            return null;
        var range = reader.Phrases.Right(at, limit);
        if (range.IsEmpty || reader[at].Lower is "him" or "them" or "us" or "me" or "that")
            return null;
        var end = range.End;
        if (end + 1 < limit && reader[end].Is(",") && IsAside(end + 1) && !reader.InQuote(end + 1) && !Cites(reader[end + 1].Lower))
            end = AsideEnd(end + 1, limit);
        if (end == range.End && reader.Source(range) is { Run: null, Pronoun: null })
            end = LooseEnd(end, limit);
        return Plausible(reader.Source(range with { End = end }), group.Verb);
    }

    /// <summary>
    /// ", said the source, who asked not to be named": behind a comma and before a mark or the end a source that can speak is whose the verb is, rather
    /// than whoever stands before the comma.
    /// </summary>
    public SourcePhrase? Inverted(Sentence sentence, VerbGroup group)
    {
        if (
            group.Verb is not { Strong: true, Form: VerbForm.Past or VerbForm.Third }
            || group.Verb.Takes.HasFlag(Complement.Addressee)
            || group.Range.Count != 1
        )
            return null;
        var range = reader.Phrases.Right(group.Main + 1, sentence.End);
        if (
            range.IsEmpty
            || reader.InQuote(range.First)
            || reader[range.End - 1].IsPossessive
            || reader.Source(range) is var source && source.Run is null && !NounPhrases.IsSourceNoun(source.Noun)
        )
            return null;
        if (Behind(sentence, group, sentence.End) is not { } behind)
            return null;
        var end = behind.Range.End;
        if (end < sentence.End && FunctionWords.Linkers.Contains(reader[end].Lower))
            end = LooseEnd(end, sentence.End, linked: true);
        return end >= sentence.End || reader[end].IsTerminal || reader[end].Is(",") || reader.DateAt(end) is not null ? behind : null;
    }

    /// <summary>"said a man at the back": what hangs on somebody unnamed, up to a mark or a day. Where it was said is no part of him.</summary>
    private int LooseEnd(int from, int limit, bool linked = false)
    {
        const int Longest = 12;
        if (
            from >= limit
            || !linked && reader[from].Lower is not ("at" or "in" or "from" or "with" or "near" or "outside" or "who" or "whose")
        )
            return from;
        var at = from;
        for (
            ;
            at < Math.Min(limit, from + Longest)
                && reader[at].Kind is TokenKind.Word or TokenKind.Number
                && !reader.InQuote(at)
                && reader.DateAt(at) is null;
            at++
        )
        {
            if (Modifiers.IsPlaceOfSaying(reader[at].Lower))
                return from;
        }

        return at < limit && reader[at].Kind == TokenKind.Word && reader.DateAt(at) is null ? from : at;
    }

    private int AsideEnd(int at, int limit)
    {
        while (
            at < limit
            && !reader.InQuote(at)
            && reader[at].Kind is TokenKind.Word or TokenKind.Number
            && reader[at].Lower is not ("adding" or "saying")
        )
            at++;
        return at;
    }

    /// <summary>The subject that the sentence opens with: "Brand rejected the offer, saying".</summary>
    public SourcePhrase? OfSentence(Sentence sentence)
    {
        var first = reader.AfterLead(sentence);
        if (first >= sentence.End || reader.InQuote(first))
            return null;
        if (reader[first].Lower is "on" or "in" or "at" or "after" or "during" or "speaking" or "for" or "as")
            first = AfterComma(sentence, first);
        if (first >= sentence.End || reader.InQuote(first))
            return null;
        var range = reader.Phrases.Right(first, sentence.End);
        if (range.IsEmpty)
            return null;
        var source = reader.Source(Shortened(range));
        return
            source.Pronoun is "he" or "she" or "they" or "it"
            || source.Run is not null
            || Roles.Nouns.Contains(source.Noun)
            || Organisations.Nouns.Contains(source.Noun)
            ? source
            : null;
    }

    /// <summary>A verb that no list holds ends the name before it.</summary>
    private TokenRange Shortened(TokenRange range) =>
        reader.Names.At(range.First) is { } run && run.Whole.End < range.End
            ? range with
            {
                End = Math.Max(range.First + 1, run.Whole.End),
            }
            : range;

    private int AfterComma(Sentence sentence, int at)
    {
        for (; at < sentence.End; at++)
        {
            if (reader[at].Is(",") && !reader.InQuote(at))
                return at + 1;
        }

        return sentence.End;
    }

    private SourcePhrase? Plausible(SourcePhrase source, CueVerb verb)
    {
        if (verb.Lemma == "learn" && !source.IsOutlet)
            return null;
        if (source.Pronoun is { } pronoun)
            return pronoun is "he" or "she" or "they" || (pronoun is "it" or "who" or "which" && verb.Strong) ? source : null;
        if (source.Run is not null)
            return source;
        if (source.IsAge)
            return source;
        if (
            source.Noun.Length < 2
            || reader[source.Head.End - 1].Kind != TokenKind.Word
            || source.Noun is "there" or "here" or "what" or "so" or "then" or "now" or "well"
        )
            return null;
        if (!verb.Strong && source.Noun is "everybody" or "everyone" or "nobody" or "anybody" or "anyone" or "somebody" or "someone")
            return null;
        if (
            NounPhrases.IsSourceNoun(source.Noun)
            || source.Noun is "police" or "intelligence" or "percent" or "half" or "majority"
            || (verb.Lemma == "say" && verb.Form == VerbForm.Base)
        )
            return source;
        if (
            verb.Strong
            && source.Head.Count == 1
            && reader[source.Head.First].Capital
            && source.Noun.EndsWith('s')
            && source.Noun.Length > 5
        )
            return source;
        return verb.Strong && verb.Form != VerbForm.Base && FunctionWords.Determiners.Contains(reader[source.Head.First].Lower)
            ? source
            : null;
    }
}
