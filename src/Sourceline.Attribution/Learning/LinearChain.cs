namespace Sourceline.Attribution.Learning;

/// <summary>
/// The best reading of a linear chain of labels: scores of labels at each place, and of a label after another, in log space. Scores are laid out
/// eight a place. Transitions have a row for each label before, and one more, behind those, for the beginning.
/// </summary>
internal static class LinearChain
{
    /// <summary>How many scores there are a place; no chain has more labels.</summary>
    public const int Stride = 8;

    /// <summary>The score of what must not be.</summary>
    public const float Never = -1e9f;

    /// <summary>The best labelling.</summary>
    /// <param name="scores">Eight a place.</param>
    /// <param name="transitions">Eight a label before, and eight for the beginning.</param>
    /// <param name="labels">How many labels there are.</param>
    /// <param name="best">Receives a label a place.</param>
    /// <param name="back">Room for eight bytes a place.</param>
    /// <returns>Its score.</returns>
    public static float Viterbi(ReadOnlySpan<float> scores, ReadOnlySpan<float> transitions, int labels, Span<byte> best, Span<byte> back)
    {
        Span<float> now = stackalloc float[Stride];
        Span<float> next = stackalloc float[Stride];
        for (var y = 0; y < labels; y++)
            now[y] = scores[y] + transitions[(labels * Stride) + y];
        for (var t = 1; t < best.Length; t++)
        {
            for (var y = 0; y < labels; y++)
            {
                var from = 0;
                var most = float.NegativeInfinity;
                for (var x = 0; x < labels; x++)
                {
                    var score = now[x] + transitions[(x * Stride) + y];
                    if (score > most)
                        (most, from) = (score, x);
                }

                next[y] = most + scores[(t * Stride) + y];
                back[(t * Stride) + y] = (byte)from;
            }

            next.CopyTo(now);
        }

        var end = 0;
        for (var y = 1; y < labels; y++)
            end = now[y] > now[end] ? y : end;
        var total = now[end];
        for (var t = best.Length - 1; t >= 0; t--)
        {
            best[t] = (byte)end;
            end = back[(t * Stride) + end];
        }

        return total;
    }
}
