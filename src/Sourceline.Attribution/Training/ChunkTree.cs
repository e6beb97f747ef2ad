using Sourceline.Attribution.Pipeline.Syntax;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Training;

/// <summary>Makes one tree of what a parsed corpus has on one of our chunks.</summary>
internal sealed class ChunkTree(Document document, SyntaxLayer layer)
{
    /// <summary>Joins several roots to one, and says whether the result is what the corpus has: no head lay outside or was missing.</summary>
    public bool Close(TokenRange chunk)
    {
        var whole = true;
        var roots = new List<int>();
        for (var i = chunk.First; i < chunk.End; i++)
        {
            if (layer.Head[i] != SyntaxLayer.NoHead && chunk.Has(layer.Head[i]) && layer.Head[i] != i)
                continue;
            whole &= layer.Head[i] == SyntaxLayer.NoHead;
            layer.Head[i] = SyntaxLayer.NoHead;
            roots.Add(i);
        }

        if (roots.Count == 0)
            return false;
        var root = roots[0];
        foreach (var next in roots.Skip(1))
            root = Join(root, next);
        layer.Relation[root] = Relation.Root;
        return whole;
    }

    /// <summary>Where the corpus cut behind "Why?", the quotation is what "he said" after it says.</summary>
    private int Join(int root, int next)
    {
        var quoted = document.QuoteAt[root] is { } quote && quote != document.QuoteAt[next] && layer.Pos[next].IsVerb();
        layer.Head[quoted ? root : next] = quoted ? next : root;
        layer.Relation[quoted ? root : next] = quoted ? Relation.Ccomp : Relation.Parataxis;
        return quoted ? next : root;
    }
}
