using System.Collections.Frozen;
using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Names;

/// <summary>
/// Tells by the words around it what a name is that nothing else tells of: "in Perl" is a place, "Vestia's army" a country, "in an
/// interview with Le Phare" an outlet. Whoever has a title, a given name that is known or a role behind the name stays a person.
/// </summary>
internal static class NameContexts
{
    private const int ShortestCountry = 6;

    private static readonly FrozenSet<string> PlaceWords = WordSet.Of("in near across outside throughout inside within");

    private static readonly FrozenSet<string> NoPlaceBefore = WordSet.Of(
        "confidence trust faith interest belief hope believe believes believed interested"
    );

    private static readonly FrozenSet<string> StateWords = WordSet.Of(
        "army navy government ministry parliament president premier prime minister foreign forces troops police economy border borders military capital central national "
            + "supreme interior defence defense embassy ambassador"
    );

    private static readonly FrozenSet<string> TheNames = WordSet.Of(
        "hague gambia bahamas netherlands philippines bronx maldives seychelles sudan ukraine vatican"
    );

    private static readonly FrozenSet<string> Towns = WordSet.Of(
        "town city village port region province district island state county republic capital"
    );

    private static readonly FrozenSet<string> BeforeBodies = WordSet.Of(
        "charity watchdog nonprofit non-profit ngo tank university ministry village town city carmaker steelmaker planemaker shipbuilder broker insurer brewer"
    );

    private static readonly FrozenSet<string> CompanyWords = WordSet.Of(
        "chairman chairwoman chief board shares profit profits stock headquarters investors shareholders factory factories plant plants customers share revenue sales"
    );

    private static readonly FrozenSet<string> Carrying = WordSet.Of("carried published broadcast aired");

    private static readonly FrozenSet<string> TwoWordPlaces = WordSet.Of(
        "new north south east west san santa saint st. port upper lower great fort lake mount el los"
    );

    private static readonly string[] CountryEndings = ["land", "stan", "nia", "sia", "ria", "tia", "via", "dia", "burg", "grad"];

    private static readonly FrozenSet<string> Surnames = WordSet.Of(
        "garcia correia heredia murcia valencia strickland kirkland copeland holland maria gloria sonia nadia lydia claudia julia sylvia silvia olivia victoria valeria antonia virginia eugenia ginsburg warburg blomberg"
    );

    public static void Find(Document document, NameBook book)
    {
        HashSet<string>? capitals = null;
        foreach (var run in book.Runs)
        {
            if (run is { Core.Count: 1, Entity: { Kind: SourceKind.Organisation } body } && IsTold(document, run, body.Name))
                body.Kind = SourceKind.Outlet;
            else if (
                run.Entity is { Kind: SourceKind.Organisation } told
                && Kinds.IsByArticleAlone(told.Name)
                && IsToldToPrint(document, run)
            )
                told.Kind = SourceKind.Outlet;
            if (
                run.Whole.End < document.Tokens.Count
                && run.Entity is { CalledAs: null, Role: null } called
                && Organisations.Groups.Contains(document[run.Whole.End].Lower)
                && !document[run.Core.End - 1].IsPossessive
            )
                called.CalledAs = document[run.Whole.End].Lower;
            if (run.Entity is not { Kind: SourceKind.Person, Role: null, Gender: Gender.Unknown } entity)
                continue;
            if (IsOutlet(document, run))
                entity.Kind = SourceKind.Outlet;
            else if (
                IsPlace(document, run)
                || IsGroup(document, run)
                || IsNeuter(document, run)
                || IsWithArticle(document, run)
                || (MayHavePeople(entity.Name) && (capitals ??= Capitals(book)).Contains(entity.Name.ToLowerInvariant() + "n"))
            )
                entity.Kind = SourceKind.Organisation;
        }
    }

    /// <summary>"Halden said its board": who says "its" of oneself is no person.</summary>
    private static bool IsNeuter(Document document, NameRun run)
    {
        if (
            run.Core.Count > 1
            || run.Entity!.Name.Contains(' ', StringComparison.Ordinal)
            || run.Core.End >= document.Tokens.Count
            || CueVerbs.Find(document[run.Core.End].Lower) is not { Strong: true }
        )
            return false;
        for (var at = run.Core.End + 1; at < Math.Min(document.Tokens.Count, run.Core.End + 5) && document[at].Kind == TokenKind.Word; at++)
        {
            if (document[at].Is("its"))
                return true;
        }

        return false;
    }

    /// <summary>"the RailUnion said": a person's name alone has no article. "The Brand campaign" says nothing of Brand.</summary>
    private static bool IsWithArticle(Document document, NameRun run)
    {
        if (
            run.Core.Count > 1
            || run.Whole.First == 0
            || !document[run.Whole.First - 1].Is("the")
            || run.Entity!.Name.Contains(' ', StringComparison.Ordinal)
            || run.Whole.End >= document.Tokens.Count
        )
            return false;
        var next = document[run.Whole.End];
        return next.Kind == TokenKind.Mark
            || FunctionWords.Auxiliaries.Contains(next.Lower)
            || CueVerbs.Find(next.Lower) is { Strong: true };
    }

    private static bool IsGroup(Document document, NameRun run) =>
        (
            run.Whole.First == run.Core.First
            && run.Core.First > 0
            && document[run.Core.First - 1].Lower is var noun
            && (Organisations.CompanyNouns.Contains(noun) || Organisations.Groups.Contains(noun) || BeforeBodies.Contains(noun))
        )
        || run.Whole.End < document.Tokens.Count
            && run.Whole.First > 0
            && document[run.Whole.First - 1].Is("the")
            && !document[run.Whole.End].Capital
            && Organisations.Groups.Contains(document[run.Whole.End].Lower);

    /// <summary>Who names "Vestian" troops means a country by "Vestia".</summary>
    private static bool MayHavePeople(string name) => name.EndsWith('a') && !name.Contains(' ', StringComparison.Ordinal);

    private static HashSet<string> Capitals(NameBook book)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var run in book.Runs)
        {
            words.Add(run.Entity!.Name.ToLowerInvariant());
            if (run.Role is { } role)
                words.Add(role[..(role.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? end : role.Length)].ToLowerInvariant());
        }

        return words;
    }

    private static bool IsOutlet(Document document, NameRun run)
    {
        if (IsTitled(document, run) || IsToldToPrint(document, run) || IsCalledOutlet(document, run) || IsBesideOutlet(document, run))
            return true;
        var first = document[run.Core.First].Lower;
        var article = first is "le" or "la" or "el" or "il" or "der" or "die" or "das" or "al" or "les";
        if (
            run.Core.Count == 1
            && run.Entity!.Role is null
            && Outlets.EndsAsOne(document[run.Core.End - 1].Lower)
            && IsReporting(document, run)
        )
            return true;
        if (run.Core.First < 2 || (run.Core.Count > 1 && !article) || document[run.Core.End - 1].IsPossessive)
            return false;
        var at = run.Core.First - (document[run.Core.First - 1].Is("the") ? 2 : 1);
        if (at < 1)
            return false;
        return document[at].Lower switch
        {
            "with" => document[at - 1].Is("interview"),
            "by" => Carrying.Contains(document[at - 1].Lower),
            _ => false,
        };
    }

    /// <summary>"a spokesman told Netzpost.", "told the Wochenbote on Sunday": whoever is told, and not in a clause of what, prints it.</summary>
    private static bool IsToldToPrint(Document document, NameRun run)
    {
        var article = run.Core.First > 0 && document[run.Core.First - 1].Is("the");
        var told = run.Core.First - (article ? 2 : 1);
        if (told < 1 || !document[told].Is("told") || run.Core.First != run.Whole.First || document[run.Core.End - 1].IsPossessive)
            return false;
        if (!article && (run.Core.Count > 1 || !Outlets.EndsAsOne(document[run.Core.End - 1].Lower)))
            return false;
        var next = run.Whole.End < document.Tokens.Count ? document[run.Whole.End] : default;
        return next.Lower is null
            || next.Lower is "on" or "in" or "by" or "earlier" or "this" or "last" or "that"
            || next.IsTerminal
            || next.Is(",")
            || Dates.Months.Day(next) is not null;
    }

    /// <summary>"the coastal site Kustnytt said", "told the weekly Orsk Hour".</summary>
    private static bool IsCalledOutlet(Document document, NameRun run)
    {
        var noun = run.Core.First - 1;
        if (
            noun < 1
            || run.Core.First != run.Whole.First && run.Role is null
            || !Outlets.BeforeNames.Contains(document[noun].Lower)
            || run.Core.End >= document.Tokens.Count
        )
            return false;
        if (CueVerbs.Find(document[run.Core.End].Lower) is { Strong: true })
            return true;
        for (var at = noun - 1; at >= Math.Max(0, noun - 4); at--)
        {
            if (document[at].Lower is "told" or "by" or "to" or "with")
                return true;
        }

        return false;
    }

    /// <summary>"Wochenlicht quoted", "Netzpost reported".</summary>
    private static bool IsReporting(Document document, NameRun run)
    {
        var at = run.Core.End < document.Tokens.Count && document[run.Core.End].Is("also") ? run.Core.End + 1 : run.Core.End;
        return at < document.Tokens.Count && document[at].Lower is "reported" or "reports" or "quoted" or "wrote" or "cited" or "said";
    }

    /// <summary>"in the Karst Tribune and Wochenlicht".</summary>
    private static bool IsBesideOutlet(Document document, NameRun run) =>
        run.Core.First > 1
        && document[run.Core.First - 1].Is("and")
        && Outlets.EndsAsOne(document[run.Core.End - 1].Lower)
        && run.Core.Count == 1;

    /// <summary>"told NRT": a body that is not known otherwise goes by its article, "told the NTB"; an outlet has none.</summary>
    private static bool IsTold(Document document, NameRun run, string name) =>
        run.Core.First > 0
        && document[run.Core.First - 1].Is("told")
        && name.Length is > 2 and < 7
        && name.All(char.IsUpper)
        && !Organisations.Known.Contains(name.ToLowerInvariant())
        && !Organisations.Places.Contains(name.ToLowerInvariant());

    /// <summary>"told The Sun": a capital article inside a sentence belongs to a title.</summary>
    private static bool IsTitled(Document document, NameRun run)
    {
        var article = run.Whole.First - 1;
        return article > 0
            && document[article] is { Capital: true } the
            && the.Is("the")
            && document[article - 1].Lower is "told" or "to" or "with" or "in" or "by"
            && !document[run.Core.End - 1].IsPossessive
            && !TheNames.Contains(document[run.Core.First].Lower);
    }

    private static bool IsPlace(Document document, NameRun run)
    {
        if (run.Core.Count > 2 || (run.Core.Count == 2 && !TwoWordPlaces.Contains(document[run.Core.First].Lower)))
            return false;
        var last = document[run.Core.End - 1];
        var next = run.Core.End < document.Tokens.Count ? document[run.Core.End] : default;
        if (last.IsPossessive)
            return next.Lower is not null && (StateWords.Contains(next.Lower) || CompanyWords.Contains(next.Lower));
        if (
            next.Lower is "shares" or "stock" or "executives" or "shareholders" or "employees"
            && run.Entity!.Name.Split(' ').Length == run.Core.Count
        )
            return true;
        if (
            last.Lower.Length >= ShortestCountry
            && run.Core.Count == 1
            && run.Entity!.Name.IndexOf(' ', StringComparison.Ordinal) < 0
            && CountryEndings.Any(e => last.Lower.EndsWith(e, StringComparison.Ordinal))
            && !Surnames.Contains(last.Lower)
        )
            return true;
        var before = run.Core.First > 0 ? document[run.Core.First - 1].Lower : "";
        if (before == "of" && run.Core.First > 1 && Towns.Contains(document[run.Core.First - 2].Lower))
            return true;
        return PlaceWords.Contains(before)
            && run.Entity!.Name.Split(' ').Length == run.Core.Count
            && !(run.Core.First > 1 && NoPlaceBefore.Contains(document[run.Core.First - 2].Lower));
    }
}
