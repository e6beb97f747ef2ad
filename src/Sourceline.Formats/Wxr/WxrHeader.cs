using Sourceline.Formats.Markup;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Wxr;

/// <summary>What stands before the items and holds for all of them.</summary>
internal sealed class WxrHeader
{
    private readonly Dictionary<string, string> _authors = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Taxonomy, string Slug), string> _terms = [];
    private string? _siteUrl;
    private string? _blogUrl;
    private string? _link;

    public string? Title { get; private set; }

    public string? Language { get; private set; }

    /// <summary>The blog's own address comes first: in a network of sites base_site_url is the network's.</summary>
    public string Origin(ReadOptions options) =>
        UrlText.Host(_blogUrl) ?? UrlText.Host(_siteUrl) ?? UrlText.Host(_link) ?? UrlText.Host(options.BaseUrl?.ToString()) ?? options.Name;

    public Uri? BaseUrl(ReadOptions options) => UrlText.Web(_blogUrl) ?? UrlText.Web(_link) ?? UrlText.Web(_siteUrl) ?? options.BaseUrl;

    public void Add(MarkupElement element)
    {
        switch (element.Name)
        {
            case "title": Title ??= Blank.OneLine(element.Text()); break;
            case "link": _link ??= Blank.ToNull(element.Text()); break;
            case "language": Language ??= Blank.ToNull(element.Text()); break;
            case "wp:base_site_url": _siteUrl ??= Blank.ToNull(element.Text()); break;
            case "wp:base_blog_url": _blogUrl ??= Blank.ToNull(element.Text()); break;
            case "wp:author": AddAuthor(element); break;
            case "wp:category": AddTerm(element, "category", "wp:category_nicename", "wp:cat_name"); break;
            case "wp:tag": AddTerm(element, "post_tag", "wp:tag_slug", "wp:tag_name"); break;
            case "wp:term": AddTerm(element, Field(element, "wp:term_taxonomy") ?? "", "wp:term_slug", "wp:term_name"); break;
        }
    }

    /// <summary>
    /// The name to print for a login. WXR 1.0 has no authors' list, and dc:creator is the login or the name itself. A login that is
    /// an e-mail address is nobody's byline: only what stands before the @ is used.
    /// </summary>
    public string? AuthorName(string? login)
    {
        login = Blank.OneLine(login);
        if (login is null) return null;
        if (_authors.TryGetValue(login, out var name)) return name;
        var at = login.IndexOf('@', StringComparison.Ordinal);
        return at > 0 ? login[..at] : login;
    }

    /// <summary>The readable name of a category or tag: the header's, else the item's own, else its slug made readable.</summary>
    public string? TermName(string taxonomy, string? slug, string? printed) =>
        slug is not null && _terms.TryGetValue((taxonomy, slug), out var name) ? name : printed ?? Readable(slug);

    private void AddAuthor(MarkupElement element)
    {
        if (Field(element, "wp:author_login") is not { } login) return;
        var full = Blank.OneLine($"{Field(element, "wp:author_first_name")} {Field(element, "wp:author_last_name")}");
        var display = Field(element, "wp:author_display_name");
        if (display?.Contains('@', StringComparison.Ordinal) == true) display = null;
        if ((display ?? full) is { } name) _authors.TryAdd(login, name);
    }

    private void AddTerm(MarkupElement element, string taxonomy, string slugField, string nameField)
    {
        if (Field(element, slugField) is { } slug && Field(element, nameField) is { } name) _terms.TryAdd((taxonomy, slug), name);
    }

    private static string? Readable(string? slug) => slug is null ? null : Blank.OneLine(Uri.UnescapeDataString(slug).Replace('-', ' '));

    private static string? Field(MarkupElement element, string name) => Blank.OneLine(element.Child(name)?.Text());
}
