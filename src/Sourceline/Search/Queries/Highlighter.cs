using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Sourceline.Search.Languages;
using Sourceline.Stories.Html;

namespace Sourceline.Search.Queries;

/// <summary>A piece of text, and whether it is what was looked for. Plain text: whoever shows it escapes it.</summary>
internal readonly record struct MarkedPiece(string Text, bool IsFound);

/// <summary>Finds what was looked for in a text again, to mark it: by the same terms that the index has.</summary>
internal sealed class Highlighter
{
    private const int ExtractLength = 260;

    /// <summary>Characters before the first mark, at most: a line and a half on a phone, so that it is seen without reading for it.</summary>
    private const int Before = 60;

    /// <summary>Characters in which a word ends, to cut there. Chinese, Japanese and Thai do not part their words.</summary>
    private const int LongestWord = 40;

    /// <summary>Characters of a long text that are read for an extract.</summary>
    private const int LookedThrough = 30_000;

    /// <summary>Letters of all scripts go out as they are; what HTML knows does not.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly char[] SentenceEnds = ['.', '!', '?', '\n', '؟', '۔', '。', '！', '？'];

    private readonly TermMatcher _finder;

    /// <param name="parts">What was looked for.</param>
    /// <param name="language">BCP 47, of the text.</param>
    public Highlighter(IEnumerable<WordPart> parts, string language)
    {
        var known = SearchLanguages.Of(language);
        var sought = new List<SearchTerms>();
        foreach (var part in parts.Where(part => !part.IsExcluded && (part.IsPhrase || !SearchLanguages.IsCommon(known, part.Text))))
        {
            var terms = WordQuery.Tokens(SearchLanguages.Analyzer(known), part.Text).ConvertAll(token => token.Term);
            var typed = part.IsBeginning ? WordQuery.Tokens(SearchLanguages.Analyzer(SearchLanguages.Names), part.Text) : [];
            if (terms.Count > 0)
                sought.Add(new SearchTerms([.. terms], typed.Count == 1 ? typed[0].Term : null));
        }
        _finder = new TermMatcher(known, sought);
    }

    /// <summary>All of a short text.</summary>
    public IReadOnlyList<MarkedPiece> All(string text) => Pieces(text, 0, text.Length, _finder.All(text));

    /// <summary>The part of a long text where most of it is; null where none is.</summary>
    public IReadOnlyList<MarkedPiece>? Extract(string text)
    {
        var looked = PlainText.Short(text, LookedThrough);
        var found = _finder.Until(looked, ExtractLength);
        if (found.Count == 0)
            return null;
        var (start, end) = Window(looked, TermMatcher.Densest(found, ExtractLength));
        var pieces = Pieces(looked, start, end, found);
        if (start > 0)
            pieces.Insert(0, new MarkedPiece("… ", false));
        if (end < text.Length)
            pieces.Add(new MarkedPiece(" …", false));
        return pieces;
    }

    /// <summary>As HTML, with everything escaped but the marks.</summary>
    public static string Html(IEnumerable<MarkedPiece> pieces)
    {
        var html = new StringBuilder();
        foreach (var piece in pieces)
        {
            var safe = Encoder.Encode(piece.Text);
            if (piece.IsFound)
                html.Append("<mark>").Append(safe).Append("</mark>");
            else
                html.Append(safe);
        }
        return html.ToString();
    }

    private static (int Start, int End) Window(string text, int around)
    {
        var start = Begin(text, around);
        while (start < around && char.IsWhiteSpace(text[start]))
            start++;
        var end = Math.Min(text.Length, start + ExtractLength);
        if (end == text.Length)
            return (start, end);
        var space = end;
        while (space > end - LongestWord && !char.IsWhiteSpace(text[space]))
            space--;
        return (start, char.IsWhiteSpace(text[space]) ? space : OfPair(text, end));
    }

    /// <summary>The beginning of the sentence where that is near, else of a word; where words are not parted, any letter.</summary>
    private static int Begin(string text, int around)
    {
        var start = Math.Max(0, around - Before);
        if (start == 0)
            return 0;
        if (text.LastIndexOfAny(SentenceEnds, around) is var sentence && sentence >= start)
            return sentence + 1;
        var word = start;
        while (word < around && !char.IsWhiteSpace(text[word - 1]))
            word++;
        return word < around || char.IsWhiteSpace(text[around - 1]) ? word : OfPair(text, start);
    }

    /// <summary>A place in a text, or the one before where that would part the two halves of a letter.</summary>
    private static int OfPair(string text, int at) => char.IsLowSurrogate(text[at]) ? at - 1 : at;

    private static List<MarkedPiece> Pieces(string text, int start, int end, List<Mark> found)
    {
        var pieces = new List<MarkedPiece>();
        var at = start;
        foreach (var (from, to, _) in found.Where(mark => mark.Start >= start && mark.End <= end))
        {
            if (from < at)
                continue;
            if (from > at)
                pieces.Add(new MarkedPiece(Flat(text[at..from]), false));
            pieces.Add(new MarkedPiece(text[from..to], true));
            at = to;
        }
        if (at < end)
            pieces.Add(new MarkedPiece(Flat(text[at..end]), false));
        return pieces;
    }

    private static string Flat(string text) => text.Replace('\n', ' ');
}
