using System.Numerics;
namespace Sourceline.Attribution.Training;
internal sealed class Sequence { public required uint[][] Features; public required byte[] Labels; public int Tag; }
/// <summary>Trains a linear-chain CRF over hashed features by AdaGrad.</summary>
internal sealed class ChainTrainer
{
    public readonly int L; private readonly int _bits; public readonly float[] W; private readonly float[] _g; public readonly float[] Tr; private readonly float[] _trG; private readonly bool[] _legal;
    private uint _mask; public float Rate = .1f; public float L2; public float Drop; private uint _r = 12345;
    public ChainTrainer(int labels, int bits, Func<int, int, bool> legal)
    {
        L = labels; _bits = bits; _mask = (1u << bits) - 1; W = new float[(1 << bits) * 8]; _g = new float[(1 << bits) * 8]; Tr = new float[(labels + 1) * 8]; _trG = new float[(labels + 1) * 8]; _legal = new bool[(labels + 1) * 8];
        for (int p = 0; p <= L; p++) for (int y = 0; y < L; y++) { _legal[p * 8 + y] = legal(p, y); if (!_legal[p * 8 + y]) Tr[p * 8 + y] = -1e9f; }
        Array.Fill(_g, 1e-2f); Array.Fill(_trG, 1e-2f);
    }
    public void Emissions(uint[][] feats, Span<float> e)
    {
        for (int t = 0; t < feats.Length; t++)
        {
            var s = Vector256Load(0, true);
            foreach (var h in feats[t]) s += new Vector<float>(W, (int)(h & _mask) * 8);
            s.CopyTo(e.Slice(t * 8, 8));
        }
    }
    private static Vector<float> Vector256Load(int i, bool zero) => Vector<float>.Zero;
    public double Epoch(List<Sequence> data, int[] order, float rate)
    {
        double ll = 0; float[] e = new float[8 * 600]; double[] a = new double[8 * 600], b = new double[8 * 600]; Span<float> d = stackalloc float[8]; double[] p = new double[8];
        foreach (var k in order)
        {
            var q = data[k]; int n = q.Labels.Length; if (n > 590) continue;
            var feats = Drop > 0 ? Dropped(q.Features) : q.Features; Emissions(feats, e);
            double z = LinearChain.ForwardBackward(e, Tr, n, L, a, b);
            double gold = 0; for (int t = 0; t < n; t++) gold += e[t * 8 + q.Labels[t]] + Tr[(t == 0 ? L : q.Labels[t - 1]) * 8 + q.Labels[t]];
            ll += z - gold;
            // transitions
            for (int t = 0; t < n; t++)
            {
                if (t == 0) { for (int y = 0; y < L; y++) if (_legal[L * 8 + y]) Upd(L * 8 + y, (float)((q.Labels[0] == y ? 1 : 0) - Math.Exp(a[y] + b[y] - z)), rate); }
                else for (int x = 0; x < L; x++) for (int y = 0; y < L; y++) if (_legal[x * 8 + y]) { var pr = Math.Exp(a[(t - 1) * 8 + x] + Tr[x * 8 + y] + e[t * 8 + y] + b[t * 8 + y] - z); var g = (float)((q.Labels[t - 1] == x && q.Labels[t] == y ? 1 : 0) - pr); if (Math.Abs(g) > 1e-4f) Upd(x * 8 + y, g, rate); }
            }
            for (int t = 0; t < n; t++)
            {
                float big = 0; d.Clear();
                for (int y = 0; y < L; y++) { var g = (float)((q.Labels[t] == y ? 1 : 0) - Math.Exp(a[t * 8 + y] + b[t * 8 + y] - z)); d[y] = g; big = Math.Max(big, Math.Abs(g)); }
                if (big < 1e-3f) continue;
                var dv = new Vector<float>(d); var d2 = dv * dv; var rv = new Vector<float>(rate);
                foreach (var h in feats[t])
                {
                    int o = (int)(h & _mask) * 8; var G = new Vector<float>(_g, o) + d2; G.CopyTo(_g, o);
                    var w = new Vector<float>(W, o); if (L2 > 0) w -= w * L2;
                    (w + dv * rv / Vector.SquareRoot(G)).CopyTo(W, o);
                }
            }
        }
        return ll;
    }
    private uint[][] Dropped(uint[][] f)
    {
        var r = new uint[f.Length][];
        for (int t = 0; t < f.Length; t++)
        {
            var src = f[t]; var dst = new uint[src.Length]; int n = 0; uint cut = (uint)(Drop * 65536);
            foreach (var h in src) { _r ^= _r << 13; _r ^= _r >> 17; _r ^= _r << 5; if ((_r & 0xFFFF) >= cut) dst[n++] = h; }
            Array.Resize(ref dst, n); r[t] = dst;
        }
        return r;
    }
    private void Upd(int i, float g, float rate) { _trG[i] += g * g; Tr[i] += rate * g / MathF.Sqrt(_trG[i]); }
}
