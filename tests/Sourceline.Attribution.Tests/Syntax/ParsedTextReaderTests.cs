using Sourceline.Attribution.Pipeline.Syntax;
using Sourceline.Attribution.Training;

namespace Sourceline.Attribution.Tests.Syntax;

public sealed class ParsedTextReaderTests
{
    private const string Corpus = """
        #doc	one
        #sent
        0	4	Rain	rain	NN	O	_	2	nsubj
        5	9	fell	fall	VBD	O	_	0	root
        #sent
        10	11	#	#	#	MONEY	_	0	root
        #coref	1:1-1:representative 2:1-1:mention
        #doc	without
        #sent
        0	2	It	it	PRP	O	_	0	root
        #doc	two
        #sent
        0	2	It	it	PRP	O	_	0	root

        """;

    private static readonly Dictionary<string, string> Texts = new() { ["one"] = "Rain fell #", ["two"] = "It" };

    private static ParsedText[] Read(string corpus) => [.. ParsedTextReader.Read(new StringReader(corpus), Texts)];

    [Fact]
    public void Read_Corpus_HasItsTextsSentencesAndMentions()
    {
        var texts = Read(Corpus);
        Assert.Equal(["one", "two"], texts.Select(t => t.Name));
        Assert.Equal([2, 1], texts[0].Sentences.Select(s => s.Length));
        Assert.Equal(new ParsedToken(5, 9, PartOfSpeech.VBD, EntityType.None, 0, Relation.Root), texts[0].Sentences[0][1]);
        Assert.Equal(PartOfSpeech.Currency, texts[0].Sentences[1][0].Pos);
        Assert.Equal([new ParsedMention(0, 0, 0, true), new ParsedMention(1, 0, 0, false)], texts[0].Chains[0]);
        Assert.Empty(texts[1].Chains);
    }

    [Theory]
    [InlineData("#doc\tone\n0\t4\tRain")]
    [InlineData("#doc\tone\n0\tx\tRain\train\tNN\tO\t_\t0\troot")]
    [InlineData("#doc\tone\n#coref\t1:1:mention")]
    public void Read_WhatCannotBeRead_IsNamedByItsLine(string corpus) =>
        Assert.Contains("Line 2", Assert.Throws<InvalidDataException>(() => Read(corpus)).Message, StringComparison.Ordinal);
}
