using Sourceline.Attribution.Pipeline.Clauses;
using Sourceline.Attribution.Pipeline.Names;

namespace Sourceline.Attribution.Pipeline.Chains;

/// <summary>How far each rule is to be trusted; the figures follow how often each was right on annotated news.</summary>
internal static class Confidences
{
    public static double OfLink(CueClause clause, SourcePhrase phrase) =>
        phrase switch
        {
            // What the model says of a clause it says of its source as well, name or none.
            _ when Likely(clause) is { } likely => Math.Clamp(likely + .02, .05, .95),
            { Run: not null } => Math.Min(.95, clause.Weight + .03),
            { Pronoun: not null } => clause.Weight * .95,
            _ => clause.Weight * .9,
        };

    /// <summary>
    /// Within an outlet's report the model sees one statement, the outlet's, and holds what is told in it for its content. Both are told, so
    /// the inner one is nearly as likely as the outer.
    /// </summary>
    private static double? Likely(CueClause clause) =>
        clause is { Likely: { } own, Outer.Likely: { } outer, IsNoun: false } ? Math.Max(own, outer * .85) : clause.Likely;

    public static double OfStatement(CueClause clause, bool quoted, bool named)
    {
        if (Likely(clause) is { } likely)
            return Math.Round(Math.Clamp(likely, .01, .99), 2);
        var confidence = clause.Weight;
        if (quoted)
            confidence += (1 - confidence) * .4;
        if (clause.Source is null)
            confidence *= .8;
        else if (!named)
            confidence *= .95;
        return Math.Round(Math.Clamp(confidence, .05, .97), 2);
    }
}
