namespace Sourceline.Attribution;
/// <summary>Inference in a linear chain of labels, all in log space.</summary>
internal static class LinearChain
{
    public const int Stride = 8;
    public static double ForwardBackward(ReadOnlySpan<float> e, ReadOnlySpan<float> tr, int n, int L, Span<double> alpha, Span<double> beta)
    {
        for (int y = 0; y < L; y++) alpha[y] = e[y] + tr[L * Stride + y];
        for (int t = 1; t < n; t++)
            for (int y = 0; y < L; y++)
            {
                double mx = double.NegativeInfinity; for (int p = 0; p < L; p++) mx = Math.Max(mx, alpha[(t - 1) * Stride + p] + tr[p * Stride + y]);
                if (mx < -1e8) { alpha[t * Stride + y] = -1e9; continue; }
                double s = 0; for (int p = 0; p < L; p++) s += Math.Exp(alpha[(t - 1) * Stride + p] + tr[p * Stride + y] - mx);
                alpha[t * Stride + y] = mx + Math.Log(s) + e[t * Stride + y];
            }
        for (int y = 0; y < L; y++) beta[(n - 1) * Stride + y] = 0;
        for (int t = n - 2; t >= 0; t--)
            for (int y = 0; y < L; y++)
            {
                double mx = double.NegativeInfinity; for (int q = 0; q < L; q++) mx = Math.Max(mx, beta[(t + 1) * Stride + q] + tr[y * Stride + q] + e[(t + 1) * Stride + q]);
                if (mx < -1e8) { beta[t * Stride + y] = -1e9; continue; }
                double s = 0; for (int q = 0; q < L; q++) s += Math.Exp(beta[(t + 1) * Stride + q] + tr[y * Stride + q] + e[(t + 1) * Stride + q] - mx);
                beta[t * Stride + y] = mx + Math.Log(s);
            }
        double m2 = double.NegativeInfinity; for (int y = 0; y < L; y++) m2 = Math.Max(m2, alpha[(n - 1) * Stride + y]);
        double z = 0; for (int y = 0; y < L; y++) z += Math.Exp(alpha[(n - 1) * Stride + y] - m2);
        return m2 + Math.Log(z);
    }
    public static double Viterbi(ReadOnlySpan<float> e, ReadOnlySpan<float> tr, int n, int L, Span<byte> best)
    {
        var back = new byte[n * Stride]; Span<double> v = stackalloc double[Stride], w = stackalloc double[Stride];
        for (int y = 0; y < L; y++) v[y] = e[y] + tr[L * Stride + y];
        for (int t = 1; t < n; t++)
        {
            for (int y = 0; y < L; y++)
            {
                int bp = 0; double b = double.NegativeInfinity; for (int p = 0; p < L; p++) { var s = v[p] + tr[p * Stride + y]; if (s > b) { b = s; bp = p; } }
                w[y] = b + e[t * Stride + y]; back[t * Stride + y] = (byte)bp;
            }
            w.CopyTo(v);
        }
        int by = 0; for (int y = 1; y < L; y++) if (v[y] > v[by]) by = y;
        double score = v[by];
        for (int t = n - 1; t >= 0; t--) { best[t] = (byte)by; by = back[t * Stride + by]; }
        return score;
    }
}
