namespace Sourceline.Attribution.Pipeline.Text;

/// <summary>Lower-case words, each kept once: a story repeats most of its words.</summary>
internal sealed class WordPool
{
    private const int LongestKept = 48;
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    public string Lower(ReadOnlySpan<char> written)
    {
        if (written.Length > LongestKept)
            return Lowered(written);
        var lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(written, out var known))
            return known;
        var lower = Lowered(written);
        lookup[written] = lower;
        return lower;
    }

    private static string Lowered(ReadOnlySpan<char> written) => written.ToString().ToLowerInvariant().Replace('’', '\'').Replace('‑', '-');
}
