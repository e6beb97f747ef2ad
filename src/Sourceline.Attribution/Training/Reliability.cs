namespace Sourceline.Attribution.Training;

/// <summary>One tenth of the scale of confidence.</summary>
/// <param name="Count">How many were found with a confidence in it.</param>
/// <param name="Confidence">Their mean confidence; 0 where there are none.</param>
/// <param name="Right">The share of them that is right.</param>
public readonly record struct ReliabilityStep(int Count, double Confidence, double Right);

/// <summary>How far confidence can be taken for the share that is right.</summary>
/// <param name="Steps">Ten steps of confidence, from 0 to 1.</param>
public sealed record Reliability(IReadOnlyList<ReliabilityStep> Steps)
{
    private const int Count = 10;
    private const int Sure = 8;

    /// <summary>Expected calibration error: how far the two differ, a mean over the steps weighted by how many there are. 0 is best.</summary>
    public double Error => Steps.Sum(s => s.Count * Math.Abs(s.Confidence - s.Right)) / Math.Max(1, Steps.Sum(s => s.Count));

    /// <summary>The share that is found with a confidence of .8 or above.</summary>
    public double SureShare => Steps.Skip(Sure).Sum(s => s.Count) / (double)Math.Max(1, Steps.Sum(s => s.Count));

    internal static Reliability Of(IEnumerable<(double Confidence, bool Right)> judged)
    {
        var steps = judged.ToLookup(j => Math.Min(Count - 1, (int)(j.Confidence * Count)));
        return new Reliability([.. Enumerable.Range(0, Count).Select(i => Step([.. steps[i]]))]);
    }

    private static ReliabilityStep Step(List<(double Confidence, bool Right)> judged) =>
        judged.Count == 0
            ? default
            : new ReliabilityStep(judged.Count, judged.Average(j => j.Confidence), judged.Average(j => j.Right ? 1d : 0));
}
