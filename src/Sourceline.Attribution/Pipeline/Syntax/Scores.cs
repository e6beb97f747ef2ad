namespace Sourceline.Attribution.Pipeline.Syntax;

/// <summary>Chooses by scores.</summary>
internal static class Scores
{
    /// <summary>The class of the highest score; of equal ones the first, so that every machine chooses alike.</summary>
    public static int Best(ReadOnlySpan<short> scores)
    {
        var best = 0;
        for (var c = 1; c < scores.Length; c++)
        {
            if (scores[c] > scores[best])
                best = c;
        }

        return best;
    }

    /// <summary>The same, and by how much it leads the next.</summary>
    public static int Best(ReadOnlySpan<short> scores, out int lead)
    {
        int best = 0,
            high = scores[0],
            next = short.MinValue;
        for (var c = 1; c < scores.Length; c++)
        {
            next = Math.Max(next, Math.Min(high, scores[c]));
            if (scores[c] > high)
                (best, high) = (c, scores[c]);
        }

        lead = high - next;
        return best;
    }
}
