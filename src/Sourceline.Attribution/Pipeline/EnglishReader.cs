using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Answers;
using Sourceline.Attribution.Pipeline.Chains;
using Sourceline.Attribution.Pipeline.Clauses;
using Sourceline.Attribution.Pipeline.Spans;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline;

/// <summary>Reads a story sentence by sentence into drafts: the clauses of each, then quotations that go on without a cue.</summary>
internal sealed class EnglishReader(Reader reader, AttributionModel? model)
{
    private const double SureAnswer = .85;
    private const double UnsureAnswer = .6;

    private static readonly Comparer<Quotation> ByFirst = Comparer<Quotation>.Create((a, b) => a.First.CompareTo(b.First));

    private readonly ChainBuilder _chains = new(reader);
    private readonly AnswerFinder _answers = new(reader);
    private readonly List<Draft> _drafts = [];

    /// <summary>What people are reported to want, think or withhold, once the story is read.</summary>
    public List<Draft> Attitudes { get; } = [];

    /// <summary>Who was asked and said nothing, once the story is read.</summary>
    public List<Answer> Answers { get; } = [];

    public List<Draft> Read(CancellationToken cancellationToken)
    {
        var clauses = SentenceClauses.Read(reader, cancellationToken);
        var attitudes = model is null ? [] : new LearnedClauses(reader, model).AddTo(clauses, cancellationToken);
        for (var s = 0; s < clauses.Length; s++)
        {
            var sentence = reader.Document.SentenceList[s];
            _chains.Enter(sentence.Paragraph);
            if (clauses[s].Count == 0 && !IsSigned(clauses, s))
                GoOn(sentence);
            var answers = _answers.Find(sentence).ToList();
            clauses[s].RemoveAll(c => answers.Exists(a => a.Group.Overlaps(c.Cue)));
            foreach (var clause in clauses[s])
                _drafts.Add(_chains.Build(clause, _drafts.Count > 0 ? _drafts[^1] : null));
            Answers.AddRange(answers.Select(Answer));
            if (attitudes.Length > 0)
                Attitudes.AddRange(attitudes[s].Select(_chains.Aside));
        }

        TakeEarlierParagraphs();
        InferredIdentities.Infer(_drafts);
        return _drafts;
    }

    private Answer Answer(AnswerPhrase phrase)
    {
        var asked = phrase.Asked is { } who ? _chains.Hop(who, phrase.Sentence, SureAnswer) : null;
        return new Answer
        {
            Kind = phrase.Kind,
            Span = reader.Document.Span(phrase.Range),
            Asked = asked,
            Via = phrase.Via is { } outlet ? _chains.Hop(outlet, phrase.Sentence, SureAnswer) : null,
            Confidence = asked is null ? UnsureAnswer : SureAnswer,
        };
    }

    /// <summary>Whether the next sentence says whose words these are.</summary>
    private bool IsSigned(List<CueClause>[] clauses, int number) =>
        number + 1 < clauses.Length && clauses[number + 1].Exists(c => c.Content[0].Overlaps(reader.Document.SentenceList[number].Tokens));

    /// <summary>A quotation of several paragraphs whose last one names the speaker: the paragraphs before it, each left open, are the same words.</summary>
    private void TakeEarlierParagraphs()
    {
        var quotes = reader.Document.QuotationList;
        var told = _drafts.SelectMany(d => d.Clause.Content).Select(c => c.First).ToHashSet();
        foreach (var clause in _drafts.Select(d => d.Clause))
        {
            if (
                clause.Content.Count == 0
                || reader.Document.QuoteAt[clause.Content[0].First] is not { Continues: true } last
                || last.First != clause.Content[0].First
            )
                continue;
            var at = quotes.BinarySearch(last, ByFirst) - 1;
            for (
                ;
                at >= 0
                    && quotes[at] is { Closed: false } earlier
                    && earlier.Last + 1 == quotes[at + 1].First
                    && !told.Contains(earlier.First);
                at--
            )
            {
                clause.Content.Insert(0, new TokenRange(earlier.First, earlier.Last + 1));
                if (!earlier.Continues)
                    break;
            }
        }
    }

    /// <summary>A sentence that is a quotation and nothing else belongs to whoever was quoted right before it.</summary>
    private void GoOn(Sentence sentence)
    {
        if (_drafts.Count == 0 || Whole(sentence) is not { } quote)
            return;
        var last = _drafts[^1];
        var content = Contents.Trim(reader, sentence.Tokens);
        if (last.Clause.Content.Exists(content.Overlaps))
            return;
        if (quote.Continues || (sentence.Paragraph == last.Paragraph && EndsOnQuote(last, sentence)))
            last.Clause.Content.Add(content);
        else if (
            sentence.Paragraph == last.Paragraph + 1
            && quote.Words > 4
            && last.End is { Hop.Kind: SourceKind.Person or SourceKind.Unnamed }
            && EndsParagraph(last)
        )
            _drafts.Add(Standing(sentence, content, last));
    }

    private static Draft Standing(Sentence sentence, TokenRange content, Draft last)
    {
        var clause = new CueClause
        {
            Sentence = sentence,
            Cue = new TokenRange(content.First, content.First),
            Weight = .5,
            SameSpeaker = true,
        };
        clause.Content.Add(content);
        return ChainBuilder.Continue(clause, last);
    }

    private Quotation? Whole(Sentence sentence)
    {
        var content = Contents.Trim(reader, sentence.Tokens);
        return
            !content.IsEmpty
            && reader.Document.QuoteAt[content.First] is { } quote
            && quote.First == content.First
            && reader.Document.QuoteAt[content.End - 1] is { } last
            && last.Last == content.End - 1
            && quote.Words > 1
            ? quote
            : null;
    }

    /// <summary>Whether the statement before quotes, and stands in the sentence right before.</summary>
    private bool EndsOnQuote(Draft last, Sentence sentence)
    {
        var end = Math.Max(last.Clause.Sentence.End, last.Clause.Content[^1].End);
        return sentence.First - end <= 1 && last.Clause.Content.Exists(c => reader.InQuote(c.First) || reader.InQuote(c.End - 1));
    }

    private bool EndsParagraph(Draft last) =>
        Math.Max(last.Clause.Sentence.End, last.Clause.Content[^1].End) >= reader.Document.ParagraphList[last.Paragraph].End
        && last.Clause.Content.Exists(c => reader.InQuote(c.First) || reader.InQuote(c.End - 1));
}
