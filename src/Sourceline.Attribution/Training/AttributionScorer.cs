using Sourceline.Attribution.Model;

namespace Sourceline.Attribution.Training;

/// <summary>Scores readings of annotated documents.</summary>
public sealed class AttributionScorer
{
    private readonly List<OutcomeCounts> _documents = [];

    /// <summary>Scores one document.</summary>
    /// <param name="document">What people marked.</param>
    /// <param name="reading">What was found in its text: statements and attitudes, which annotators do not tell apart.</param>
    public void Add(AnnotatedDocument document, Reading reading)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(reading);
        var tokens = new ScoredTokens(document.Text);
        var excluded = tokens.Of(document.Excluded);
        var right = document
            .Attributions.Select(a => new Roles(tokens.Of(a.Source), tokens.Of(a.Cue), tokens.Of(a.Content), 1))
            .Where(r => r.Content.Count > 0)
            .ToList();
        var found = reading
            .Statements.Concat(reading.Attitudes)
            .Select(s => Found(s, tokens))
            .Where(r => r.Content.Count > 0 && !(excluded.Count > 0 && r.Content.IsSubsetOf(excluded)))
            .ToList();
        _documents.Add(OutcomeCounts.Of(right, found));
    }

    /// <summary>The scores of all documents so far.</summary>
    public AttributionScores Scores() => Sum(_documents);

    /// <summary>The interval that holds 95 of 100 figures when documents are drawn anew (bootstrap over documents).</summary>
    /// <param name="figure">Which figure.</param>
    /// <param name="draws">How often to draw.</param>
    /// <param name="seed">Any number.</param>
    public (double Low, double High) Interval(Func<AttributionScores, double> figure, int draws, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        if (_documents.Count == 0)
            return (0, 0);
        var random = new SeededRandom(seed);
        var figures = new double[draws];
        for (var i = 0; i < draws; i++)
            figures[i] = figure(Sum([.. _documents.Select(_ => _documents[random.Below(_documents.Count)])]));
        Array.Sort(figures);
        return (figures[(int)(.025 * draws)], figures[Math.Min(draws - 1, (int)(.975 * draws))]);
    }

    private static Roles Found(AttributedStatement statement, ScoredTokens tokens)
    {
        var source = tokens.Of(statement.Source);
        var link = statement
            .Chains.SelectMany(c => c.Hops)
            .FirstOrDefault(l => l.Basis == Basis.Stated && statement.Source.Any(s => s.Contains(l.Span)));
        return new Roles(source, tokens.Of(statement.Cue), tokens.Of(statement.Content), statement.Confidence)
        {
            Link = link is null ? null : (tokens.Of([link.Span]), link.Confidence),
        };
    }

    private static AttributionScores Sum(List<OutcomeCounts> documents) =>
        new()
        {
            ContentExact = OutcomeCounts.Score(documents, d => d.ContentExact),
            ContentSoft = OutcomeCounts.Score(documents, d => d.ContentSoft),
            Found = OutcomeCounts.Score(documents, d => d.Found),
            FullSoft = OutcomeCounts.Score(documents, d => d.FullSoft),
            FullExact = OutcomeCounts.Score(documents, d => d.FullExact),
            CueExact = OutcomeCounts.Score(documents, d => d.CueExact),
            SourceExact = OutcomeCounts.Score(documents, d => d.SourceExact),
            Statements = Reliability.Of(documents.SelectMany(d => d.Judged)),
            Links = Reliability.Of(documents.SelectMany(d => d.JudgedLinks)),
        };
}
