namespace Sourceline.Attribution;
internal sealed class ArgumentFeatures
{
    public const int Most = 120;
    private int[] _code = new int[512]; private int _cueHead; private uint _cueStem, _cuePos, _cueLastW, _cueMask; private int _ruleId;
    private TokenFacts _f = null!; private int _first, _end, _cf, _cl; private readonly int[] _anc = new int[6]; private int _ancN;
    private uint[] _other = new uint[512]; private bool[] _done=new bool[512];
    public void Begin(TokenFacts f, int first, int end, TokenRange cue, ReadOnlySpan<byte> cueTokens)
    {
        (_f, _first, _end, _cf, _cl) = (f, first, end, cue.First, cue.End - 1);
        int n = end - first; if (_code.Length < n) { _code = new int[n * 2]; _other = new uint[n * 2]; _done = new bool[n*2]; }
        // head of the cue
        _cueHead = cue.First; bool set=false;
        for (int i = cue.First; i < cue.End; i++) { int h = f.Head[i]; if (h < cue.First || h >= cue.End) { if(!set || f.Lex[i]>0) { _cueHead = i; set=true; if(f.Lex[i]>0) break; } } }
        _cueStem = f.Stem[_cueHead]; _cuePos = f.Pos[_cueHead]; _cueLastW = f.Word[_cl]; _cueMask = 0;
        for (int i = cue.First; i < cue.End; i++) _cueMask |= f.ChildMask[i];
        _ancN = 0; int u = _cueHead; while (u >= first && u < end && _ancN < 6) { _anc[_ancN++] = u; u = f.Head[u]; }
        Array.Fill(_code, -1, 0, n); Array.Fill(_done, false, 0, n);
        for (int k = 0; k < _ancN; k++) _code[_anc[k] - first] = k == 0 ? 1 : 1000 * k + 500 + f.Rel[_anc[k-1]];
        for (int i = cue.First; i < cue.End; i++) _code[i - first] = 1;
        for (int i = first; i < end; i++) Resolve(i, 0);
        _ruleId = 0; for (int i = cue.First; i < cue.End; i++) if (f.RuleId[i] > 0) { _ruleId = f.RuleId[i]; break; }
        // cues between: count of other cue tokens between t and cue
        uint c = 0; for (int i = _cl + 1; i < end; i++) { _other[i - first] = Math.Min(c, 2); if (cueTokens[i - first] == 1) c++; }
        c = 0; for (int i = _cf - 1; i >= first; i--) { _other[i - first] = Math.Min(c, 2); if (cueTokens[i - first] == 1) c++; }
        _clause = null;
        if (_ruleId != 0) foreach (var cl in f.Clauses[f.SentenceOf[cue.First]]) if (cl.Cue.First < cue.End && cue.First < cl.Cue.End) { _clause = cl; break; }
    }
    private CueClause? _clause;
    private int Resolve(int i, int depth)
    {
        if (i < _first || i >= _end) return 0;
        ref int c = ref _code[i - _first];
        if (c >= 0) return c;
        if (depth > 60) return 0;
        int h = _f.Head[i];
        if (h < _first || h >= _end) { c = 2; return c; }
        int hc = Resolve(h, depth + 1);
        // directly below an ancestor?
        bool anc = false; for (int k = 0; k < _ancN; k++) if (_anc[k] == h) { c = 10000 + k * 100 + _f.Rel[i] + (i < _cf ? 50 : 0); anc = true; break; }
        if (!anc && h >= _cf && h <= _cl) { c = 10000 + 600 + _f.Rel[i] + (i < _cf ? 50 : 0); anc = true; }
        if (!anc) c = hc;
        return c;
    }
    private uint RuleTag(int i)
    {
        if (_clause is null) return 0;
        if (_clause.Source is { } s && s.Range.Has(i)) return s.Range.First == i ? 1u : 2u;
        foreach (var r in _clause.Content) if (r.Has(i)) return r.First == i ? 3u : 4u;
        return 5;
    }
    public int Fill(int i, Span<uint> buffer)
    {
        var f = _f; int first = _first, end = _end; var x = new Features(buffer);
        uint W(int k) => k < first || k >= end ? (k < first ? 1u : 2u) : k >= _cf && k <= _cl ? 7u : f.Word[k];
        uint P(int k) => k < first || k >= end ? (k < first ? 101u : 102u) : k >= _cf && k <= _cl ? 100u : f.Pos[k];
        uint C(int k) => k < first || k >= end ? 0u : (uint)_code[k - first];
        uint Q(int k) => k < first || k >= end ? 9u : f.Quote[k];
        uint side = i < _cf ? 1u : i > _cl ? 2u : 3u;
        int dist = i < _cf ? _cf - i : i > _cl ? i - _cl : 0;
        uint db = side * 16 + (uint)(dist <= 4 ? dist : dist <= 6 ? 5 : dist <= 10 ? 6 : dist <= 20 ? 7 : 8);
        uint code = C(i), pcode = C(i - 1);
        uint edge = code == pcode ? 1u : 0u;
        uint rt = RuleTag(i), rtp = i > first ? RuleTag(i - 1) : 9, rtn = i + 1 < end ? RuleTag(i + 1) : 9;
        x.Add(1, side); x.Add(2, db); x.Add(3, db, _cueStem); x.Add(4, side, _cueStem); x.Add(5, db, _cuePos); x.Add(6, side, _cueLastW); 
        x.Add(7, W(i), side); x.Add(8, W(i - 1), side); x.Add(9, W(i + 1), side); x.Add(10, W(i - 2), side); x.Add(11, W(i + 2), side);
        x.Add(12, W(i), db); x.Add(13, W(i - 1), W(i)); x.Add(14, W(i), W(i + 1)); x.Add(15, P(i), W(i - 1)); x.Add(16, P(i), W(i + 1));
        x.Add(17, P(i), side); x.Add(18, P(i - 1), P(i), side); x.Add(19, P(i), P(i + 1), side); x.Add(20, P(i - 1), P(i), P(i + 1)); x.Add(21, P(i - 2), P(i - 1), P(i)); x.Add(70, P(i),P(i+1),P(i+2)); x.Add(22, P(i), db);
        x.Add(23, f.Ent[i], side); x.Add(24, f.Ent[i], i > first ? f.Ent[i - 1] : 99u, side); x.Add(25, f.Ent[i], db, P(i)); x.Add(26, f.Shape[i], side);
        x.Add(27, code); x.Add(28, code, pcode); x.Add(29, code, _cueStem); x.Add(30, code, edge, P(i)); x.Add(31, code, W(i)); x.Add(32, code, W(i - 1)); x.Add(33, code, C(i + 1)); x.Add(34, code, f.Rel[i]); x.Add(35, code, Q(i)); x.Add(36, code, _cuePos, side); x.Add(37, code, _cueMask);
        int h = f.Head[i]; bool hin = h >= first && h < end;
        x.Add(38, f.Rel[i], hin ? f.Pos[h] : 0u, P(i)); x.Add(39, f.Rel[i], side); x.Add(40, hin ? f.Word[h] : 0u, f.Rel[i]); x.Add(71, hin&&h>=_cf&&h<=_cl?1u:0u, f.Rel[i], side);
        x.Add(41, Q(i), side); x.Add(42, Q(i), Q(i - 1), side); x.Add(43, Q(i), Q(i + 1), P(i)); x.Add(44, Q(i), db); x.Add(45, Q(i), _cueStem, side); 
        var qc = f.Document.QuoteAt[_cf]; var qi = f.Document.QuoteAt[i]; uint qrel = qi is null ? (qc is null ? 0u : 1u) : ReferenceEquals(qi, qc) ? 2u : qc is null ? 3u : 4u; 
        uint qlen = qi is null ? 0u : (uint)Math.Min(4, qi.Words / 3);
        x.Add(46, qrel, side); x.Add(47, qrel, qlen, side); x.Add(48, qrel, code); 
        x.Add(49, rt); x.Add(50, rt, rtp); x.Add(51, rt, rtn); x.Add(52, rt, _cueStem); x.Add(53, rt, code); x.Add(54, rt, P(i)); x.Add(55, rt, db); x.Add(56, rt, Q(i)); x.Add(57, rt, rtp, W(i)); x.Add(72, rt, W(i-1)); x.Add(73, rt, W(i+1));
        x.Add(58, _other[i - first], side); x.Add(59, _other[i - first], db); x.Add(60, _other[i - first], P(i)); x.Add(74, _other[i-first], code);
        x.Add(61, (uint)(f.RuleCue[i] * 9 + f.RuleSrc[i] * 3 + f.RuleCon[i]), rt, side);
        // punctuation between token and cue
        x.Add(62, _punct[i - first], side); x.Add(63, _punct[i - first], code); x.Add(64, _punct[i-first], P(i), side); x.Add(75,_punct[i-first],_cueStem,side);
        x.Add(65, i == first ? 1u : i == end - 1 ? 2u : 0u, side); x.Add(66, W(i), W(i-1), _cueStem); x.Add(67, P(i), _cueStem, side); x.Add(68, W(i), _cueStem);
        x.Add(76, (uint)Math.Min(3, _cf-first), side, P(i)); x.Add(77, (uint)Math.Min(3,end-1-_cl), side, code);
        x.Add(78, P(_cl+1), side, P(i)); x.Add(79, P(_cf-1), side, P(i)); x.Add(80, W(_cl+1), side); x.Add(81, W(_cf-1), side); x.Add(82, W(_cl+1), db); x.Add(83, P(_cf-1), P(_cl+1), code);
        return x.Count;
    }
    private uint[] _punct = new uint[512];
    public void Punctuation()
    {
        int n = _end - _first; if (_punct.Length < n) _punct = new uint[n * 2];
        uint m = 0; for (int i = _cl + 1; i < _end; i++) { _punct[i - _first] = m; m = Next(m, i); }
        m = 0; for (int i = _cf - 1; i >= _first; i--) { _punct[i - _first] = m; m = Next(m, i); }
        for (int i = _cf; i <= _cl; i++) _punct[i - _first] = 0;
    }
    private uint Next(uint m, int i)
    {
        var l = _f.Document[i].Lower; var q = _f.Quote[i] == 2;
        if (q) return m;
        if (l == ",") return (m & ~3u) | Math.Min(3u, (m & 3) + 1);
        if (l is "\"" or "“" or "”") return m | 4; if (l is ":" or ";") return m | 8; if (l is "—" or "–" or "-" or "--") return m | 16; if (l is "." or "!" or "?") return m | 32; if (l is "(" or ")") return m|64; if (l is "that") return m|128; if (l is "and" or "but") return m|256;
        return m;
    }
}
