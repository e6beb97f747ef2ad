using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Names;

/// <summary>Parts a run of capitalised words into title and name, and looks at the words around it.</summary>
internal static class NameRunReader
{
    private const int LongestLowerRole = 6;

    /// <param name="document">The text.</param>
    /// <param name="sentence">Where the run stands.</param>
    /// <param name="run">Capitalised words in a row.</param>
    /// <param name="before">The name before it: a role holds all of that or nothing.</param>
    public static NameRun? Read(Document document, Sentence sentence, TokenRange run, TokenRange before)
    {
        var outletNoun = OutletNounAfter(document, sentence, run.End, out var end);
        var core = Core(document, run, outletNoun is not null);
        if (core.IsEmpty)
            return null;
        var roleFirst = core.First > run.First && document[run.First].Kind == TokenKind.Word ? run.First : core.First;
        roleFirst = LowerRole(document, sentence.First, roleFirst);
        if (before.First < roleFirst && roleFirst < before.End)
            roleFirst = Math.Min(before.End, core.First);
        var role = roleFirst < core.First && outletNoun is null ? RoleWords.Of(document, new TokenRange(roleFirst, core.First)) : null;
        var alias = Alias(document, sentence, end, out end);
        // "Rheinische Allgemeine (RA) daily".
        if (alias is not null)
            outletNoun ??= OutletNounAfter(document, sentence, end, out end);
        return new NameRun(new TokenRange(Math.Min(roleFirst, run.First), end), core, role, outletNoun, alias);
    }

    private static readonly System.Collections.Frozen.FrozenSet<string> BeforePlaces = WordSet.Of(
        "lake mount saint st st. san santa port fort cape new north south east west king queen the"
    );

    private static TokenRange Core(Document document, TokenRange run, bool outlet)
    {
        var organisation = !outlet && EndsAsOrganisation(document, run);
        var first = run.First;
        for (var i = run.First; i < run.End; i++)
        {
            if (document[i].IsPossessive && i < run.End - 1)
                first = i + 1;
        }

        if (!outlet && OfficeEnd(document, run) is > 0 and var office)
            return new TokenRange(office, run.End);
        var name = first;
        if (
            !organisation
            && !outlet
            && run.End - first > 2
            && GivenNames.Of(document[first + 1].Lower) != Gender.Unknown
            && GivenNames.Of(document[first].Lower) == Gender.Unknown
            && !BeforePlaces.Contains(document[first].Lower)
            && document[first + 2].Capital
        )
            return new TokenRange(first + 1, run.End);
        while (!organisation && first < run.End && IsTitle(document, first, run.End, outlet))
            first++;
        var title =
            outlet
            || HasTitle(document, name, first)
            || (document[first - 1].Is("general") && run.End - first == 2 && !Organisations.Nouns.Contains(document[run.End - 1].Lower));
        return new TokenRange(title ? first : name, run.End);
    }

    /// <summary>
    /// Where the name begins behind a body and an office: "International Rowing Union President Lars Ottem", "Brenner Bank Chief Executive Ruth
    /// Amadi". 0 where the run is no such thing.
    /// </summary>
    private static int OfficeEnd(Document document, TokenRange run)
    {
        const int LongestName = 4;
        for (var at = run.End - 2; at > run.First && run.End - 1 - at <= LongestName; at--)
        {
            if (!Offices.Contains(document[at].Lower) || !document[at].Capital)
                continue;
            var last = document[run.End - 1].Lower;
            return Organisations.Nouns.Contains(last) || Outlets.Tails.Contains(last) || document[at + 1].Lower is "of" or "for"
                ? 0
                : at + 1;
        }

        return 0;
    }

    /// <summary>Words that end an office before a name, and that no person's name holds.</summary>
    private static readonly System.Collections.Frozen.FrozenSet<string> Offices = WordSet.Of(
        "president chairman chairwoman chairperson executive officer director minister secretary premier governor mayor senator spokesman spokeswoman spokesperson analyst economist strategist "
            + "commissioner ambassador envoy manager leader chancellor secretary-general editor coach treasurer superintendent administrator co-founder founder ceo cfo coo"
    );

    /// <summary>"National Film Store" opens on no title: "national" is one only before a role.</summary>
    private static bool HasTitle(Document document, int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if (
                document[at].Lower
                is not (
                    "national"
                    or "federal"
                    or "state"
                    or "regional"
                    or "general"
                    or "high"
                    or "club"
                    or "home"
                    or "trade"
                    or "sports"
                    or "culture"
                    or "energy"
                    or "transport"
                    or "environment"
                    or "economy"
                    or "district"
                    or "press"
                    or "team"
                    or "company"
                    or "field"
                    or "late"
                    or "first"
                    or "special"
                    or "principal"
                    or "permanent"
                )
            )
                return true;
        }

        return first == end;
    }

    private static bool EndsAsOrganisation(Document document, TokenRange run)
    {
        for (var i = run.First; i < run.End; i++)
        {
            if (document[i].Lower is "of" or "for" && i > run.First && Organisations.Nouns.Contains(document[i - 1].Lower))
                return true;
        }

        var last = document[run.End - 1].Lower;
        return run.Count > 1 && !Roles.Nouns.Contains(last) && (Organisations.Nouns.Contains(last) || Outlets.Tails.Contains(last));
    }

    private static bool IsTitle(Document document, int at, int end, bool outlet)
    {
        var lower = document[at].Lower;
        if (Organisations.Demonyms.Contains(lower))
            return at + 1 < end || (!outlet && at + 1 == end && !Organisations.Places.Contains(lower));
        if (outlet)
            return false;
        if (at > 0 && at + 1 < end && document[at - 1].Is("chief") && document[at + 1].Is("officer"))
            return true;
        return Roles.Nouns.Contains(lower)
            || Roles.TitleWords.Contains(lower)
            || (lower is "of" && at + 1 < end)
            || (at + 1 < end && Organisations.Places.Contains(lower) && Roles.Nouns.Contains(document[at + 1].Lower));
    }

    /// <summary>Where a role in small letters begins that stands right before the name: "harbour master Ole Brand".</summary>
    private static int LowerRole(Document document, int floor, int first)
    {
        if (
            first <= floor
            || !Roles.Nouns.Contains(document[first - 1].Lower)
            || document[first - 1].Lower is "those" or "others" or "people"
        )
            return first;
        var at = first - 1;
        while (at > floor && first - at < LongestLowerRole && IsRoleWord(document[at - 1]))
            at--;
        return at;
    }

    private static bool IsRoleWord(Token token) =>
        token.Kind == TokenKind.Word
        && !FunctionWords.Determiners.Contains(token.Lower)
        && !FunctionWords.Prepositions.Contains(token.Lower)
        && !FunctionWords.Subordinators.Contains(token.Lower)
        && !FunctionWords.Auxiliaries.Contains(token.Lower)
        && !FunctionWords.Adverbs.Contains(token.Lower)
        && !FunctionWords.Subjects.Contains(token.Lower)
        && CueVerbs.Find(token.Lower) is null
        && (!token.Lower.EndsWith("ed", StringComparison.Ordinal) || Roles.TitleWords.Contains(token.Lower));

    private static string? OutletNounAfter(Document document, Sentence sentence, int at, out int end)
    {
        end = at;
        if (
            at < sentence.End
            && Outlets.Nouns.Contains(document[at].Lower)
            && !document[at].Capital
            && !Outlets.VagueNouns.Contains(document[at].Lower)
        )
        {
            end = at + 1;
            return document[at].Lower;
        }

        if (
            at + 1 < sentence.End
            && !document[at].Capital
            && Outlets.VagueNouns.Contains(document[at].Lower)
            && document[at + 1].Lower is "reported" or "reports" or "quoted" or "quoting" or "citing" or "wrote"
        )
        {
            end = at + 1;
            return document[at].Lower;
        }

        if (
            at < sentence.End
            && !document[at].Capital
            && document[at].Lower is "radio" or "television" or "tv"
            && !(at + 1 < sentence.End && Outlets.Nouns.Contains(document[at + 1].Lower))
        )
        {
            end = at + 1;
            return document[at].Lower;
        }

        if (
            at + 1 >= sentence.End
            || document[at].Capital
            || !(Outlets.NewsWords.Contains(document[at].Lower) || Outlets.Subjects.Contains(document[at].Lower))
            || !Outlets.Nouns.Contains(document[at + 1].Lower)
        )
            return null;
        end = at + 2;
        return document[at + 1].Lower;
    }

    private static string? Alias(Document document, Sentence sentence, int at, out int end)
    {
        end = at;
        if (at + 2 >= sentence.End || !(document[at].Is("(") || document[at].Is("<")))
            return null;
        if (TickerEnd(document, sentence, at) is > 0 and var ticker)
        {
            end = ticker;
            return null;
        }

        var quoted = document[at + 1].Kind == TokenKind.Quote ? 1 : 0;
        var word = at + 1 + quoted;
        var close = word + 1 + quoted;
        if (
            close >= sentence.End
            || !document[close].Is(")")
            || !document[word].Capital
            || document[word].Lower.Length > 8
            || (quoted > 0 && document[close - 1].Kind != TokenKind.Quote)
        )
            return null;
        var alias = document.Words(new TokenRange(word, word + 1));
        if (alias.Count(char.IsUpper) < 2 || Outlets.Known.Contains(alias.ToLowerInvariant()) && !IsInitials(document, at, alias))
            return null;
        end = close + 1;
        return alias;
    }

    /// <summary>Where the brackets around a stock's sign close, as in "(MRLO.N)", "&lt;KST.L&gt;"; 0 where they hold anything else.</summary>
    private static int TickerEnd(Document document, Sentence sentence, int at)
    {
        if (!document[at + 2].Is(document[at].Is("(") ? ")" : ">") || at + 2 >= sentence.End)
            return 0;
        var words = document.Words(new TokenRange(at + 1, at + 2));
        return
            document[at].Is("<")
            || (
                words.Contains('.', StringComparison.Ordinal)
                && words.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '.')
            )
            ? at + 3
            : 0;
    }

    /// <summary>"BRASK (AP)" is a place and an agency; "Associated Press (AP)" is one name.</summary>
    private static bool IsInitials(Document document, int bracket, string alias)
    {
        var first = bracket - alias.Length;
        return first >= 0 && document[first].Lower.StartsWith(char.ToLowerInvariant(alias[0]));
    }
}
