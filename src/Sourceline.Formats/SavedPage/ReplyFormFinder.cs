using System.Text.RegularExpressions;

namespace Sourceline.Formats.SavedPage;

/// <summary>The words of a page's reply form, which are no part of the story.</summary>
internal static partial class ReplyFormFinder
{
    /// <summary>Whether the form begins with this line.</summary>
    public static bool Opens(string line) => Opening().IsMatch(line) || IsNotice(line);

    /// <summary>Whether a line after the opening is part of the form: notices, the fields' names, the button.</summary>
    public static bool Continues(string line) => string.IsNullOrWhiteSpace(line) || Opens(line) || Field().IsMatch(line);

    private static bool IsNotice(string line) => Notice().IsMatch(line);

    [GeneratedRegex(@"^\W*(leave|write|post|add|submit|send) (a |your )?(reply|comment|response)( to .{1,80})?( cancel reply)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^\W*your e-?mail( address)? will not be (published|shared|shown)\b.{0,80}$|^\W*required fields are marked\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Notice();

    [GeneratedRegex(@"^\W*((comment|reply|name|e-?mail|website|url)( address)?\s*\*?(\s*\(.{1,20}\))?|save my name\b.{0,120}|(post|submit|send)( comment| reply)?|cancel reply|notify me of .{1,60}|this site uses akismet.{0,120}|[*Δ])\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Field();
}
