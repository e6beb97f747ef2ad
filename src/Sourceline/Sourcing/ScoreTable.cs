using System.Globalization;
using Sourceline.Attribution.Training;

namespace Sourceline.Sourcing;

/// <summary>Scores as a table for people.</summary>
internal static class ScoreTable
{
    private static readonly (string Name, Func<AttributionScores, Score> Figure)[] Figures =
    [
        ("content exact", s => s.ContentExact),
        ("content soft", s => s.ContentSoft),
        ("found", s => s.Found),
        ("full soft", s => s.FullSoft),
        ("full exact", s => s.FullExact),
        ("cue exact", s => s.CueExact),
        ("source exact", s => s.SourceExact),
    ];

    public static void Write(TextWriter output, AttributionScorer scorer, int draws)
    {
        var scores = scorer.Scores();
        output.WriteLine($"{"", -14} {"P", 6} {"R", 6} {"F1", 6}   95 %");
        foreach (var (name, figure) in Figures)
        {
            var score = figure(scores);
            var (low, high) = scorer.Interval(s => figure(s).F1, draws, seed: 1);
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name, -14} {score.Precision, 6:F3} {score.Recall, 6:F3} {score.F1, 6:F3}   {low:F3}-{high:F3}"
                )
            );
        }

        WriteReliability(output, scorer, "statements", draws, s => s.Statements);
        WriteReliability(output, scorer, "links", draws, s => s.Links);
    }

    private static void WriteReliability(
        TextWriter output,
        AttributionScorer scorer,
        string what,
        int draws,
        Func<AttributionScores, Reliability> figure
    )
    {
        var reliability = figure(scorer.Scores());
        var (low, high) = scorer.Interval(s => figure(s).Error, draws, seed: 1);
        output.WriteLine();
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: expected calibration error {reliability.Error:F3}   {low:F3}-{high:F3}; at .8 or above {reliability.SureShare:P0} of {reliability.Steps.Sum(s => s.Count)}"
            )
        );
        output.WriteLine($"{"confidence", -12} {"count", 6} {"mean", 6} {"right", 6}");
        for (var step = 0; step < reliability.Steps.Count; step++)
        {
            var (count, confidence, right) = reliability.Steps[step];
            if (count > 0)
                output.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $".{step}-{(step == 9 ? "1.0" : $".{step + 1}"), -9} {count, 6} {confidence, 6:F3} {right, 6:F3}"
                    )
                );
        }
    }
}
