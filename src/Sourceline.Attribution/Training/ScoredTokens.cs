using System.Buffers;
using System.Text;
using Sourceline.Attribution.Model;

namespace Sourceline.Attribution.Training;

/// <summary>
/// The tokens that scores are counted in, whatever tokens an engine uses: a run of letters and digits, with single marks inside it, or one other
/// character. Quotation marks and <c>.,;:!?-—…</c> at the edges of a stretch do not count.
/// </summary>
internal sealed class ScoredTokens
{
    private const string Joining = "'’.,&-";
    private static readonly SearchValues<char> Edges = SearchValues.Create("\"“”‘’'`.,;:!?-–—…()[]");

    private readonly int[] _at;
    private readonly List<bool> _edge = [];

    public ScoredTokens(string text)
    {
        _at = new int[text.Length];
        for (var i = 0; i < text.Length; )
        {
            var end = EndOf(text, i);
            if (end == i)
            {
                _at[i++] = -1;
                continue;
            }

            _at.AsSpan(i, end - i).Fill(_edge.Count);
            _edge.Add(text.AsSpan(i, end - i).IndexOfAnyExcept(Edges) < 0);
            i = end;
        }
    }

    /// <summary>The tokens that spans touch, without marks at the edges of each stretch; all of them where there is nothing else.</summary>
    public HashSet<int> Of(IEnumerable<TextSpan> spans)
    {
        var all = new SortedSet<int>();
        foreach (var span in spans)
        {
            for (var i = span.Start; i < span.End; i++)
            {
                if (_at[i] >= 0)
                    all.Add(_at[i]);
            }
        }

        var tokens = all.ToList();
        var kept = new HashSet<int>();
        for (int first = 0, end; first < tokens.Count; first = end)
        {
            end = first + 1;
            while (end < tokens.Count && tokens[end] == tokens[end - 1] + 1)
                end++;
            int low = first,
                high = end;
            while (low < high && _edge[tokens[low]])
                low++;
            while (high > low && _edge[tokens[high - 1]])
                high--;
            kept.UnionWith(tokens[low..high]);
        }

        return kept.Count > 0 ? kept : [.. tokens];
    }

    private static int EndOf(string text, int start)
    {
        var size = WordSize(text, start);
        if (size == 0)
            return char.IsWhiteSpace(text[start])
                ? start
                : start + (start + 1 < text.Length && char.IsSurrogatePair(text[start], text[start + 1]) ? 2 : 1);
        var at = start + size;
        while (at < text.Length)
        {
            size = WordSize(text, at);
            if (size == 0 && Joining.Contains(text[at], StringComparison.Ordinal) && WordSize(text, at + 1) > 0)
                size = 1;
            if (size == 0)
                break;
            at += size;
        }

        return at;
    }

    private static int WordSize(string text, int at)
    {
        if (at >= text.Length)
            return 0;
        if (text[at] == '_' || char.IsLetterOrDigit(text[at]))
            return 1;
        return
            at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) && Rune.IsLetterOrDigit(new Rune(text[at], text[at + 1]))
            ? 2
            : 0;
    }
}
