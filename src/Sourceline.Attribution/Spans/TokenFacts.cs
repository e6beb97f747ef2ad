namespace Sourceline.Attribution;
internal sealed class TokenFacts
{
    public required Document Document;
    public required uint[] Word, Stem, Suffix, Prefix; public required byte[] Shape, Quote, Lex;
    public required byte[] Pos, Ent, Rel; public required int[] Head; // head: token index or -1
    public byte[] RuleCue = [], RuleSrc = [], RuleCon = []; public int[] RuleId = [];
    public List<CueClause>[] Clauses = [];
    public int[] SentenceOf = [];
    public required uint[] ChildMask; public uint[] Class = [];
    public static uint HashOf(ReadOnlySpan<char> s) { uint h = 2166136261; foreach (var c in s) { h = (h ^ c) * 16777619; } h ^= h >> 15; h *= 0x85EBCA6B; h ^= h >> 13; return h; }
    public static ReadOnlySpan<char> StemOf(string w)
    {
        var s = w.AsSpan();
        if (s.EndsWith("'s")) s = s[..^2];
        if (s.Length > 4 && s.EndsWith("ies")) return s[..^3];
        if (s.Length > 4 && s.EndsWith("ied")) return s[..^3];
        if (s.Length > 5 && s.EndsWith("ing")) s = s[..^3];
        else if (s.Length > 4 && s.EndsWith("ed")) s = s[..^2];
        else if (s.Length > 4 && s.EndsWith("es")) s = s[..^2];
        else if (s.Length > 3 && s[^1] == 's' && s[^2] != 's') s = s[..^1];
        if (s.Length > 4 && s[^1] == s[^2] && s[^1] is not ('l' or 's' or 'e' or 'o')) s = s[..^1];
        if (s.Length > 3 && s[^1] is 'e' or 'y') s = s[..^1];
        return s;
    }
    public static TokenFacts Of(Document doc, byte[] pos, byte[] ent, byte[] rel, int[] head)
    {
        int n = doc.Tokens.Count;
        var f = new TokenFacts { Document = doc, Word = new uint[n], Stem = new uint[n], Suffix = new uint[n], Prefix = new uint[n], Shape = new byte[n], Quote = new byte[n], Lex = new byte[n], Pos = pos, Ent = ent, Rel = rel, Head = head, ChildMask = new uint[n] };
        for (int i = 0; i < n; i++)
        {
            var t = doc.Tokens[i]; var w = t.Lower;
            f.Word[i] = HashOf(w); f.Stem[i] = HashOf(StemOf(w)); f.Suffix[i] = HashOf(w.AsSpan(Math.Max(0, w.Length - 3))) ; f.Prefix[i] = HashOf(w.AsSpan(0, Math.Min(4, w.Length)));
            bool caps = t.Capital && t.End - t.Start > 1 && char.IsUpper(doc.Text[t.Start + 1]);
            f.Shape[i] = (byte)((int)t.Kind * 4 + (caps ? 2 : t.Capital ? 1 : 0));
            if (doc.QuoteAt[i] is { } q) f.Quote[i] = (byte)(q.First == i ? 1 : q.Last == i ? 3 : 2);
            var v = CueVerbs.Find(w);
            f.Lex[i] = v is null ? (byte)0 : (byte)(1 + (int)v.Form * 8 + (v.Weight > .8 ? 3 : v.Weight > .65 ? 2 : 1));
            if (head[i] >= 0) f.ChildMask[head[i]] |= 1u << (rel[i] & 31);
        }
        f.Class = new uint[n]; for (int i = 0; i < n; i++) f.Class[i] = CueClasses.Of(f.Stem[i]);
        f.SentenceOf = new int[n];
        for (int s = 0; s < doc.SentenceList.Count; s++) for (int i = doc.SentenceList[s].First; i < doc.SentenceList[s].End; i++) f.SentenceOf[i] = s;
        f.Rules();
        return f;
    }
    private void Rules()
    {
        int n = Word.Length; RuleCue = new byte[n]; RuleSrc = new byte[n]; RuleCon = new byte[n]; RuleId = new int[n];
        var reader = new Reader(Document, null); var finder = new ClauseFinder(reader); var notes = new EditorNotes(reader);
        Clauses = new List<CueClause>[Document.SentenceList.Count];
        int id = 0;
        for (int s = 0; s < Document.SentenceList.Count; s++)
        {
            var sentence = Document.SentenceList[s];
            Clauses[s] = notes.Holds(sentence) ? [] : finder.Read(sentence);
            foreach (var c in Clauses[s])
            {
                id++;
                for (int i = c.Cue.First; i < c.Cue.End; i++) { RuleCue[i] = (byte)(i == c.Cue.First ? 1 : 2); RuleId[i] = id; }
                if (c.Source is { } src) for (int i = src.Range.First; i < src.Range.End; i++) RuleSrc[i] = (byte)(i == src.Range.First ? 1 : 2);
                foreach (var r in c.Content) for (int i = r.First; i < r.End; i++) RuleCon[i] = (byte)(i == r.First ? 1 : 2);
            }
        }
    }
}
internal ref struct Features(Span<uint> buffer)
{
    private readonly Span<uint> _b = buffer; public int Count;
    public void Add(uint template, uint a)
    {
        uint h = (a + template * 0x9E3779B1u) * 0x85EBCA77u; h ^= h >> 15; h *= 0xC2B2AE3Du; h ^= h >> 13; _b[Count++] = h;
    }
    public void Add(uint template, uint a, uint b) => Add(template, (a ^ (b * 0x27D4EB2Fu + 0x165667B1u)) * 0x9E3779B1u ^ (b >> 7));
    public void Add(uint template, uint a, uint b, uint c) => Add(template, (a ^ (b * 0x27D4EB2Fu + 0x165667B1u)) * 0x9E3779B1u ^ (b >> 7), c);
}
