using System.Globalization;
using System.Text;

namespace Sourceline.Formats.Tests.Oracle;

/// <summary>Reads the string literals of the oracle's expressions.</summary>
internal static class PythonLiteral
{
    /// <summary>The value of a literal such as 'x', u"x" or r'x'; null where it is something else.</summary>
    public static string? String(string literal)
    {
        literal = literal.Trim();
        var raw = literal.StartsWith('r');
        if (literal.Length > 0 && literal[0] is 'u' or 'r')
            literal = literal[1..];
        if (literal.Length < 2 || literal[0] is not ('\'' or '"') || literal[^1] != literal[0])
            return null;
        var inside = literal[1..^1];
        return inside.Replace("\\" + literal[0], "", StringComparison.Ordinal).Contains(literal[0], StringComparison.Ordinal) ? null
            : raw ? inside
            : Unescape(inside);
    }

    private static string Unescape(string text)
    {
        var value = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
                value.Append(text[i]);
            else
                i += Append(value, text, i + 1);
        }

        return value.ToString();
    }

    private static int Append(StringBuilder value, string text, int at)
    {
        var digits = text[at] switch
        {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        if (
            digits > 0
            && at + digits < text.Length
            && int.TryParse(text.AsSpan(at + 1, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code)
        )
        {
            value.Append(digits == 8 ? char.ConvertFromUtf32(code) : ((char)code).ToString());
            return digits + 1;
        }

        value.Append(
            text[at] switch
            {
                'n' => "\n",
                't' => "\t",
                'r' => "\r",
                '\\' => "\\",
                '\'' => "'",
                '"' => "\"",
                var other => "\\" + other,
            }
        );
        return 1;
    }
}
