using System.Globalization;
using Sourceline.Attribution.Model;

namespace Sourceline.Data;

/// <summary>Spans in a column: <c>12-40 52-60</c>.</summary>
public static class SpanColumn
{
    public static string Format(IEnumerable<TextSpan> spans) =>
        string.Join(' ', spans.Select(span => string.Create(CultureInfo.InvariantCulture, $"{span.Start}-{span.End}")));

    /// <exception cref="FormatException">The column does not hold spans.</exception>
    public static TextSpan[] Parse(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (words.Length == 0)
            return [];
        var spans = new List<TextSpan>(1);
        foreach (var word in words.AsSpan().Split(' '))
        {
            if (!words.AsSpan()[word].IsEmpty)
                spans.Add(ParseOne(words.AsSpan()[word]));
        }
        return [.. spans];
    }

    private static TextSpan ParseOne(ReadOnlySpan<char> word)
    {
        var dash = word.IndexOf('-');
        return dash < 0
            ? throw new FormatException($"'{word}' is no span.")
            : new TextSpan(
                int.Parse(word[..dash], CultureInfo.InvariantCulture),
                int.Parse(word[(dash + 1)..], CultureInfo.InvariantCulture)
            );
    }
}
