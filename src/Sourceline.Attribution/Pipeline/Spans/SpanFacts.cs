using Sourceline.Attribution.Pipeline.Clauses;
using Sourceline.Attribution.Pipeline.Syntax;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Spans;

/// <summary>What the span models know of each token of a document: its word, its syntax, its quotation and what the rules say of it.</summary>
internal sealed class SpanFacts
{
    private readonly Document _document;

    public SpanFacts(Document document, SyntaxLayer syntax, List<CueClause>[] clauses)
    {
        _document = document;
        Syntax = syntax;
        Clauses = clauses;
        Rules = new RuleMarks(document.Tokens.Count, clauses);
        var count = document.Tokens.Count;
        Words = new WordFacts[count];
        Quote = new QuoteState[count];
        Children = new uint[count];
        SentenceOf = new int[count];
        var known = new Dictionary<string, WordFacts>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < count; i++)
        {
            var lower = document[i].Lower;
            if (!known.TryGetValue(lower, out var facts))
                known[lower] = facts = WordFacts.Of(lower);
            Words[i] = facts;
            if (document.QuoteAt[i] is { } quote)
                Quote[i] =
                    quote.First == i ? QuoteState.Opening
                    : quote.Last == i ? QuoteState.Closing
                    : QuoteState.Inside;
            if (syntax.Head[i] >= 0)
                Children[syntax.Head[i]] |= 1u << (int)syntax.Relation[i];
        }

        for (var s = 0; s < document.SentenceList.Count; s++)
            SentenceOf.AsSpan(document.SentenceList[s].First, document.SentenceList[s].Tokens.Count).Fill(s);
    }

    public Document Document => _document;

    public SyntaxLayer Syntax { get; }

    /// <summary>The clauses that the rules find, by sentence.</summary>
    public List<CueClause>[] Clauses { get; }

    public RuleMarks Rules { get; }

    public WordFacts[] Words { get; }

    public QuoteState[] Quote { get; }

    /// <summary>For each token the relations in which others depend on it, a bit each.</summary>
    public uint[] Children { get; }

    public int[] SentenceOf { get; }

    public List<Sentence> Sentences => _document.SentenceList;

    /// <summary>How a token is written: its kind and its capitals.</summary>
    public uint Shape(int token)
    {
        var t = _document[token];
        var capitals = t.Capital
            ? t.End - t.Start > 1 && char.IsUpper(_document.Text[t.Start + 1])
                ? 2u
                : 1u
            : 0u;
        return ((uint)t.Kind * 4) + capitals;
    }

    public bool IsQuoted(int token) => Quote[token] != QuoteState.Outside;

    /// <summary>The rules' clause whose cue shares a token with a range.</summary>
    public CueClause? ClauseAt(TokenRange cue)
    {
        foreach (var clause in Clauses[SentenceOf[cue.First]])
        {
            if (clause.Cue.Overlaps(cue))
                return clause;
        }

        return null;
    }
}
