using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Lucene.Net.Analysis.TokenAttributes;
using Sourceline.Search.Languages;

namespace Sourceline.Search.Queries;

/// <summary>A piece of text, and whether it is what was looked for. Plain text: whoever shows it escapes it.</summary>
internal readonly record struct MarkedPiece(string Text, bool IsFound);

/// <summary>Finds what was looked for in a text again, to mark it: by the same terms that the index has.</summary>
internal sealed class Marks
{
    private const int ExtractLength = 260;

    /// <summary>Characters of a long text that are read for an extract.</summary>
    private const int LookedThrough = 30_000;

    /// <summary>Letters of all scripts go out as they are; what HTML knows does not.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly string _language;
    private readonly List<Sought> _sought = [];

    /// <param name="parts">What was looked for.</param>
    /// <param name="language">BCP 47, of the text.</param>
    public Marks(IEnumerable<WordPart> parts, string language)
    {
        _language = SearchLanguages.Of(language);
        foreach (var part in parts.Where(part => !part.IsExcluded && (part.IsPhrase || !SearchLanguages.IsCommon(_language, part.Text))))
        {
            var terms = WordQuery.Tokens(SearchLanguages.Analyzer(_language), part.Text).ConvertAll(token => token.Term);
            var typed = part.IsBeginning ? WordQuery.Tokens(SearchLanguages.Analyzer(SearchLanguages.Names), part.Text) : [];
            if (terms.Count > 0) _sought.Add(new Sought([.. terms], typed.Count == 1 ? typed[0].Term : null));
        }
    }

    /// <summary>All of a short text.</summary>
    public IReadOnlyList<MarkedPiece> All(string text) => Pieces(text, 0, text.Length, Find(text, int.MaxValue));

    /// <summary>The part of a long text where most of it is; null where none is.</summary>
    public IReadOnlyList<MarkedPiece>? Extract(string text)
    {
        var looked = text.Length > LookedThrough ? text[..LookedThrough] : text;
        var found = Find(looked, ExtractLength);
        if (found.Count == 0) return null;
        var best = found.MaxBy(first => found.Where(other => other.Start >= first.Start && other.End <= first.Start + ExtractLength).Select(other => other.What).Distinct().Count()).Start;
        var (start, end) = Window(looked, best);
        var pieces = Pieces(looked, start, end, found);
        if (start > 0) pieces.Insert(0, new MarkedPiece("… ", false));
        if (end < text.Length) pieces.Add(new MarkedPiece(" …", false));
        return pieces;
    }

    /// <summary>As HTML, with everything escaped but the marks.</summary>
    public static string Html(IEnumerable<MarkedPiece> pieces)
    {
        var html = new StringBuilder();
        foreach (var piece in pieces)
        {
            var safe = Encoder.Encode(piece.Text);
            if (piece.IsFound) html.Append("<mark>").Append(safe).Append("</mark>");
            else html.Append(safe);
        }
        return html.ToString();
    }

    private static (int Start, int End) Window(string text, int around)
    {
        // From the beginning of the sentence where that is near, else of a word.
        var start = Math.Max(0, around - (ExtractLength / 3));
        var sentence = start == 0 ? -1 : text.LastIndexOfAny(['.', '!', '?', '\n', '؟', '۔'], around);
        if (sentence >= start) start = sentence + 1;
        else while (start > 0 && start < around && !char.IsWhiteSpace(text[start - 1])) start++;
        while (start < around && char.IsWhiteSpace(text[start])) start++;
        var end = Math.Min(text.Length, start + ExtractLength);
        while (end < text.Length && end > around && !char.IsWhiteSpace(text[end])) end--;
        return (start, Math.Max(end, Math.Min(text.Length, around + 1)));
    }

    private static List<MarkedPiece> Pieces(string text, int start, int end, List<(int Start, int End, int What)> found)
    {
        var pieces = new List<MarkedPiece>();
        var at = start;
        foreach (var (from, to, _) in found.Where(mark => mark.Start >= start && mark.End <= end))
        {
            if (from < at) continue;
            if (from > at) pieces.Add(new MarkedPiece(Flat(text[at..from]), false));
            pieces.Add(new MarkedPiece(text[from..to], true));
            at = to;
        }
        if (at < end) pieces.Add(new MarkedPiece(Flat(text[at..end]), false));
        return pieces;
    }

    private static string Flat(string text) => text.Replace('\n', ' ');

    /// <summary>The marks, until all that was looked for stands within so many letters and what follows there has been read as well.</summary>
    private List<(int Start, int End, int What)> Find(string text, int within)
    {
        var marks = new List<(int Start, int End, int What)>();
        if (_sought.Count == 0) return marks;
        var last = new int[_sought.Count];
        Array.Fill(last, -1);
        var (tokens, end) = (new List<(string Term, int Start, int End)>(), int.MaxValue);
        foreach (var token in Tokens(text))
        {
            if (token.Start > end) break;
            tokens.Add(token);
            for (var what = 0; what < _sought.Count; what++)
            {
                if (_sought[what].Length(tokens) is not (> 0 and var length)) continue;
                last[what] = tokens[^length].Start;
                marks.Add((last[what], token.End, what));
                break;
            }
            if (end == int.MaxValue && last.Min() is >= 0 and var first && token.End - first < within) end = first + within;
        }
        // A phrase is known at its end, and goes before the words in it.
        marks.Sort((one, other) => one.Start == other.Start ? other.End.CompareTo(one.End) : one.Start.CompareTo(other.Start));
        return marks;
    }

    private IEnumerable<(string Term, int Start, int End)> Tokens(string text)
    {
        using var stream = SearchLanguages.Analyzer(_language).GetTokenStream("", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var place = stream.GetAttribute<IOffsetAttribute>();
        stream.Reset();
        while (stream.IncrementToken()) yield return (term.ToString()!, place.StartOffset, place.EndOffset);
        stream.End();
    }

    /// <summary>Terms that stand together, or what the only one of them begins with.</summary>
    private sealed record Sought(string[] Terms, string? Beginning)
    {
        /// <summary>How many of the last tokens are what is sought; 0 for none.</summary>
        public int Length(List<(string Term, int Start, int End)> tokens)
        {
            if (Beginning is not null && tokens[^1].Term.StartsWith(Beginning, StringComparison.Ordinal)) return 1;
            if (Terms.Length > tokens.Count) return 0;
            for (var i = 1; i <= Terms.Length; i++)
                if (tokens[^i].Term != Terms[^i]) return 0;
            return Terms.Length;
        }
    }
}
