using System.Text.RegularExpressions;

namespace Sourceline.Formats.Detection;

/// <summary>
/// Tells the messages of agencies' teleprinter lines: IPTC 7901, ANPA 1312, and what is left of their frames where they were copied as
/// text.
/// </summary>
internal static class AgencyText
{
    public const string Description = "an agency's wire message (IPTC 7901 or ANPA 1312)";

    private const int LinesToLookAt = 12;

    /// <summary>IPTC 7901: source and number, priority, category, length: "abc0123 4 pol 123".</summary>
    private static readonly Regex Iptc = Pattern(@"^[A-Za-z]{1,4}\d{3,4}\s+[1-9]\s+[A-Za-z]{1,4}\s+\d{1,5}\b");

    /// <summary>ANPA 1312: service and number, priority, category: "a0123 r i", "a1234----".</summary>
    private static readonly Regex Anpa = Pattern(@"^[a-z]\d{4}(?:\s?[-_]{2,}|\s[a-z]\s[a-z]\s?(?:$|[\x00-\x1fA-Za-z0-9]))");

    /// <summary>ANPA 1312: keyword, version and length: "BC-Harbor Ferry,1st Ld-Writethru,0123".</summary>
    private static readonly Regex Keyword = Pattern(
        @"^(?:[AB][CMPR]|US|EU|NA|SA|AF|AS|ML|ME)-{1,2}[\w .'&/-]{1,60}(?:,[\w .-]{1,40}){0,2},\d{2,4}$"
    );

    private static readonly Regex Trailer = Pattern(@"^(?:AP-[A-Z]{2}-\d\d-\d\d-\d\d|NNNN$)");

    /// <summary>Whether the characters that frame such messages occur: start of heading, of text, end of text.</summary>
    public static bool HasControls(string head) => head.AsSpan().IndexOfAny("\u0001\u0002\u0003") is >= 0 and < 2000;

    public static bool IsFound(string head)
    {
        var lines = head.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        if (lines.Count == 0)
            return false;
        if (lines[0].StartsWith("ZCZC", StringComparison.Ordinal) || Iptc.IsMatch(lines[0]) || Anpa.IsMatch(lines[0]))
            return true;
        return lines.Take(LinesToLookAt).Any(line => line.Length < 120 && Keyword.IsMatch(line))
            || lines.TakeLast(LinesToLookAt).Any(line => line.Length < 60 && Trailer.IsMatch(line));
    }

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
