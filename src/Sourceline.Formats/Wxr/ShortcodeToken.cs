using System.Buffers;
using Sourceline.Formats.Markup;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Wxr;

/// <summary>One of WordPress's codes in square brackets: <c>[name attributes]</c> or <c>[/name]</c>.</summary>
/// <param name="name">As written.</param>
/// <param name="inside">What stands behind the name.</param>
/// <param name="start">Where its bracket opens.</param>
/// <param name="end">Behind the bracket that closes it.</param>
internal sealed class ShortcodeToken(string name, string inside, int start, int end)
{
    private const int Longest = 20_000;

    private static readonly SearchValues<char> Brackets = SearchValues.Create("[]");

    public string Name { get; } = name;

    public string Inside { get; } = inside;

    public int Start { get; } = start;

    public int End { get; } = end;

    public bool IsClosing { get; init; }

    /// <summary>Whether doubled brackets say that it is to be shown as it is.</summary>
    public bool IsEscaped { get; init; }

    /// <summary>The token that closes it; null where none does.</summary>
    public ShortcodeToken? Close { get; set; }

    public bool HasAttributes => Inside.Contains('=', StringComparison.Ordinal);

    public string? Attribute(string attribute)
    {
        foreach (var (key, value) in TagText.Read("x " + Inside.Replace('”', '"').Replace('“', '"')).Attributes)
            if (key.Equals(attribute, StringComparison.OrdinalIgnoreCase))
                return Blank.ToNull(value);
        return null;
    }

    /// <summary>What may be codes in a text, in its order, with those that close set at those that they close.</summary>
    public static List<ShortcodeToken> Find(string text)
    {
        var (tokens, open) = (new List<ShortcodeToken>(), new Dictionary<string, Stack<ShortcodeToken>>(StringComparer.OrdinalIgnoreCase));
        var raw = new Queue<(int Start, int End)>(
            text.Contains('[', StringComparison.Ordinal) ? RawElements.Ranges(text, alsoCode: true) : []
        );
        for (var at = text.IndexOf('[', StringComparison.Ordinal); at >= 0; at = text.IndexOf('[', at))
        {
            while (raw.TryPeek(out var range) && range.End <= at)
                raw.Dequeue();
            if (raw.TryPeek(out var inside) && inside.Start <= at)
                at = inside.End;
            else if (At(text, at) is { } token)
            {
                tokens.Add(token);
                Pair(token, open);
                at = token.End;
            }
            else
                at++;

            if (at >= text.Length)
                break;
        }

        return tokens;
    }

    private static void Pair(ShortcodeToken token, Dictionary<string, Stack<ShortcodeToken>> open)
    {
        if (token.IsEscaped)
            return;
        if (!open.TryGetValue(token.Name, out var waiting))
            open[token.Name] = waiting = new Stack<ShortcodeToken>();
        if (!token.IsClosing)
            waiting.Push(token);
        else if (waiting.TryPop(out var opening))
            opening.Close = token;
    }

    private static ShortcodeToken? At(string text, int start)
    {
        var at = start + 1;
        var isClosing = at < text.Length && text[at] == '/';
        var nameAt = isClosing ? at + 1 : at;
        if (nameAt >= text.Length || !char.IsAsciiLetter(text[nameAt]))
            return null;
        var nameEnd = nameAt;
        while (nameEnd < text.Length && (char.IsAsciiLetterOrDigit(text[nameEnd]) || text[nameEnd] is '_' or '-'))
            nameEnd++;
        if (nameEnd == text.Length || !(char.IsWhiteSpace(text[nameEnd]) || text[nameEnd] is ']' or '/' or '='))
            return null;
        var end = text.AsSpan(nameEnd).IndexOfAny(Brackets);
        if (end is < 0 or > Longest || text[nameEnd + end] != ']')
            return null;
        var isEscaped = start > 0 && text[start - 1] == '[' && nameEnd + end + 1 < text.Length && text[nameEnd + end + 1] == ']';
        var within = text.Substring(nameEnd, end).TrimEnd('/');
        return new ShortcodeToken(text[nameAt..nameEnd], within, start, nameEnd + end + 1) { IsClosing = isClosing, IsEscaped = isEscaped };
    }
}
