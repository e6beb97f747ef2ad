using System.Runtime.InteropServices;
using Sourceline.Attribution.Pipeline.Clauses;
using Sourceline.Attribution.Pipeline.Spans;
using Sourceline.Attribution.Pipeline.Syntax;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Rereading;

/// <summary>The candidates of sentences that were read before with the same words, syntax, quotations and clauses of the rules.</summary>
internal sealed class SentenceCandidates(ReadingCache recollection, SpanFacts facts)
{
    private readonly List<uint> _row = [];

    /// <summary>Adds the candidates of a sentence, if they are known.</summary>
    public bool TryAdd(int sentence, List<Candidate> candidates)
    {
        Fill(sentence);
        if (!recollection.Candidates.TryGet(CollectionsMarshal.AsSpan(_row), out var known))
            return false;
        foreach (var candidate in known)
            candidates.Add(candidate.Moved(facts.Sentences[sentence].First, sentence));
        return true;
    }

    /// <summary>Keeps what was found for the sentence that was asked for last.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="candidates">Its candidates stand at the end.</param>
    /// <param name="first">The first of them.</param>
    public void Keep(int sentence, List<Candidate> candidates, int first)
    {
        var kept = new Candidate[candidates.Count - first];
        for (var i = 0; i < kept.Length; i++)
            kept[i] = candidates[first + i].Moved(-facts.Sentences[sentence].First, 0);
        recollection.Candidates.Add(CollectionsMarshal.AsSpan(_row), kept);
    }

    /// <summary>All that the span models look at, three numbers a token, and how the rules' clauses lie.</summary>
    private void Fill(int number)
    {
        _row.Clear();
        var sentence = facts.Sentences[number];
        _row.Add((uint)sentence.Tokens.Count);
        for (var i = sentence.First; i < sentence.End; i++)
        {
            _row.Add(facts.Words[i].Word);
            _row.Add(Bits(i));
            _row.Add(facts.Syntax.Head[i] is var head && head == SyntaxLayer.NoHead ? uint.MaxValue : (uint)(head - sentence.First));
        }

        foreach (var clause in facts.Clauses[number])
        {
            Add(clause.Cue, sentence);
            Add(clause.Source?.Range ?? default, sentence);
            _row.Add((uint)clause.Content.Count);
            foreach (var piece in clause.Content)
                Add(piece, sentence);
        }
    }

    private uint Bits(int token) => (uint)facts.Syntax.Pos[token]
        | ((uint)facts.Syntax.Entity[token] << 7)
        | ((uint)facts.Syntax.Relation[token] << 12)
        | ((uint)facts.Quote[token] << 18)
        | (facts.Rules.At(token) << 20)
        | (facts.Shape(token) << 26);

    private void Add(TokenRange range, Sentence sentence)
    {
        _row.Add((uint)(range.First - sentence.First));
        _row.Add((uint)(range.End - sentence.First));
    }
}
