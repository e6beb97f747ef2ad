using Sourceline.Attribution.Model;

namespace Sourceline.Attribution.Pipeline.Text;

/// <summary>A text with its tokens, paragraphs, quotations and sentences: what every later step reads.</summary>
internal sealed class Document
{
    private Document(string text, List<Token> tokens, List<TokenRange> paragraphs, List<Quotation> quotations)
    {
        Text = text;
        Tokens = tokens;
        ParagraphList = paragraphs;
        QuotationList = quotations;
        QuoteAt = new Quotation?[tokens.Count];
        foreach (var quotation in quotations)
            QuoteAt.AsSpan(quotation.First, quotation.Last - quotation.First + 1).Fill(quotation);
        SentenceList = Sentences.Find(tokens, paragraphs, QuoteAt);
    }

    public string Text { get; }

    public List<Token> Tokens { get; }

    public List<TokenRange> ParagraphList { get; }

    public List<Quotation> QuotationList { get; }

    public List<Sentence> SentenceList { get; }

    /// <summary>For each token the quotation that it lies in, its marks included.</summary>
    public Quotation?[] QuoteAt { get; }

    public Token this[int token] => Tokens[token];

    public static Document Read(string text, CancellationToken cancellationToken)
    {
        var tokens = Tokenizer.Read(text, cancellationToken);
        var paragraphs = ParagraphFinder.Find(text, tokens);
        return new Document(text, tokens, paragraphs, Quotations.Find(tokens, paragraphs));
    }

    public TextSpan Span(TokenRange range) => new(Tokens[range.First].Start, Tokens[range.End - 1].End);

    public string Words(TokenRange range) => Span(range).Of(Text);
}
