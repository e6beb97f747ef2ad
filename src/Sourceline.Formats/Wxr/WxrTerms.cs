using System.Collections.Immutable;
using Sourceline.Formats.Markup;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Wxr;

/// <summary>What an item is filed under, by WordPress and by Polylang, a plug-in for sites in several languages.</summary>
/// <param name="Categories">By readable name.</param>
/// <param name="Tags">By readable name.</param>
/// <param name="Language">The tag that Polylang's taxonomy <c>language</c> gives.</param>
/// <param name="Translations">The name of the set in its taxonomy <c>post_translations</c>, unique within the site.</param>
internal sealed record WxrTerms(ImmutableArray<string> Categories, ImmutableArray<string> Tags, string? Language, string? Translations)
{
    private const string LanguageDomain = "language";

    private const string TranslationsDomain = "post_translations";

    /// <summary>
    /// WXR 1.0 writes each category twice, once without a domain; where any has a domain, only those count. A site's own taxonomies
    /// become tags; formats and menus are no matter of content.
    /// </summary>
    public static WxrTerms Read(WxrPost post, WxrHeader header)
    {
        var all = post.Categories.ToList();
        var filed = all.Where(c => c.Attribute("domain") is not null).ToList();
        if (filed.Count == 0) return new WxrTerms(Names(all, header), [], null, null);
        return new WxrTerms(
            Names(filed.Where(c => c.Attribute("domain") == "category"), header),
            Names(filed.Where(c => c.Attribute("domain") is not ("category" or "post_format" or "nav_menu" or "link_category" or "wp_theme" or LanguageDomain or TranslationsDomain)), header),
            LanguageTag.Of(Slug(LanguageDomain)),
            Slug(TranslationsDomain));

        string? Slug(string domain) => Blank.ToNull(filed.Find(c => c.Attribute("domain") == domain)?.Attribute("nicename"));
    }

    private static ImmutableArray<string> Names(IEnumerable<MarkupElement> terms, WxrHeader header) =>
        [.. terms.Select(term => Name(term, header)).OfType<string>().Distinct()];

    private static string? Name(MarkupElement term, WxrHeader header)
    {
        var domain = term.Attribute("domain") ?? "category";
        var name = header.TermName(domain == "tag" ? "post_tag" : domain, Blank.ToNull(term.Attribute("nicename")), Blank.OneLine(term.Text()));
        return HtmlText.Plain(name);
    }
}
