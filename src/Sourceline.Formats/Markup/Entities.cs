using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace Sourceline.Formats.Markup;

/// <summary>Character and entity references: XML's five, numbers, and HTML's names, which feeds use without declaring them.</summary>
internal static class Entities
{
    private const int LongestName = 32;

    /// <summary>HTML, section 13.2.5.80: numbers 128 to 159 mean windows-1252, whatever the standard of the sender says.</summary>
    private const string Windows1252 =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>The text with every known reference resolved, once; unknown ones stay as they are written.</summary>
    public static string Decode(string text)
    {
        if (!text.Contains('&', StringComparison.Ordinal))
            return WithoutControls(text);
        var decoded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; )
        {
            var end = text[at] == '&' ? text.AsSpan(at, Math.Min(text.Length - at, LongestName)).IndexOf(';') : -1;
            if (end > 1 && Resolve(text.Substring(at + 1, end - 1)) is { } character)
                (_, at) = (decoded.Append(character), at + end + 1);
            else
                decoded.Append(text[at++]);
        }

        return WithoutControls(decoded.ToString());
    }

    /// <summary>Leaves out what XML 1.0, section 2.2, does not allow: control characters and half surrogate pairs.</summary>
    public static string WithoutControls(string text)
    {
        if (IsClean(text))
            return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
                clean.Append(text[i]).Append(text[++i]);
            else if (IsAllowed(text[i]))
                clean.Append(text[i]);
        }

        return clean.ToString();
    }

    private static bool IsClean(string text)
    {
        foreach (var c in text)
            if (!IsAllowed(c))
                return false;
        return true;
    }

    private static bool IsAllowed(char c) => c is >= ' ' and < '\ud800' or '\t' or '\n' or '\r' or > '\udfff' and < '\ufffe';

    private static string? Resolve(string name) =>
        name switch
        {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" => "'",
            ['#', 'x' or 'X', .. var hex] => FromNumber(hex, NumberStyles.AllowHexSpecifier),
            ['#', .. var digits] => FromNumber(digits, NumberStyles.None),
            _ => HtmlEntityProvider.Resolver.GetSymbol(name + ";"),
        };

    private static string? FromNumber(string digits, NumberStyles style)
    {
        if (!int.TryParse(digits, style, CultureInfo.InvariantCulture, out var number))
            return null;
        if (number is >= 128 and <= 159)
            return Windows1252[number - 128].ToString();
        return Rune.IsValid(number) ? new Rune(number).ToString() : "\ufffd";
    }
}
