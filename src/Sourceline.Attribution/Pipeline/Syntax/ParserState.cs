using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Syntax;

/// <summary>
/// How far the parse of one chunk has come (arc-hybrid, Kuhlmann et al. 2011): a stack of words, the words still ahead, and the arcs made.
/// Words count from 0 in the chunk; the root stands behind the last. Reused from chunk to chunk.
/// </summary>
internal sealed class ParserState
{
    public const int Shift = 0;
    public const int Left = 1;
    public const int Right = 2;
    public const int Actions = 3;

    /// <summary>The place that stands for "no word"; it looks like nothing else.</summary>
    public const int None = Chunks.Longest + 1;

    private const int Room = Chunks.Longest + 2;
    private readonly int[] _stack = new int[Room];
    private int _depth;

    public uint[] Word { get; } = new uint[Room];

    /// <summary>The part of speech, and whether the word possesses; less than 128.</summary>
    public uint[] Tag { get; } = new uint[Room];

    public uint[] Ending { get; } = new uint[Room];

    public int[] Head { get; } = new int[Room];

    public Relation[] Relation { get; } = new Relation[Room];

    /// <summary>The outermost dependent before each word, and the one within it; likewise after it.</summary>
    public int[] Left1 { get; } = new int[Room];

    public int[] Left2 { get; } = new int[Room];

    public int[] Right1 { get; } = new int[Room];

    public int[] Right2 { get; } = new int[Room];

    public uint[] LeftCount { get; } = new uint[Room];

    public uint[] RightCount { get; } = new uint[Room];

    /// <summary>The relations of the dependents before each word, a bit each; likewise after it.</summary>
    public uint[] LeftSet { get; } = new uint[Room];

    public uint[] RightSet { get; } = new uint[Room];

    /// <summary>What lies ahead of and between words.</summary>
    public ParserLookahead Landscape { get; } = new();

    public bool[] OnStack { get; } = new bool[Room];

    /// <summary>How many words the chunk has.</summary>
    public int Count { get; private set; }

    /// <summary>The next word ahead; the root where it equals <see cref="Count"/>.</summary>
    public int Next { get; private set; }

    public bool Done => Next == Count && _depth == 0;

    public void Begin(TokenForms forms, ReadOnlySpan<PartOfSpeech> pos, TokenRange chunk)
    {
        Count = chunk.Count;
        (Next, _depth) = (0, 0);
        for (var i = 0; i < Count; i++)
        {
            Word[i] = forms.Word(chunk.First + i);
            Ending[i] = forms.Ending(chunk.First + i);
            Tag[i] = (uint)pos[chunk.First + i] | (forms.IsPossessive(chunk.First + i) ? 64u : 0);
        }

        Empty(0, Count + 1);
        Empty(None, 1);
        Landscape.Begin(pos.Slice(chunk.First, Count));
        (Word[Count], Tag[Count], Ending[Count]) = (2, 62, 2);
        (Word[None], Tag[None], Ending[None]) = (1, 63, 1);
    }

    /// <summary>A word of the stack, 0 the topmost.</summary>
    public int Stack(int down) => down < _depth ? _stack[_depth - 1 - down] : None;

    public int Ahead(int further) => Next + further <= Count ? Next + further : None;

    /// <summary>One root only: it takes the last word left on the stack. Before that, where no words are ahead, a step to the left mends
    /// what was left over: the word below the topmost comes to depend on it.</summary>
    public bool Can(int action) =>
        action switch
        {
            Shift => Next < Count,
            Left => _depth > 0,
            _ => _depth > 1,
        };

    /// <summary>The only step that can be taken, or -1.</summary>
    public int Only =>
        _depth == 0 ? Shift
        : Next == Count && _depth == 1 ? Left
        : -1;

    public void Push()
    {
        OnStack[Next] = true;
        _stack[_depth++] = Next++;
    }

    /// <summary>The head of the arc that a step makes, and the word that depends on it.</summary>
    public (int Head, int Word) ArcBy(int action) =>
        action switch
        {
            Right => (Stack(1), Stack(0)),
            _ when Next == Count && _depth > 1 => (Stack(0), Stack(1)),
            _ => (Next, Stack(0)),
        };

    /// <summary>Makes an arc of <see cref="ArcBy"/>: its word leaves the stack.</summary>
    public void Attach(int head, int word, Relation relation)
    {
        if (word != _stack[--_depth])
            _stack[_depth - 1] = head;
        OnStack[word] = false;
        Head[word] = head;
        Relation[word] = relation;
        if (head > word)
        {
            (Left2[head], Left1[head]) = (Left1[head], word);
            LeftCount[head]++;
            LeftSet[head] |= 1u << (int)relation;
            return;
        }

        (Right2[head], Right1[head]) = (Right1[head], word);
        RightCount[head]++;
        RightSet[head] |= 1u << (int)relation;
    }

    private void Empty(int first, int count)
    {
        foreach (var array in (ReadOnlySpan<int[]>)[Left1, Left2, Right1, Right2, Head])
            array.AsSpan(first, count).Fill(None);
        foreach (var array in (ReadOnlySpan<uint[]>)[LeftCount, RightCount, LeftSet, RightSet])
            array.AsSpan(first, count).Clear();
        OnStack.AsSpan(first, count).Clear();
        Relation.AsSpan(first, count).Fill(Sourceline.Attribution.Pipeline.Syntax.Relation.Root);
    }
}
