using Sourceline.Attribution.Pipeline.Syntax;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Rereading;

/// <summary>Parses the chunks of a text, and takes those that were parsed before as they were.</summary>
internal sealed class ChunkTrees(DependencyParser parser, ReadingCache recollection)
{
    private const int NumbersPerToken = 3;

    private readonly uint[] _row = new uint[Chunks.Longest * NumbersPerToken];

    public void Parse(TokenForms forms, SyntaxLayer layer, ParserState state, CancellationToken cancellationToken)
    {
        foreach (var chunk in layer.Chunks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = Row(forms, layer, chunk);
            if (recollection.Trees.TryGet(row, out var tree))
            {
                Put(tree, layer, chunk);
                continue;
            }

            parser.Parse(forms, layer, state, chunk);
            recollection.Trees.Add(row, Taken(layer, chunk));
        }
    }

    /// <summary>All that the parser looks at.</summary>
    private Span<uint> Row(TokenForms forms, SyntaxLayer layer, TokenRange chunk)
    {
        var at = 0;
        for (var i = chunk.First; i < chunk.End; i++)
        {
            _row[at++] = forms.Word(i);
            _row[at++] = forms.Ending(i);
            _row[at++] = ((uint)layer.Pos[i] * 2) + (forms.IsPossessive(i) ? 1u : 0);
        }

        return _row.AsSpan(0, at);
    }

    private static void Put((int[] Heads, Relation[] Relations) tree, SyntaxLayer layer, TokenRange chunk)
    {
        for (var i = 0; i < chunk.Count; i++)
        {
            layer.Head[chunk.First + i] = tree.Heads[i] == SyntaxLayer.NoHead ? SyntaxLayer.NoHead : chunk.First + tree.Heads[i];
            layer.Relation[chunk.First + i] = tree.Relations[i];
        }
    }

    private static (int[] Heads, Relation[] Relations) Taken(SyntaxLayer layer, TokenRange chunk)
    {
        var heads = new int[chunk.Count];
        for (var i = 0; i < heads.Length; i++)
            heads[i] = layer.Head[chunk.First + i] is var head && head == SyntaxLayer.NoHead ? head : head - chunk.First;
        return (heads, layer.Relation[chunk.First..chunk.End]);
    }
}
