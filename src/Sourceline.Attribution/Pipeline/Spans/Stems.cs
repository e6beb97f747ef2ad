namespace Sourceline.Attribution.Pipeline.Spans;

/// <summary>Crude English stems: the forms of a regular word come to the same letters. No dictionary, and not always a word.</summary>
internal static class Stems
{
    public static ReadOnlySpan<char> Of(string lower)
    {
        var word = lower.AsSpan();
        if (word.EndsWith("'s", StringComparison.Ordinal))
            word = word[..^2];
        if (word.Length > 4 && (word.EndsWith("ies", StringComparison.Ordinal) || word.EndsWith("ied", StringComparison.Ordinal)))
            return word[..^3];
        word = WithoutEnding(word);
        if (word.Length > 4 && word[^1] == word[^2] && word[^1] is not ('l' or 's' or 'e' or 'o'))
            word = word[..^1];
        return word.Length > 3 && word[^1] is 'e' or 'y' ? word[..^1] : word;
    }

    private static ReadOnlySpan<char> WithoutEnding(ReadOnlySpan<char> word)
    {
        if (word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal))
            return word[..^3];
        if (word.Length > 4 && (word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("es", StringComparison.Ordinal)))
            return word[..^2];
        return word.Length > 3 && word[^1] == 's' && word[^2] != 's' ? word[..^1] : word;
    }
}
