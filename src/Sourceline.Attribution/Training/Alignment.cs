using Sourceline.Attribution.Pipeline.Syntax;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Training;

/// <summary>
/// Lays the parts of speech and the trees of a parsed corpus on our tokens, by offsets. Where one of ours covers several of theirs, it takes
/// the first one's part of speech and the head of the one that stands highest in the tree, so that no circle can arise.
/// </summary>
internal sealed class Alignment
{
    private const int Unknown = -2;
    private readonly Document _document;
    private readonly FlatParse _parse;

    /// <summary>For each of their tokens ours that it begins in, or -1.</summary>
    private readonly int[] _ours;

    public Alignment(Document document, ParsedText text)
    {
        _document = document;
        _parse = new FlatParse(text);
        _ours = new int[_parse.Tokens.Count];
        Layer = new SyntaxLayer(document.Tokens.Count);
        Chunks.Find(document, Layer.Chunks);
        Match();
        Whole = [.. Layer.Chunks.Select(c => new ChunkTree(document, Layer).Close(c))];
    }

    public SyntaxLayer Layer { get; }

    /// <summary>For each chunk whether the corpus has one tree on it.</summary>
    public bool[] Whole { get; }

    private void Match()
    {
        Own();
        var next = 0;
        for (var i = 0; i < _document.Tokens.Count; i++)
        {
            while (next < _ours.Length && _ours[next] < i)
                next++;
            var first = next;
            while (next < _ours.Length && _ours[next] == i)
                next++;
            if (next > first)
                Take(i, first, next);
            else
                Continue(i, first - 1);
        }
    }

    private void Own()
    {
        var i = 0;
        for (var t = 0; t < _ours.Length; t++)
        {
            while (i < _document.Tokens.Count && _document[i].End <= _parse.Tokens[t].Start)
                i++;
            _ours[t] = i < _document.Tokens.Count && _document[i].Start <= _parse.Tokens[t].Start ? i : -1;
        }

        // A token that begins in none of ours must not stop the walk: it counts with the one before it.
        for (var t = 0; t < _ours.Length; t++)
            _ours[t] = _ours[t] < 0 ? (t > 0 ? _ours[t - 1] : 0) : _ours[t];
    }

    private void Take(int token, int first, int end)
    {
        var top = first;
        for (var t = first + 1; t < end; t++)
            top = _parse.Depth[t] < _parse.Depth[top] ? t : top;
        Layer.Pos[token] = _parse.Tokens[first].Pos;
        Layer.Entity[token] = _parse.Tokens[first].Entity;
        Layer.Relation[token] = _parse.Tokens[top].Relation;
        Layer.Head[token] = _parse.Head[top] < 0 ? SyntaxLayer.NoHead : _ours[_parse.Head[top]];
    }

    /// <summary>A token of ours within one of theirs depends on the first of ours there.</summary>
    private void Continue(int token, int theirs)
    {
        if (theirs < 0 || _parse.Tokens[theirs].End <= _document[token].Start)
        {
            Layer.Head[token] = Unknown;
            return;
        }

        Layer.Pos[token] = _parse.Tokens[theirs].Pos;
        Layer.Entity[token] = _parse.Tokens[theirs].Entity;
        Layer.Relation[token] = Relation.Dep;
        Layer.Head[token] = _ours[theirs];
    }
}
