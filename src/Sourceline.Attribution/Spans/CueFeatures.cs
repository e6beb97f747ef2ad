namespace Sourceline.Attribution;
internal static class CueFeatures
{
    public const int Most = 128;
    public static int Fill(TokenFacts f, int first, int end, int i, Span<uint> buffer)
    {
        var x = new Features(buffer);
        uint W(int k) => k < first || k >= end ? (k < first ? 1u : 2u) : f.Word[k];
        uint S(int k) => k < first || k >= end ? (k < first ? 1u : 2u) : f.Stem[k];
        uint P(int k) => k < first || k >= end ? (k < first ? 101u : 102u) : f.Pos[k];
        uint E(int k) => k < first || k >= end ? 99u : f.Ent[k];
        uint R(int k) => k < first || k >= end ? 99u : f.Rel[k];
        uint q = f.Quote[i];
        x.Add(1, 0);
        x.Add(2, W(i)); x.Add(3, W(i - 1)); x.Add(4, W(i + 1)); x.Add(5, W(i - 2)); x.Add(6, W(i + 2)); 
        x.Add(7, S(i)); x.Add(8, S(i), P(i)); x.Add(9, S(i - 1)); x.Add(10, S(i + 1));
        x.Add(11, W(i - 1), W(i)); x.Add(12, W(i), W(i + 1)); x.Add(13, S(i), W(i + 1)); x.Add(14, W(i - 1), S(i)); x.Add(60, S(i), W(i+1), W(i+2)); x.Add(61, S(i-1), S(i), W(i+1)); x.Add(62, W(i-2), W(i-1), S(i)); x.Add(63, S(i), W(i+2));x.Add(64, S(i), W(i-2));
        x.Add(15, P(i)); x.Add(16, P(i - 1), P(i)); x.Add(17, P(i), P(i + 1)); x.Add(18, P(i - 1), P(i), P(i + 1)); x.Add(19, P(i - 2), P(i - 1), P(i)); x.Add(20, P(i), P(i + 1), P(i + 2));
        x.Add(21, S(i), P(i - 1)); x.Add(22, S(i), P(i + 1)); x.Add(23, S(i), q); x.Add(24, q, P(i));
        x.Add(25, f.Suffix[i], P(i)); x.Add(26, f.Prefix[i]); x.Add(27, f.Shape[i], P(i));
        x.Add(28, E(i - 1), E(i), E(i + 1)); x.Add(29, S(i), E(i - 1)); x.Add(30, S(i), E(i + 1)); 
        x.Add(31, f.Lex[i]); x.Add(32, f.Lex[i], P(i - 1)); x.Add(33, f.Lex[i], P(i + 1)); x.Add(34, i > first ? f.Lex[i - 1] : 0u, P(i)); x.Add(35, i + 1 < end ? f.Lex[i + 1] : 0u, P(i));
        x.Add(36, R(i), P(i)); x.Add(37, R(i), S(i));
        int h = f.Head[i];
        bool hin = h >= first && h < end;
        x.Add(38, hin ? f.Stem[h] : 3u, R(i)); x.Add(39, hin ? f.Pos[h] : 3u, R(i), P(i)); x.Add(40, S(i), hin ? f.Stem[h] : 3u); x.Add(41, hin ? f.Lex[h] : 3u, R(i));
        uint m = f.ChildMask[i];
        x.Add(42, m); x.Add(43, m, S(i));
        for (int r = 0; r < 5; r++) { uint bit = (m >> f_core[r]) & 1; x.Add(44 + (uint)r, bit, S(i)); }
        x.Add(50, hin ? f.ChildMask[h] : 0u, R(i));
        x.Add(51, f.RuleCue[i]); x.Add(52, f.RuleCue[i], S(i)); x.Add(53, f.RuleCue[i], P(i), q); x.Add(54, f.RuleSrc[i], f.RuleCon[i]); 
        x.Add(55, i > first ? (uint)(f.RuleSrc[i - 1] * 9 + f.RuleCon[i - 1] * 3 + f.RuleCue[i - 1]) : 99u, i + 1 < end ? (uint)(f.RuleSrc[i + 1] * 9 + f.RuleCon[i + 1] * 3 + f.RuleCue[i + 1]) : 99u);
        // quotation near
        uint qn = 0; for (int k = i + 1; k < Math.Min(end, i + 6); k++) if (f.Quote[k] == 1) { qn = (uint)(k - i); break; }
        uint qp = 0; for (int k = i - 1; k >= Math.Max(first, i - 8); k--) if (f.Quote[k] == 3) { qp = (uint)(i - k); break; }
        x.Add(56, qn, q); x.Add(57, qp, q); x.Add(58, qn, S(i)); x.Add(59, qp > 0 ? 1u : 0, S(i));
        // colon / that ahead
        uint that = 0; for (int k = i + 1; k < Math.Min(end, i + 8); k++) { var l = f.Document[k].Lower; if (l is "that" or "to" or ":" or "of" or "about" or "whether" or "for") { that = f.Word[k] * 8 + (uint)Math.Min(3, k - i); break; } }
        x.Add(65, that, P(i)); x.Add(66, that, S(i));
        uint K(int k) => k < first || k >= end ? 0u : f.Class[k];
        x.Add(70, K(i), P(i)); x.Add(71, K(i), P(i), P(i + 1)); x.Add(72, K(i), P(i - 1), P(i)); x.Add(73, K(i), K(i + 1), P(i)); x.Add(74, K(i - 1), K(i), P(i)); x.Add(75, K(i), m); x.Add(76, K(i), R(i)); x.Add(77, K(i), E(i - 1)); x.Add(78, K(i), that); x.Add(79, K(i), q, qn); x.Add(80, K(i), W(i + 1)); x.Add(81, K(i), W(i - 1)); x.Add(82, hin ? f.Class[h] : 0u, R(i)); x.Add(83, K(i + 2), P(i)); x.Add(84, K(i), S(i));
        uint mk = K(i); while (mk != 0) { uint low = mk & (~mk + 1); mk ^= low; if (x.Count > 90) break; x.Add(85, low, P(i)); }
        // the nearest subject-like word to the left
        uint sub = 0; for (int k = i - 1; k >= Math.Max(first, i - 12); k--) if (f.Rel[k] <= 1 && f.Head[k] == i) { sub = (uint)f.Pos[k] * 32 + f.Ent[k]; break; }
        x.Add(90, sub, K(i)); x.Add(91, sub, P(i)); x.Add(92, sub, S(i));
        return x.Count;
    }
    public static int[] f_core = [0, 1, 2, 3, 4];
}
