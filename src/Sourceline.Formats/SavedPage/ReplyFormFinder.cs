using System.Text.RegularExpressions;

namespace Sourceline.Formats.SavedPage;

/// <summary>The words of a page's reply form, which are no part of the story.</summary>
internal static class ReplyFormFinder
{
    private const int LongestLine = 400;

    private static readonly Regex Opening = Pattern(
        @"^\W*(?:leave|write|post|add|submit|send) (?:a |your )?(?:reply|comment|response)(?: to .{1,80})?(?: cancel reply)?\W*$"
    );

    private static readonly Regex Notice = Pattern(
        @"^\W*your e-?mail(?: address)? will not be (?:published|shared|shown)\b.{0,80}$|^\W*required fields are marked\W*$"
    );

    private static readonly Regex Field = Pattern(
        @"^\W*(?:(?:comment|reply|name|e-?mail|website|url)(?: address)?\s*\*?(?:\s*\(.{1,20}\))?|save my name\b.{0,120}"
            + @"|(?:post|submit|send)(?: comment| reply)?|cancel reply|notify me of .{1,60}|this site uses akismet.{0,120}|[*Δ])\W*$"
    );

    /// <summary>Whether the form begins with this line.</summary>
    public static bool Opens(string line) => line.Length <= LongestLine && (Opening.IsMatch(line) || Notice.IsMatch(line));

    /// <summary>Whether a line after the opening is part of the form: notices, the fields' names, the button.</summary>
    public static bool Continues(string line) =>
        string.IsNullOrWhiteSpace(line) || Opens(line) || (line.Length <= LongestLine && Field.IsMatch(line));

    private static Regex Pattern(string pattern) =>
        new(pattern, RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
