using System.Globalization;
using Sourceline.Formats.Feeds;
using Sourceline.Formats.Markup;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Wxr;

/// <summary>
/// Who wrote the posts of an export: the accounts that its header lists, and the guest authors of the plug-in Co-Authors Plus, which are
/// items of their own and may come after the posts that name them.
/// </summary>
internal sealed class WxrAuthors
{
    public const string GuestType = "guest-author";

    private const string GuestPrefix = "cap-";

    private readonly Dictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes an account of the header.</summary>
    public void AddAccount(MarkupElement element)
    {
        if (Field(element, "wp:author_login") is not { } login)
            return;
        var full = PersonName.Of($"{Field(element, "wp:author_first_name")} {Field(element, "wp:author_last_name")}");
        if ((PersonName.Of(Field(element, "wp:author_display_name")) ?? full) is { } name)
            _names.TryAdd(login, name);
    }

    /// <summary>Takes a guest author.</summary>
    public void AddGuest(WxrPost post)
    {
        if ((PersonName.Of(post.Meta("cap-display_name")) ?? PersonName.Of(post.Field("title"))) is not { } name)
            return;
        foreach (
            var key in new[]
            {
                post.Meta("cap-user_login"),
                post.Meta("cap-linked_account"),
                WithoutPrefix(post.Field("wp:post_name")),
            }.OfType<string>()
        )
            _names.TryAdd(key, name);
    }

    /// <summary>
    /// The name to print for a login. WXR 1.0 has no authors' list, and dc:creator is the login or the name itself. Of a login that is an
    /// e-mail address only what stands before the @ is used.
    /// </summary>
    public string? NameOf(string? login)
    {
        login = Blank.OneLine(login);
        if (login is null)
            return null;
        if (_names.TryGetValue(login, out var name))
            return name;
        var at = login.IndexOf('@', StringComparison.Ordinal);
        return PersonName.Of(at > 0 ? login[..at] : login);
    }

    /// <summary>The byline of a post: the authors that a plug-in gives it, else its account.</summary>
    public string? BylineOf(WxrPost post) => PersonName.Join(Terms(post).Select(NameOf)) ?? NameOf(post.Field("dc:creator"));

    /// <summary>Authors of a post whose names may still come.</summary>
    public IEnumerable<string> UnknownOf(WxrPost post) =>
        Terms(post).Where(term => !HasName(term) && Key(term) is { } key && !_names.ContainsKey(key)).Select(term => Key(term)!);

    public bool Knows(string key) => _names.ContainsKey(key);

    private static IEnumerable<MarkupElement> Terms(WxrPost post) =>
        post.Categories.Where(term => term.Attribute("domain") is "author" or "byline");

    private string? NameOf(MarkupElement term)
    {
        if (HasName(term))
            return PersonName.Of(term.Text());
        if (Key(term) is not { } key)
            return null;
        return _names.TryGetValue(key, out var name) ? name : PersonName.Of(Readable(key));
    }

    /// <summary>Other plug-ins write the name itself, where Co-Authors Plus writes the login.</summary>
    private static bool HasName(MarkupElement term)
    {
        var text = Blank.OneLine(term.Text());
        return text is not null && (text.Contains(' ', StringComparison.Ordinal) || text.Any(c => char.IsUpper(c) || c > '\u02ff'));
    }

    private static string? Key(MarkupElement term) => Blank.OneLine(term.Text()) ?? WithoutPrefix(term.Attribute("nicename"));

    private static string? WithoutPrefix(string? slug) =>
        Blank.ToNull(slug) is not { } text ? null
        : text.StartsWith(GuestPrefix, StringComparison.OrdinalIgnoreCase) ? text[GuestPrefix.Length..]
        : text;

    private static string Readable(string slug) =>
        CultureInfo.InvariantCulture.TextInfo.ToTitleCase(
            Uri.UnescapeDataString(slug).Replace('-', ' ').Replace('_', ' ').Replace('.', ' ')
        );

    private static string? Field(MarkupElement element, string name) => Blank.OneLine(element.Child(name)?.Text());
}
