using System.Collections.Frozen;
using Sourceline.Attribution.Pipeline.Dates;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Names;

/// <summary>Finds proper names: runs of capitalised words, with titles before and outlet nouns behind.</summary>
internal static class NameRuns
{
    private const int LongestRun = 10;

    public static readonly FrozenSet<string> Particles = WordSet.Of(
        "de la van von der den bin ibn al el da di du le dos y ben ter zu della"
    );

    private static readonly FrozenSet<string> NotNames = WordSet.Of("sunday monday tuesday wednesday thursday friday saturday i");

    /// <summary>Every name of the text, in order.</summary>
    public static List<NameRun> Find(Document document)
    {
        var found = new List<NameRun>();
        var crowds = new Crowds(document);
        foreach (var sentence in document.SentenceList)
        {
            for (var at = Headings.End(document, sentence); at < sentence.End; )
            {
                if (at == sentence.First && IsTrade(document, sentence, at))
                    at++;
                var end =
                    Starts(document, sentence, at) && !(IsOpening(document, sentence, at) && crowds.Has(sentence, at))
                        ? RunEnd(document, sentence, at)
                        : at;
                if (
                    end > at
                    && NameRunReader.Read(document, sentence, new TokenRange(at, end), found.Count > 0 ? found[^1].Whole : default)
                        is { } run
                )
                {
                    found.Add(run);
                    end = Math.Max(end, run.Whole.End);
                }

                at = Math.Max(at + 1, end);
            }
        }

        return found;
    }

    private static readonly FrozenSet<string> Trades = WordSet.Of(
        "chipmaker carmaker automaker drugmaker planemaker steelmaker retailer lender supplier developer operator manufacturer airline insurer brewer broker shipbuilder"
    );

    /// <summary>"Chipmaker Tarvo said": what the company does stands before its name, with a capital because it opens the sentence.</summary>
    private static bool IsTrade(Document document, Sentence sentence, int at) =>
        Trades.Contains(document[at].Lower) && at + 1 < sentence.End && IsNameWord(document[at + 1]);

    public static bool IsNameWord(Token token) =>
        token.Kind == TokenKind.Word
        && (token.Capital || token.Is("dpa"))
        && !NotNames.Contains(token.Lower)
        && !FunctionWords.Subjects.Contains(token.Lower)
        && !Months.IsName(token.Lower);

    private static bool Starts(Document document, Sentence sentence, int at)
    {
        var token = document[at];
        if (!IsNameWord(token) || FunctionWords.Articles.Contains(token.Lower))
            return false;
        return !IsOpening(document, sentence, at) || !IsCommonOpener(document, sentence, at);
    }

    private static bool IsOpening(Document document, Sentence sentence, int at) =>
        at == sentence.First || document[at - 1].Kind == TokenKind.Quote || document[at - 1].IsTerminal || document[at - 1].Is(":");

    /// <summary>The first word of a sentence is a capital by rule: it is a name only where it is no plain word.</summary>
    private static bool IsCommonOpener(Document document, Sentence sentence, int at)
    {
        var lower = document[at].Lower;
        if (
            FunctionWords.Determiners.Contains(lower)
            || FunctionWords.Prepositions.Contains(lower)
            || FunctionWords.Subordinators.Contains(lower)
            || FunctionWords.Adverbs.Contains(lower)
            || FunctionWords.Leads.Contains(lower)
            || lower.EndsWith("ly", StringComparison.Ordinal)
            || FunctionWords.Auxiliaries.Contains(lower)
            || FunctionWords.Negations.Contains(lower)
            || CueVerbs.Find(lower) is not null
        )
            return true;
        var next = at + 1 < sentence.End ? document[at + 1] : default;
        var nameFollows = next.Lower is not null && IsNameWord(next);
        if (
            !nameFollows
            && lower.Length > 4
            && lower.EndsWith("ing", StringComparison.Ordinal)
            && next.Lower is not null
            && (
                FunctionWords.Prepositions.Contains(next.Lower)
                || FunctionWords.Determiners.Contains(next.Lower)
                || FunctionWords.Adverbs.Contains(next.Lower)
            )
        )
            return true;
        return !nameFollows
            && (
                Roles.Nouns.Contains(lower)
                || Documents.Nouns.Contains(lower)
                || lower is "police"
                || (Organisations.Nouns.Contains(lower) && !Organisations.Known.Contains(lower))
            );
    }

    private static int RunEnd(Document document, Sentence sentence, int start)
    {
        var end = start + 1;
        while (end < sentence.End && end - start < LongestRun)
        {
            if (IsNameWord(document[end]) && !(document[end].Is("the") || document[end].IsTerminal))
                end++;
            else if (JoinEnd(document, sentence, end) is var joined && joined > end)
                end = joined;
            else
                break;
        }

        return end;
    }

    private static readonly FrozenSet<string> Fields = WordSet.Of(
        "food drug drugs trade industry health environment science sciences arts culture justice energy agriculture labor labour education transport housing water sports media defence defense fire rescue "
            + "safety customs border securities markets weights research development disease law order tourism fisheries mines finance economy planning infrastructure climate information technology human"
    );

    /// <summary>"Food and Markets Commission", "the Sun and Argus newspaper": one name with "and" in it.</summary>
    private static bool JoinsFields(Document document, Sentence sentence, int and)
    {
        if (and + 1 >= sentence.End || !IsNameWord(document[and + 1]) || document[and - 1].IsPossessive)
            return false;
        if (Fields.Contains(document[and - 1].Lower))
            return Enumerable
                .Range(and + 1, Math.Min(4, sentence.End - and - 1))
                .TakeWhile(at => IsNameWord(document[at]))
                .Any(at => Organisations.Nouns.Contains(document[at].Lower));
        return and >= 2
            && document[and - 2].Is("the")
            && and + 2 < sentence.End
            && !document[and + 2].Capital
            && Outlets.Nouns.Contains(document[and + 2].Lower)
            && !document[and + 2].Lower.EndsWith('s');
    }

    /// <summary>"of", "de", the apostrophe of "Dockers' Federation" inside a name.</summary>
    private static int JoinEnd(Document document, Sentence sentence, int at)
    {
        var lower = document[at].Lower;
        var name = at;
        while (name + 1 < sentence.End && name < at + 3 && Particles.Contains(document[name].Lower))
            name++;
        if (name > at && IsNameWord(document[name]))
            return name + 1;
        if (lower is "and" && JoinsFields(document, sentence, at))
            return at + 2;
        if (
            lower is "'" or "’"
            && at + 1 < sentence.End
            && document[at - 1].Lower.EndsWith('s')
            && document[at - 1].End == document[at].Start
            && document[at].End < document[at + 1].Start
            && document.QuoteAt[at] is null
            && document[at + 1].Capital
            && Organisations.Nouns.Contains(document[at + 1].Lower)
        )
            return at + 2;
        var organisation = Organisations.Nouns.Contains(document[at - 1].Lower) || Roles.Nouns.Contains(document[at - 1].Lower);
        if (lower is not ("of" or "for" or "&") || (!organisation && lower != "&"))
            return at;
        var next = at + 1 < sentence.End && document[at + 1].Is("the") ? at + 2 : at + 1;
        return next < sentence.End && IsNameWord(document[next]) ? next + 1 : at;
    }
}
