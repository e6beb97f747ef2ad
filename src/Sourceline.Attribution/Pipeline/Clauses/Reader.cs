using Sourceline.Attribution.Pipeline.Dates;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Names;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Clauses;

/// <summary>What every rule on clauses needs: the text, its names, its phrases and its dates.</summary>
internal sealed class Reader
{
    private readonly Dictionary<int, DateMention> _dateAt = [];

    public Reader(Document document, DateOnly? published)
    {
        Document = document;
        Names = NameBook.Read(document);
        Phrases = new NounPhrases(document, Names);
        foreach (var sentence in document.SentenceList)
            SentenceStarts.Add(sentence.First);
        DateList = DateFinder.Find(document, published);
        foreach (var date in DateList)
            _dateAt[date.Tokens.First] = date;
    }

    public Document Document { get; }

    public NameBook Names { get; }

    public NounPhrases Phrases { get; }

    /// <summary>The first tokens of all sentences.</summary>
    public HashSet<int> SentenceStarts { get; } = [];

    /// <summary>The dates of the text, in order.</summary>
    public List<DateMention> DateList { get; }

    public Token this[int token] => Document[token];

    public DateMention? DateAt(int token) => _dateAt.TryGetValue(token, out var date) ? date : null;

    public bool InQuote(int token) => Document.QuoteAt[token] is not null;

    public SourcePhrase Source(TokenRange range) => SourcePhraseReader.Read(Document, Names, range);

    /// <summary>Where a sentence begins apart from "But", "Meanwhile," and the like.</summary>
    public int AfterLead(Sentence sentence)
    {
        var at = Math.Max(AfterDateline(sentence), Headings.End(Document, sentence));
        while (at < sentence.End - 1 && FunctionWords.Leads.Contains(Document[at].Lower) && !InQuote(at))
        {
            at++;
            if (Document[at].Is(","))
                at++;
        }

        return at;
    }

    /// <summary>"BRASK (Reuters) - " opens a paragraph and is no part of what it says.</summary>
    private int AfterDateline(Sentence sentence)
    {
        const int Longest = 9;
        if (Document.ParagraphList[sentence.Paragraph].First != sentence.First)
            return sentence.First;
        for (var at = sentence.First + 1; at < Math.Min(sentence.First + Longest, sentence.End - 2); at++)
        {
            if (Document[at].Is(")") && Document[at + 1].Lower is "-" or "–" or "—")
                return at + 2;
        }

        return sentence.First;
    }

    /// <summary>The dates that lie within a range, in order.</summary>
    public IEnumerable<DateMention> DatesIn(TokenRange range)
    {
        var at = FirstDate(range.First);
        for (; at < DateList.Count && DateList[at].Tokens.End <= range.End; at++)
            yield return DateList[at];
    }

    private int FirstDate(int token)
    {
        int low = 0,
            high = DateList.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (DateList[middle].Tokens.First < token)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
