using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Clauses;

/// <summary>
/// Joins clauses of one sentence that speak of the same words: an outlet's report of what somebody said is one statement with two hands,
/// not two statements.
/// </summary>
internal static class Nesting
{
    public static void Join(Reader reader, List<CueClause> clauses)
    {
        for (var i = 1; i < clauses.Count; i++)
        {
            var outer = clauses[i - 1];
            var inner = clauses[i];
            if (inner.Content.Count == 0 && outer.Content.Count > 0 && outer.Placement == Placement.Before)
                Trailing(clauses, outer, inner, ref i);
            else if (inner.Content.Count == 0 && outer.Placement != Placement.Before && outer.Content.Count > 0 && Speaks(inner))
                Wrapping(clauses, outer, inner, ref i);
            else if (outer.Content.Count > 0 && outer.Placement == Placement.Before && outer.Content[^1].Has(inner.Cue.First))
                Within(reader, clauses, outer, inner, ref i);
            else if (
                inner.Content.Count > 0
                && outer.Content.Count > 0
                && inner.Content[0].First <= outer.Content[0].First
                && inner.Content[0].Has(outer.Cue.First)
            )
                Covering(clauses, outer, inner, ref i);
        }
    }

    /// <summary>A weak cue inside what a later clause says is part of it; a strong one is wrapped.</summary>
    private static void Covering(List<CueClause> clauses, CueClause outer, CueClause inner, ref int at)
    {
        if (outer.Verb is { Strong: false })
            clauses.RemoveAt(--at);
        else
            Wrapping(clauses, outer, inner, ref at);
    }

    private static bool Speaks(CueClause clause) => clause.Source is not null && !clause.SameSpeaker;

    /// <summary>"The agency says X, a diplomat said": the diplomat is the agency's.</summary>
    private static void Trailing(List<CueClause> clauses, CueClause outer, CueClause inner, ref int at)
    {
        clauses.RemoveAt(at--);
        if (inner.SameSpeaker || inner.Source is null)
            return;
        // "Mayor Sorel told a rally that X, city hall confirmed": another voice hands it on.
        if (
            inner is { Verb.Strong: true, Source: { Pronoun: null } voice }
            && outer is { Verb.Strong: true, Source: { IsOutlet: false } teller }
            && !voice.IsOutlet
            && voice.Range.First > outer.FirstContent
            && voice.Run?.Entity != teller.Run?.Entity | voice.Run is null
        )
        {
            outer.Relays.Insert(0, inner.Source);
            return;
        }

        if (inner.Verb is null || ((inner.Source.IsOutlet || inner.Source.Pronoun is "it") && !outer.Source!.IsOutlet))
        {
            outer.Relays.Insert(0, inner.Source);
            return;
        }

        if (!outer.Source!.IsOutlet)
            return;
        var joined = new CueClause
        {
            Sentence = inner.Sentence,
            Cue = inner.Cue,
            Verb = inner.Verb,
            Weight = Math.Min(inner.Weight, outer.Weight),
            Source = inner.Source,
            Outer = outer,
            Zone = inner.Zone,
            Hedge = inner.Hedge ?? outer.Hedge,
            Placement = Placement.After,
            Polarity = inner.Polarity,
        };
        joined.OwnRoute = inner.OwnRoute && inner.Relays.Count == 0;
        joined.Cited = inner.Cited;
        joined.Content.AddRange(outer.Content);
        joined.Relays.AddRange(inner.Relays);
        clauses[at] = joined;
    }

    /// <summary>"X, Brand said, TASS reported" and "Brand said X, according to TASS".</summary>
    private static void Wrapping(List<CueClause> clauses, CueClause outer, CueClause inner, ref int at)
    {
        clauses.RemoveAt(at--);
        if (inner.Source is null || inner.SameSpeaker)
            return;
        outer.Relays.Insert(0, inner.Source);
        if (inner.Cited is not null)
            outer.Relays.Insert(1, inner.Cited);
    }

    /// <summary>"Reuters reported that Brand said X".</summary>
    private static void Within(Reader reader, List<CueClause> clauses, CueClause outer, CueClause inner, ref int at)
    {
        if (!outer.Source!.IsOutlet || inner.SameSpeaker || inner.Content.Count == 0 || !Reports(inner))
        {
            clauses.RemoveAt(at--);
            return;
        }

        inner.Outer = outer;
        var content = outer.Content[^1];
        var first = reader[content.First].Is("that") ? content.First + 1 : content.First;
        if (inner.Start <= first || inner.FirstContent <= first)
            clauses.RemoveAt(--at);
        else
            outer.Content[^1] = Contents.Trim(reader, content with { End = EndBefore(reader, content.First, inner.Start) });
    }

    /// <summary>Whether a clause within an outlet's report tells what somebody said, or denied, or promised.</summary>
    private static bool Reports(CueClause clause) =>
        clause.Verb is { Strong: true } || (clause.Verb?.Lemma is { } lemma && Polarities.IsOfSpeech(PolarityCues.OfVerb(lemma)));

    private static int EndBefore(Reader reader, int first, int start)
    {
        while (start > first + 1 && reader[start - 1].Lower is "and" or "but" or "while" or "that" or ",")
            start--;
        return start;
    }
}
