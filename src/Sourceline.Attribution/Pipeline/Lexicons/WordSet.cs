using System.Collections.Frozen;

namespace Sourceline.Attribution.Pipeline.Lexicons;

/// <summary>Makes look-up sets out of words parted by spaces; a phrase writes its inner spaces as underscores.</summary>
internal static class WordSet
{
    public static FrozenSet<string> Of(string words) => Split(words).ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<string> Split(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => w.Replace('_', ' '));
}
