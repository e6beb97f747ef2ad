using Lucene.Net.Analysis.TokenAttributes;
using Sourceline.Search.Languages;

namespace Sourceline.Search.Queries;

/// <summary>A place in a text where something that was looked for stands.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character after its last.</param>
/// <param name="What">Which of the things that were looked for.</param>
internal readonly record struct Mark(int Start, int End, int What);

/// <summary>Finds the places of words in one text, in time that grows with the text alone, whatever was asked for.</summary>
/// <param name="language">One of <see cref="SearchLanguages"/>.</param>
/// <param name="sought">Terms of that language.</param>
internal sealed class TermMatcher(string language, IReadOnlyList<SearchTerms> sought)
{
    /// <summary>Marks of one text. Nobody needs more to see what it is about; a search for "the" would have thousands.</summary>
    public const int Most = 400;

    /// <summary>
    /// Characters that are read on for words that have not been found, once all others stand together: a word may be in the headline
    /// alone, or be another one's alternative.
    /// </summary>
    public const int Patience = 8_000;

    private readonly HashSet<string> _terms = [.. sought.SelectMany(one => one.Terms)];

    private readonly string[] _beginnings = [.. sought.Select(one => one.Beginning).OfType<string>()];

    /// <summary>The marks of all of a text, in its order.</summary>
    public List<Mark> All(string text) => Find(text, null);

    /// <summary>The marks, until all that was looked for stands within so many characters and what follows there has been read as well.</summary>
    public List<Mark> Until(string text, int within) => Find(text, within);

    /// <summary>Where the first stretch of so many characters with the most different things begins.</summary>
    /// <param name="marks">One at least, by their starts.</param>
    public static int Densest(IReadOnlyList<Mark> marks, int within)
    {
        var counts = new Dictionary<int, int>();
        var (best, most, left) = (marks[0].Start, 0, 0);
        for (var right = 0; right < marks.Count; right++)
        {
            counts[marks[right].What] = counts.GetValueOrDefault(marks[right].What) + 1;
            for (; left <= right && marks[right].End - marks[left].Start > within; left++)
                if (--counts[marks[left].What] == 0)
                    counts.Remove(marks[left].What);
            if (counts.Count > most)
                (best, most) = (marks[left].Start, counts.Count);
        }
        return best;
    }

    private List<Mark> Find(string text, int? within)
    {
        var marks = new List<Mark>();
        if (sought.Count == 0)
            return marks;
        var last = new Dictionary<int, int>();
        var (tokens, end) = (new List<(string Term, int Start, int End)>(), int.MaxValue);
        foreach (var token in Tokens(text))
        {
            if (token.Start > end || marks.Count == Most)
                break;
            tokens.Add(token);
            if (At(tokens) is not { } mark)
                continue;
            marks.Add(mark);
            var isNew = last.TryAdd(mark.What, mark.Start);
            last[mark.What] = mark.Start;
            if (within is not { } stretch || (end < int.MaxValue && !isNew))
                continue;
            var first = last.Values.Min();
            if (mark.End - first < stretch)
                end = first + stretch + (last.Count == sought.Count ? 0 : Patience);
            else if (isNew)
                end = int.MaxValue;
        }
        // A phrase is known at its end, and goes before the words in it.
        marks.Sort((one, other) => one.Start == other.Start ? other.End.CompareTo(one.End) : one.Start.CompareTo(other.Start));
        return marks;
    }

    /// <summary>What ends with the last token.</summary>
    private Mark? At(List<(string Term, int Start, int End)> tokens)
    {
        if (tokens[^1].Term.Length == 0)
            return null;
        for (var what = 0; what < sought.Count; what++)
            if (sought[what].Length(tokens) is > 0 and var length)
                return new Mark(tokens[^length].Start, tokens[^1].End, what);
        return null;
    }

    /// <summary>The words of a text; the term of one that is not looked for is empty, which most are.</summary>
    private IEnumerable<(string Term, int Start, int End)> Tokens(string text)
    {
        using var stream = SearchLanguages.Analyzer(language).GetTokenStream("", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var place = stream.GetAttribute<IOffsetAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
            yield return (Wanted(term.Buffer.AsSpan(0, term.Length)), place.StartOffset, place.EndOffset);
        stream.End();
    }

    private string Wanted(ReadOnlySpan<char> term)
    {
        if (_terms.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(term, out var known))
            return known;
        foreach (var beginning in _beginnings)
            if (term.StartsWith(beginning, StringComparison.Ordinal))
                return term.ToString();
        return "";
    }
}

/// <summary>Terms that stand together, or what the only one of them begins with.</summary>
internal sealed record SearchTerms(string[] Terms, string? Beginning)
{
    /// <summary>How many of the last tokens are what is sought; 0 for none.</summary>
    public int Length(List<(string Term, int Start, int End)> tokens)
    {
        if (Beginning is not null && tokens[^1].Term.StartsWith(Beginning, StringComparison.Ordinal))
            return 1;
        if (Terms.Length > tokens.Count)
            return 0;
        for (var i = 1; i <= Terms.Length; i++)
            if (tokens[^i].Term != Terms[^i])
                return 0;
        return Terms.Length;
    }
}
