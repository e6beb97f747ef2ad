using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Names;

/// <summary>Tells persons, outlets and organisations apart by their names and the words around them.</summary>
internal static class Kinds
{
    public static SourceKind Of(Document document, NameRun run)
    {
        var name = NameOf(document, run.Core).ToLowerInvariant();
        if (run.OutletNoun is not null || FollowsOutletNoun(document, run) || IsKnownOutlet(document, run, name))
            return SourceKind.Outlet;
        if (run.Role is not null && !EndsWithPossessiveOnly(run.Role))
            return SourceKind.Person;
        var last = document[run.Core.End - 1].Lower;
        if (Organisations.Known.Contains(name) || Organisations.Places.Contains(name))
            return SourceKind.Organisation;
        var article = run.Whole.First > 0 && document[run.Whole.First - 1].Is("the");
        if (IsOutletName(document, run, last, article))
            return SourceKind.Outlet;
        if (run.Core.Count > 1 && Outlets.Heads.Contains(document[run.Core.First].Lower) && !Organisations.Nouns.Contains(last))
            return SourceKind.Outlet;
        if (document[run.Core.End - 1].IsPossessive && IsWholeName(document, run.Core))
            return SourceKind.Organisation;
        if (Organisations.Nouns.Contains(last) || ContainsOf(document, run.Core) || IsAcronym(document, run.Core))
            return SourceKind.Organisation;
        if (
            run.Core.Count > 1
            && (
                Organisations.ClubTails.Contains(last)
                || (document[run.Core.First].Lower is "le" or "la" or "les" or "el" or "der" or "die" or "das" && run.Core.Count > 2)
            )
        )
            return SourceKind.Organisation;
        return article && run.Core.Count > 1 ? SourceKind.Organisation : SourceKind.Person;
    }

    /// <summary>Whether nothing but an article before it made a name a body's.</summary>
    public static bool IsByArticleAlone(string name)
    {
        var words = name.ToLowerInvariant().Split(' ');
        return words.Length > 1
            && !Array.Exists(words, w => w is "of" or "for" or "&" || Organisations.Nouns.Contains(w))
            && !Organisations.Known.Contains(name.ToLowerInvariant())
            && !Organisations.Places.Contains(name.ToLowerInvariant())
            && !Organisations.ClubTails.Contains(words[^1])
            && words[0] is not ("le" or "la" or "les" or "el" or "der" or "die" or "das");
    }

    /// <summary>The name as written, on one line, without a possessive ending.</summary>
    public static string NameOf(Document document, TokenRange core)
    {
        var words = string.Join(' ', document.Words(core).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (words.EndsWith("'s", StringComparison.Ordinal) || words.EndsWith("’s", StringComparison.Ordinal))
            return IsWholeName(document, core) ? words : words[..^2];
        return words is [.., 's', '\'' or '’'] ? words[..^1] : words;
    }

    /// <summary>"Corvin's, a ratings firm," and "Corvin's warned": nothing follows that could be Corvin's.</summary>
    public static bool IsWholeName(Document document, TokenRange core)
    {
        if (core.End + 1 >= document.Tokens.Count)
            return false;
        var next = document[core.End];
        return FunctionWords.Auxiliaries.Contains(next.Lower)
            || CueVerbs.Find(next.Lower) is { Strong: true, Form: VerbForm.Past or VerbForm.Third }
            || (next.Is(",") && document[core.End + 1].Lower is "a" or "the" or "which" or "an");
    }

    /// <summary>"the state news agency NNA", "broadcaster Calder One".</summary>
    private static bool FollowsOutletNoun(Document document, NameRun run)
    {
        var at = run.Core.First - 1;
        if (at < 1 || !Outlets.Nouns.Contains(document[at].Lower) || document[at].End + 1 != document[run.Core.First].Start)
            return false;
        return !Outlets.VagueNouns.Contains(document[at].Lower) || Outlets.NewsWords.Contains(document[at - 1].Lower);
    }

    private static bool IsKnownOutlet(Document document, NameRun run, string name)
    {
        if (run.Core.Count == 1 && name.IndexOf('-', StringComparison.Ordinal) is > 2 and var dash && Outlets.Known.Contains(name[..dash]))
            return true;
        if (!Outlets.Known.Contains(name) || (run.Role is not null && run.Core.Count == 1))
            return false;
        return !IsPlainWord(name) || (run.Whole.First > 0 && document[run.Whole.First - 1].Is("the"));
    }

    /// <summary>Names such as "Times" and "Guardian" are outlets only with an article.</summary>
    private static bool IsPlainWord(string name) =>
        name
            is "times"
                or "guardian"
                or "independent"
                or "telegraph"
                or "atlantic"
                or "economist"
                or "fortune"
                or "slate"
                or "fox"
                or "abc"
                or "dawn"
                or "mirror";

    private static bool IsOutletName(Document document, NameRun run, string last, bool article) =>
        IsForeignPaper(document, run.Core)
        || (Outlets.Tails.Contains(last) && (run.Core.Count > 1 || article) && !document[run.Core.First].Lower.EndsWith('.'))
        || (run.Core.Count > 2 && Outlets.VagueTails.Contains(last) && Outlets.BeforeVagueTails.Contains(document[run.Core.End - 2].Lower));

    /// <summary>"La Tribune de Calder", "L'Écho du Sport".</summary>
    private static bool IsForeignPaper(Document document, TokenRange core)
    {
        var first = document[core.First].Lower;
        if (core.Count > 1 && first.StartsWith("l'", StringComparison.Ordinal) && Outlets.ForeignPapers.Contains(first[2..]))
            return true;
        return core.Count > 1
            && first is "le" or "la" or "el" or "il" or "der" or "die" or "das" or "les" or "o"
            && Outlets.ForeignPapers.Contains(document[core.First + 1].Lower);
    }

    private static bool ContainsOf(Document document, TokenRange core)
    {
        for (var i = core.First; i < core.End; i++)
        {
            if (document[i].Lower is "of" or "for" or "&")
                return true;
        }

        return false;
    }

    private static bool IsAcronym(Document document, TokenRange core)
    {
        if (core.Count != 1)
            return false;
        var word = document.Words(core);
        return word.Length > 1
            && word.All(c => char.IsUpper(c) || c is '.' or '-' or '&' || char.IsDigit(c))
            && word.Count(char.IsUpper) > 1;
    }

    private static bool EndsWithPossessiveOnly(string role) =>
        !role.Contains(' ', StringComparison.Ordinal) && role.EndsWith('s') && role.AsSpan().ContainsAny('\'', '’');
}
