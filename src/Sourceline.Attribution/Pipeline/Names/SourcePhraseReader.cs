using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Names;

/// <summary>Parts a source phrase into name, role and head noun.</summary>
internal static class SourcePhraseReader
{
    public static SourcePhrase Read(Document document, NameBook names, TokenRange range)
    {
        var first = document[range.First];
        if (range.Count == 1 && (FunctionWords.Subjects.Contains(first.Lower) || first.Is("which")))
            return new SourcePhrase(range, range, null, first.Lower) { Pronoun = first.Lower };

        if (range.Count == 1 && first.Lower is "him" or "her" or "them")
            return new SourcePhrase(range, range, null, first.Lower)
            {
                Pronoun = first.Lower switch
                {
                    "him" => "he",
                    "her" => "she",
                    _ => "they",
                },
            };

        var main = WithoutParticiple(document, UntilComma(document, names, range));
        var head = BeforeLink(document, names, main);
        if (main.End < range.End && OpensWithRole(document, main) && NameBehind(document, names, main.End + 1, range) is { } holder)
            return new SourcePhrase(range, holder.Core, holder, "") { Role = RoleWords.Of(document, main) };
        if (NameAtEnd(document, names, head) is { } run)
            return new SourcePhrase(range, run.Core, run, "") { Role = RoleOf(document, run, main, range) };
        if (main.End < range.End && NameBehind(document, names, main.End + 1, range) is { } behind && IsRole(document, head))
            return new SourcePhrase(range, behind.Core, behind, "") { Role = RoleWords.Of(document, main) };
        if (main.End < range.End && BodyBehind(document, names, main.End + 1, range, document[head.End - 1].Lower) is { } body)
            return new SourcePhrase(range, body.Core, body, "");
        return Unnamed(document, range, main, head);
    }

    /// <summary>"Her newspaper, the Odrin Observer,": the name behind the comma is of the kind that the noun before it says.</summary>
    private static NameRun? BodyBehind(Document document, NameBook names, int at, TokenRange range, string noun)
    {
        if (at + 1 < range.End && document[at].Is("the"))
            at++;
        if (
            at >= range.End
            || names.At(at) is not { Entity: { } entity } run
            || run.Whole.First != at
            || (run.Whole.End < range.End && !document[run.Whole.End].Is(","))
        )
            return null;
        return entity.Kind switch
        {
            SourceKind.Outlet when Outlets.Nouns.Contains(noun) => run,
            SourceKind.Organisation
                when Organisations.Nouns.Contains(noun) || Organisations.CompanyNouns.Contains(noun) || noun is "owner" or "builder" => run,
            _ => null,
        };
    }

    private static SourcePhrase Unnamed(Document document, TokenRange range, TokenRange main, TokenRange head)
    {
        var noun = document[head.End - 1].Lower;
        if (noun.EndsWith("'s", StringComparison.Ordinal))
            noun = noun[..^2];
        var news = head.Count > 1 && Outlets.NewsWords.Contains(document[head.End - 2].Lower);
        var outlet = Outlets.Media.Contains(noun)
            ? head.Count > 1 && !FunctionWords.Articles.Contains(document[head.End - 2].Lower) && !document[head.End - 2].Is("social")
            : Outlets.Nouns.Contains(noun)
                && (
                    news
                    || !Outlets.VagueNouns.Contains(noun)
                    || (noun is "website" or "channel" or "journal" && head.Count > 1 && document[head.End - 2].IsPossessive)
                );
        return new SourcePhrase(range, main, null, noun)
        {
            Definite = document[main.First].Lower is "the" or "this" or "that" or "its" or "their" or "his" or "her",
            IsOwned = document[main.First].Lower is "its" or "their" or "his" or "her",
            IsOutletNoun = outlet,
        };
    }

    /// <summary>"a study published" is a study.</summary>
    private static TokenRange WithoutParticiple(Document document, TokenRange range) =>
        range.Count > 1 && FunctionWords.Linkers.Contains(document[range.End - 1].Lower) && document[range.End - 1].Lower != "close"
            ? range with
            {
                End = range.End - 1,
            }
            : range;

    private static TokenRange UntilComma(Document document, NameBook names, TokenRange range)
    {
        for (var i = range.First + 1; i < range.End; i++)
        {
            // The bracket of "International Rowing Union (IRU) President Lars Ottem" belongs to a name.
            if (
                document[i].Lower is "," or "(" or "—" or "–" or "-"
                && !(document[i].Is("(") && names.At(i) is { } run && run.Whole.First < i && run.Whole.End < range.End)
            )
                return new TokenRange(range.First, i);
        }

        return range;
    }

    /// <summary>"a spokesman for the port" has its head before "for"; "the University of Brask" is one name.</summary>
    private static TokenRange BeforeLink(Document document, NameBook names, TokenRange main)
    {
        for (var i = main.First + 1; i < main.End; i++)
        {
            var links =
                FunctionWords.NounLinks.Contains(document[i].Lower)
                || document[i].Lower is "who" or "by"
                || FunctionWords.Linkers.Contains(document[i].Lower);
            if (links && (names.At(i) is not { } run || run.Whole.First == i))
                return new TokenRange(main.First, i);
        }

        return main;
    }

    private static NameRun? NameAtEnd(Document document, NameBook names, TokenRange head) =>
        names.At(head.End - 1) is { } run && run.Core.First >= head.First && run.Core.End <= head.End ? run
        : names.At(head.End - 2) is { Entity.Kind: SourceKind.Organisation } group
        && group.Whole.End == head.End - 1
        && Organisations.Groups.Contains(document[head.End - 1].Lower)
            ? group
        : names.At(head.First) is { } opening && opening.Core.First >= head.First && opening.Whole.End >= head.End ? opening
        : null;

    private static NameRun? NameBehind(Document document, NameBook names, int at, TokenRange range) =>
        at < range.End
        && names.At(at) is { Entity.Kind: SourceKind.Person } run
        && run.Whole.First == at
        && (run.Whole.End >= range.End || document[run.Whole.End].Lower is "," or "of")
            ? run
            : null;

    /// <summary>"the governor of Okota State": the name in it is no speaker's.</summary>
    private static bool OpensWithRole(Document document, TokenRange main)
    {
        for (var at = main.First; at + 1 < main.End; at++)
        {
            if (document[at + 1].Lower is "of" or "for" or "at")
                return Roles.Nouns.Contains(document[at].Lower);
        }

        return false;
    }

    private static bool IsRole(Document document, TokenRange head) => Roles.Nouns.Contains(document[head.End - 1].Lower);

    private static string? RoleOf(Document document, NameRun run, TokenRange main, TokenRange range)
    {
        if (run.Role is not null || run.Entity?.Kind != SourceKind.Person || main.End + 1 >= range.End || !document[main.End].Is(","))
            return run.Role;
        var first = main.End + 1;
        if (document[first].Kind == TokenKind.Number && first + 2 < range.End && document[first + 1].Is(","))
            first += 2;
        var behind = WithoutArticle(document, new TokenRange(first, range.End));
        return !behind.IsEmpty && HasRole(document, behind) ? RoleWords.Of(document, behind) : null;
    }

    private static bool HasRole(Document document, TokenRange range)
    {
        for (var i = range.First; i < range.End; i++)
        {
            if (document[i].Lower is "who" or "which")
                return false;
            if (Roles.Nouns.Contains(document[i].Lower))
                return true;
        }

        return false;
    }

    private static TokenRange WithoutArticle(Document document, TokenRange range) =>
        document[range.First].Lower is "the" or "a" or "an" && range.Count > 1 ? range with { First = range.First + 1 } : range;
}
