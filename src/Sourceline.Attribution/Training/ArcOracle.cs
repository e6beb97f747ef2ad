using Sourceline.Attribution.Pipeline.Syntax;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Training;

/// <summary>
/// What a step costs: how many arcs of the right tree can no longer be made after it (the dynamic oracle of Goldberg and Nivre 2013 for
/// arc-hybrid, exact for trees without crossing arcs).
/// </summary>
internal sealed class ArcOracle
{
    private readonly int[] _head = new int[Chunks.Longest + 2];
    private readonly List<int>[] _dependents = [.. Enumerable.Range(0, Chunks.Longest + 2).Select(_ => new List<int>())];

    /// <summary>Takes the right tree of a chunk; false where arcs cross and nothing can be learned.</summary>
    public bool Begin(SyntaxLayer right, TokenRange chunk)
    {
        for (var i = 0; i <= chunk.Count; i++)
            _dependents[i].Clear();
        for (var i = 0; i < chunk.Count; i++)
        {
            var head = right.Head[chunk.First + i];
            _head[i] = head == SyntaxLayer.NoHead ? chunk.Count : head - chunk.First;
            _dependents[_head[i]].Add(i);
        }

        return !Crosses(chunk.Count);
    }

    public int Head(int word) => _head[word];

    public int Cost(ParserState state, int action)
    {
        var top = state.Stack(0);
        if (action == ParserState.Shift)
            return ShiftCost(state, top);
        if (state.Next == state.Count && state.Can(ParserState.Right))
            return EndCost(state, action);
        if (action == ParserState.Right)
            return (_head[top] >= state.Next ? 1 : 0) + Ahead(state, top);
        return (_head[top] != state.Next && (_head[top] > state.Next || _head[top] == state.Stack(1)) ? 1 : 0) + Ahead(state, top);
    }

    /// <summary>Where no words are ahead: an arc between the two topmost words, one way or the other.</summary>
    private int EndCost(ParserState state, int action)
    {
        var (head, word) = state.ArcBy(action);
        if (_head[word] == head)
            return 0;
        return (_head[word] == state.Count || state.OnStack[_head[word]] ? 1 : 0) + (_head[head] == word ? 1 : 0);
    }

    /// <summary>What goes onto the stack loses its head below the topmost word, and its dependents on the stack.</summary>
    private int ShiftCost(ParserState state, int top)
    {
        var next = state.Next;
        var cost = _head[next] < next && _head[next] != top && state.OnStack[_head[next]] ? 1 : 0;
        foreach (var dependent in _dependents[next])
            cost += dependent < next && state.OnStack[dependent] ? 1 : 0;
        return cost;
    }

    /// <summary>What leaves the stack loses its dependents ahead.</summary>
    private int Ahead(ParserState state, int top)
    {
        var cost = 0;
        foreach (var dependent in _dependents[top])
            cost += dependent >= state.Next ? 1 : 0;
        return cost;
    }

    /// <summary>Arcs cross if some word between a head and its dependent has its head outside.</summary>
    private bool Crosses(int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (_head[i] == count)
                continue;
            int low = Math.Min(i, _head[i]),
                high = Math.Max(i, _head[i]);
            for (var k = low + 1; k < high; k++)
            {
                if (_head[k] < low || _head[k] > high)
                    return true;
            }
        }

        return false;
    }
}
