using System.Text.RegularExpressions;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Feeds;

/// <summary>The name of a writer, without the e-mail address that RSS 2.0 wants beside or instead of it.</summary>
internal static partial class PersonName
{
    /// <summary>"jo@desk.example (Jo Marsh)", "Jo Marsh &lt;jo@desk.example&gt;" and "Jo Marsh" are Jo Marsh; an address alone is no name.</summary>
    public static string? Of(string? author)
    {
        author = Blank.OneLine(author);
        if (author is null) return null;
        var without = EmailAddress().Replace(author, " ");
        return Blank.OneLine(without == author ? author : without.Trim(' ', '(', ')', '<', '>', ',', ';', '-'));
    }

    /// <summary>Several names as one byline.</summary>
    public static string? Join(IEnumerable<string?> names)
    {
        var all = string.Join(", ", names.OfType<string>().Distinct());
        return all.Length == 0 ? null : all;
    }

    [GeneratedRegex(@"(?:mailto:)?[^\s@<>()""]+@[^\s@<>()""]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EmailAddress();
}
