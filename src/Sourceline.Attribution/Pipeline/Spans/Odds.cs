namespace Sourceline.Attribution.Pipeline.Spans;

/// <summary>Probabilities as features: in steps of their log odds, so that .98 and .99 differ as .5 and .7 do.</summary>
internal static class Odds
{
    private const double Least = 1e-3;

    /// <summary>From 0 to 20.</summary>
    public static uint Step(double probability) =>
        (uint)Math.Clamp((int)((Math.Log((probability + Least) / (1 - probability + Least)) * 1.5) + 10), 0, 20);
}
