using CsCheck;
using Sourceline.Attribution.Learning;
using Sourceline.Attribution.Pipeline.Syntax;
using Sourceline.Attribution.Pipeline.Text;
using Sourceline.Attribution.Training;

namespace Sourceline.Attribution.Tests.Syntax;

public sealed class SyntaxModelTests
{
    private static readonly string[] Words =
    [
        "The",
        "dam",
        "leaks",
        "said",
        "Brand",
        "Aasen",
        "told",
        "that",
        "in",
        "Friday",
        "port's",
        "don't",
        ",",
        ".",
        "!",
        "?",
        "…",
        ":",
        "—",
        "“",
        "”",
        "\"",
        "''",
        "(",
        ")",
        "\n",
        "\n\n",
        "1,250",
        "2024",
        "U.S.",
        "\ud800",
        "😀",
        "e\u0301",
        "сказал",
        "a-b-c",
        "'",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Int[0, Words.Length - 1].Select(i => Words[i]).Array[0, 60].Select(p => string.Join(' ', p)),
        Gen.Int[0, Words.Length - 1].Select(i => Words[i]).Array[300, 700].Select(p => string.Concat(p.Select(w => w + " "))),
        Gen.String
    );

    private static SyntaxLayer Read(string text, out Document document)
    {
        document = Document.Read(text, CancellationToken.None);
        return SmallCorpus.Model.Read(document, CancellationToken.None);
    }

    [Fact]
    public void Read_AnyText_ChunksCoverItWithoutCrossingSentences() =>
        Texts.Sample(
            text =>
            {
                var layer = Read(text, out var document);
                Assert.Equal(Enumerable.Range(0, document.Tokens.Count), layer.Chunks.SelectMany(c => Enumerable.Range(c.First, c.Count)));
                Assert.All(layer.Chunks, c => Assert.InRange(c.Count, 1, Chunks.Longest));
                Assert.All(layer.Chunks, c => Assert.Contains(document.SentenceList, s => s.First <= c.First && c.End <= s.End));
            },
            iter: 500
        );

    [Fact]
    public void Read_AnyText_EachChunkIsATreeWithOneRoot() =>
        Texts.Sample(
            text =>
            {
                var layer = Read(text, out _);
                foreach (var chunk in layer.Chunks)
                {
                    var all = Enumerable.Range(chunk.First, chunk.Count).ToArray();
                    var root = Assert.Single(all, i => layer.Head[i] == SyntaxLayer.NoHead);
                    Assert.All(all, i => Assert.Equal(i == root, layer.Relation[i] == Relation.Root));
                    Assert.All(all, i => Assert.True(i == root || chunk.Has(layer.Head[i])));
                    Assert.All(all, i => Assert.Equal(root, Top(layer, i, chunk.Count)));
                }
            },
            iter: 500
        );

    [Fact]
    public void Read_WhatWasLearned_IsKnown()
    {
        var found = SyntaxEvaluation.Of(SmallCorpus.Model, SmallCorpus.Texts);
        Assert.Equal((1, 1), (found.Pos, found.Entities));
        Assert.InRange(found.Arcs, .95, 1);
        Assert.InRange(found.Heads, .98, 1);
    }

    [Fact]
    public void Read_SameModelFromAContainer_SameLayer()
    {
        var container = new ModelContainer();
        SmallCorpus.Model.Write(container);
        var copy = SyntaxModel.Read(container)!;
        foreach (var text in SmallCorpus.Texts)
        {
            var (one, other) = (
                SmallCorpus.Model.Read(text.Document, CancellationToken.None),
                copy.Read(text.Document, CancellationToken.None)
            );
            Assert.Equal(one.Head, other.Head);
            Assert.Equal(one.Relation, other.Relation);
            Assert.Equal(one.Entity, other.Entity);
            Assert.Equal(one.Pos, other.Pos);
        }
    }

    [Fact]
    public void Read_ContainerWithoutSyntax_IsNull() => Assert.Null(SyntaxModel.Read(new ModelContainer()));

    [Fact]
    public void Train_SameSeed_SameBytes()
    {
        Assert.Equal(Written(SyntaxTrainer.Train(SmallCorpus.Texts, 3)), Written(SyntaxTrainer.Train(SmallCorpus.Texts, 3)));
        Assert.NotEqual(Written(SyntaxTrainer.Train(SmallCorpus.Texts, 3)), Written(SyntaxTrainer.Train(SmallCorpus.Texts[..4], 3)));
    }

    [Fact]
    public void Jackknife_EachText_HasALayer()
    {
        var layers = SyntaxTrainer.Jackknife(SmallCorpus.Texts, 4, 1);
        Assert.Equal(SmallCorpus.Texts.Select(t => t.Document.Tokens.Count), layers.Select(l => l.Pos.Length));
    }

    private static byte[] Written(SyntaxModel model)
    {
        var container = new ModelContainer();
        model.Write(container);
        using var stream = new MemoryStream();
        container.Write(stream, System.IO.Compression.CompressionLevel.Fastest);
        return stream.ToArray();
    }

    private static int Top(SyntaxLayer layer, int token, int most)
    {
        for (var steps = 0; layer.Head[token] != SyntaxLayer.NoHead; steps++)
        {
            Assert.True(steps < most, "The heads run in a circle.");
            token = layer.Head[token];
        }

        return token;
    }
}
