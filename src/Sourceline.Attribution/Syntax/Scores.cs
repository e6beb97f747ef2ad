namespace Sourceline.Attribution;

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
}
