using System.Globalization;
using Sourceline.Attribution.Training;

namespace Sourceline.Statements;

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
        output.WriteLine($"{"",-14} {"P",6} {"R",6} {"F1",6}   95 %");
        foreach (var (name, figure) in Figures)
        {
            var score = figure(scores);
            var (low, high) = scorer.Interval(s => figure(s).F1, draws, seed: 1);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-14} {score.Precision,6:F3} {score.Recall,6:F3} {score.F1,6:F3}   {low:F3}-{high:F3}"));
        }

        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"expected calibration error {scores.CalibrationError:F3}"));
        output.WriteLine($"{"confidence",-12} {"count",6} {"mean",6} {"right",6}");
        for (var step = 0; step < scores.Reliability.Count; step++)
        {
            var (count, confidence, right) = scores.Reliability[step];
            if (count > 0)
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $".{step}-{(step == 9 ? "1.0" : $".{step + 1}"),-9} {count,6} {confidence,6:F3} {right,6:F3}"));
        }
    }
}
