using System.Collections.Frozen;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Feeds;

/// <summary>The name of a writer, without the e-mail address that RSS 2.0 wants beside or instead of it.</summary>
internal static class PersonName
{
    /// <summary>A byline is printed in a line.</summary>
    private const int Longest = 500;

    /// <summary>Accounts that programs come with; they name nobody.</summary>
    private static readonly FrozenSet<string> Accounts = FrozenSet.ToFrozenSet(
        [
            "admin",
            "administrator",
            "admin admin",
            "site admin",
            "siteadmin",
            "webmaster",
            "wordpress",
            "wpadmin",
            "wp-admin",
            "wp_admin",
            "root",
            "superuser",
            "super user",
            "user",
            "user1",
            "noreply",
            "no-reply",
            "nobody",
            "author",
            "unknown",
            "none",
            "null",
            "undefined",
            "administrador",
            "administrateur",
            "администратор",
            "админ",
            "مدیر سایت",
            "مدیر",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>
    /// "jo@desk.example (Jo Marsh)", "Jo Marsh &lt;jo@desk.example&gt;", "By Jo Marsh" and "Jo Marsh" are Jo Marsh; an e-mail address or an
    /// account such as "admin" alone is no name.
    /// </summary>
    public static string? Of(string? author)
    {
        if (author is null || Blank.OneLine(author.Length <= Longest ? author : author[..Longest]) is not { } line)
            return null;
        var without = EmailText.Remove(line, " ");
        if (without != line)
            without = without.Trim(' ', '(', ')', '<', '>', ',', ';', '-');
        var name = HtmlText.Headline(without) is { } plain ? BylinePrefix.Remove(plain) : null;
        return name is null || Accounts.Contains(name) ? null : name;
    }

    /// <summary>Several names as one byline.</summary>
    public static string? Join(IEnumerable<string?> names)
    {
        var all = string.Join(", ", names.OfType<string>().Distinct());
        return all.Length == 0 ? null : all;
    }
}
