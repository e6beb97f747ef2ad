using Sourceline.Attribution.Pipeline.Clauses;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Spans;

/// <summary>A sentence as seen from one cue: how each token hangs to it in the tree, what marks and which other cues lie between. Reused from cue to cue.</summary>
internal sealed class CueView
{
    private const int MostAncestors = 6;
    private const int Deepest = 60;
    private const int Unknown = -1;
    private const int Below = 10000;
    private const int Left = 50;

    private readonly int[] _ancestors = new int[MostAncestors];
    private int _ancestorCount;
    private int[] _path = new int[256];
    private uint[] _between = new uint[256];
    private uint[] _cuesBetween = new uint[256];

    public SpanFacts Facts { get; private set; } = null!;

    public Sentence Sentence { get; private set; }

    public TokenRange Cue { get; private set; }

    /// <summary>The token of the cue that the others hang on.</summary>
    public int Head { get; private set; }

    /// <summary>The relations in which anything depends on the cue, a bit each.</summary>
    public uint Children { get; private set; }

    /// <summary>The rules' clause of this cue.</summary>
    public CueClause? Clause { get; private set; }

    /// <param name="facts">The document.</param>
    /// <param name="sentence">The sentence that the cue stands in.</param>
    /// <param name="cue">The cue.</param>
    /// <param name="cueLabels">For each token of the sentence its label as a cue: 1 where one begins.</param>
    public void Look(SpanFacts facts, Sentence sentence, TokenRange cue, ReadOnlySpan<byte> cueLabels)
    {
        (Facts, Sentence, Cue) = (facts, sentence, cue);
        if (_path.Length < sentence.Tokens.Count)
        {
            var size = sentence.Tokens.Count * 2;
            (_path, _between, _cuesBetween) = (new int[size], new uint[size], new uint[size]);
        }

        Head = FindHead();
        Children = 0;
        for (var i = cue.First; i < cue.End; i++)
            Children |= facts.Children[i];
        Clause = facts.ClauseAt(cue);
        FindPaths();
        FindBetween();
        CountCues(cueLabels);
    }

    /// <summary>How a token hangs to the cue; 0 outside the sentence.</summary>
    public uint Path(int token) => Sentence.Tokens.Has(token) ? (uint)_path[token - Sentence.First] : 0;

    /// <summary>Which marks and linking words lie between a token and the cue.</summary>
    public uint Between(int token) => _between[token - Sentence.First];

    /// <summary>How many other cues begin between a token and the cue, 2 at most.</summary>
    public uint CuesBetween(int token) => _cuesBetween[token - Sentence.First];

    /// <summary>1 before the cue, 2 behind it, 3 in it.</summary>
    public uint Side(int token) =>
        token < Cue.First ? 1u
        : token >= Cue.End ? 2u
        : 3u;

    /// <summary>The side and the rough distance to the cue.</summary>
    public uint Distance(int token)
    {
        var tokens =
            token < Cue.First ? Cue.First - token
            : token >= Cue.End ? token - Cue.End + 1
            : 0;
        return (Side(token) * 16)
            + (
                tokens switch
                {
                    <= 4 => (uint)tokens,
                    <= 6 => 5,
                    <= 10 => 6,
                    <= 20 => 7,
                    _ => 8,
                }
            );
    }

    /// <summary>What the rules' clause of this cue makes of a token: its source, its content, or neither.</summary>
    public uint Mark(int token)
    {
        if (Clause is null)
            return 0;
        if (Clause.Source is { } source && source.Range.Has(token))
            return source.Range.First == token ? 1u : 2u;
        foreach (var piece in Clause.Content)
        {
            if (piece.Has(token))
                return piece.First == token ? 3u : 4u;
        }

        return 5;
    }

    /// <summary>A token whose own head lies outside the cue; of several a verb that often attributes.</summary>
    private int FindHead()
    {
        var head = Unknown;
        for (var i = Cue.First; i < Cue.End; i++)
        {
            if (Cue.Has(Facts.Syntax.Head[i]))
                continue;
            if (Facts.Words[i].Verb > 0)
                return i;
            head = head == Unknown ? i : head;
        }

        return head == Unknown ? Cue.First : head;
    }

    private void FindPaths()
    {
        _ancestorCount = 0;
        for (var at = Head; Sentence.Tokens.Has(at) && _ancestorCount < MostAncestors; at = Facts.Syntax.Head[at])
            _ancestors[_ancestorCount++] = at;
        Array.Fill(_path, Unknown, 0, Sentence.Tokens.Count);
        for (var k = 1; k < _ancestorCount; k++)
            _path[_ancestors[k] - Sentence.First] = (1000 * k) + 500 + (int)Facts.Syntax.Relation[_ancestors[k - 1]];
        _path.AsSpan(Cue.First - Sentence.First, Cue.Count).Fill(1);
        for (var i = Sentence.First; i < Sentence.End; i++)
            PathOf(i, 0);
    }

    /// <summary>A token hangs to the cue as its head does, unless that is the cue itself or one of its ancestors.</summary>
    private int PathOf(int token, int depth)
    {
        ref var path = ref _path[token - Sentence.First];
        if (path != Unknown || depth > Deepest)
            return Math.Max(path, 0);
        var head = Facts.Syntax.Head[token];
        if (!Sentence.Tokens.Has(head))
            return path = 2;
        var side = token < Cue.First ? Left : 0;
        var ancestor = _ancestors.AsSpan(0, _ancestorCount).IndexOf(head);
        if (ancestor >= 0)
            return path = Below + (ancestor * 100) + (int)Facts.Syntax.Relation[token] + side;
        if (Cue.Has(head))
            return path = Below + 600 + (int)Facts.Syntax.Relation[token] + side;
        return path = PathOf(head, depth + 1);
    }

    private void FindBetween()
    {
        var marks = 0u;
        for (var i = Cue.End; i < Sentence.End; i++)
        {
            _between[i - Sentence.First] = marks;
            marks = With(marks, i);
        }

        marks = 0;
        for (var i = Cue.First - 1; i >= Sentence.First; i--)
        {
            _between[i - Sentence.First] = marks;
            marks = With(marks, i);
        }

        _between.AsSpan(Cue.First - Sentence.First, Cue.Count).Clear();
    }

    private uint With(uint marks, int token)
    {
        if (Facts.Quote[token] == QuoteState.Inside)
            return marks;
        return Facts.Document[token].Lower switch
        {
            "," => (marks & ~3u) | Math.Min(3u, (marks & 3) + 1),
            "\"" or "“" or "”" => marks | 4,
            ":" or ";" => marks | 8,
            "—" or "–" or "-" or "--" => marks | 16,
            "." or "!" or "?" => marks | 32,
            "(" or ")" => marks | 64,
            "that" => marks | 128,
            "and" or "but" => marks | 256,
            _ => marks,
        };
    }

    private void CountCues(ReadOnlySpan<byte> cueLabels)
    {
        var cues = 0u;
        for (var i = Cue.End; i < Sentence.End; i++)
        {
            _cuesBetween[i - Sentence.First] = Math.Min(cues, 2);
            cues += cueLabels[i - Sentence.First] == 1 ? 1u : 0;
        }

        cues = 0;
        for (var i = Cue.First - 1; i >= Sentence.First; i--)
        {
            _cuesBetween[i - Sentence.First] = Math.Min(cues, 2);
            cues += cueLabels[i - Sentence.First] == 1 ? 1u : 0;
        }

        _cuesBetween.AsSpan(Cue.First - Sentence.First, Cue.Count).Clear();
    }
}
