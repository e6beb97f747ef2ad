using System.Globalization;
using Sourceline.Attribution;

namespace Sourceline.Data;

/// <summary>Spans in a column: <c>12-40 52-60</c>.</summary>
public static class Spans
{
    public static string Format(IEnumerable<TextSpan> spans) =>
        string.Join(' ', spans.Select(span => string.Create(CultureInfo.InvariantCulture, $"{span.Start}-{span.End}")));

    /// <exception cref="FormatException">The column does not hold spans.</exception>
    public static TextSpan[] Parse(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ParseOne)];
    }

    private static TextSpan ParseOne(string word)
    {
        var dash = word.IndexOf('-', StringComparison.Ordinal);
        return dash < 0
            ? throw new FormatException($"'{word}' is no span.")
            : new TextSpan(
                int.Parse(word.AsSpan(0, dash), CultureInfo.InvariantCulture),
                int.Parse(word.AsSpan(dash + 1), CultureInfo.InvariantCulture));
    }
}
