using Sourceline.Attribution.Pipeline.Clauses;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Spans;

/// <summary>What the rules say of each token: 1 where a cue, a source or a piece of content begins, 2 where it goes on, 0 elsewhere.</summary>
internal sealed class RuleMarks
{
    private readonly byte[] _cue;
    private readonly byte[] _source;
    private readonly byte[] _content;

    public RuleMarks(int tokens, IEnumerable<List<CueClause>> clauses)
    {
        _cue = new byte[tokens];
        _source = new byte[tokens];
        _content = new byte[tokens];
        foreach (var clause in clauses.SelectMany(c => c))
        {
            Mark(_cue, clause.Cue);
            if (clause.Source is { } source)
                Mark(_source, source.Range);
            foreach (var piece in clause.Content)
                Mark(_content, piece);
        }
    }

    public uint Cue(int token) => _cue[token];

    public uint Source(int token) => _source[token];

    public uint Content(int token) => _content[token];

    /// <summary>All three in one number.</summary>
    public uint At(int token) => (uint)((_source[token] * 9) + (_content[token] * 3) + _cue[token]);

    private static void Mark(byte[] marks, TokenRange range)
    {
        if (range.IsEmpty)
            return;
        marks[range.First] = 1;
        marks.AsSpan(range.First + 1, range.Count - 1).Fill(2);
    }
}
