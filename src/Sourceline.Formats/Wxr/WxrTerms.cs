using System.Collections.Frozen;
using System.Collections.Immutable;
using Sourceline.Formats.Markup;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Wxr;

/// <summary>What an item is filed under, by WordPress and by plug-ins for several languages and several authors.</summary>
/// <param name="Categories">By readable name.</param>
/// <param name="Tags">By readable name.</param>
/// <param name="Language">The tag that Polylang's taxonomy <c>language</c> gives.</param>
/// <param name="Translations">The name of the set in its taxonomy <c>post_translations</c>, unique within the site.</param>
internal sealed record WxrTerms(ImmutableArray<string> Categories, ImmutableArray<string> Tags, string? Language, string? Translations)
{
    private const string LanguageDomain = "language";

    private const string TranslationsDomain = "post_translations";

    /// <summary>Taxonomies that do not say what an item is about.</summary>
    private static readonly FrozenSet<string> Others = FrozenSet.ToFrozenSet([
        "category",
        "author",
        "byline",
        "post_format",
        "nav_menu",
        "link_category",
        "wp_theme",
        "wp_template_part_area",
        "wp_pattern_category",
        "post_status",
        "following_users",
        "ef_usergroup",
        "translation_priority",
        "term_language",
        "term_translations",
        "action-group",
        LanguageDomain,
        TranslationsDomain,
    ]);

    /// <summary>
    /// WXR 1.0 writes each category twice, once without a domain; where any has a domain, only those count. A site's own taxonomies
    /// become tags.
    /// </summary>
    public static WxrTerms Read(WxrPost post, WxrHeader header)
    {
        var all = post.Categories.ToList();
        var filed = all.Where(term => term.Attribute("domain") is not null).ToList();
        if (filed.Count == 0)
            return new WxrTerms(Names(all, header), [], null, null);
        return new WxrTerms(
            Names(filed.Where(term => term.Attribute("domain") == "category"), header),
            Names(filed.Where(term => !Others.Contains(term.Attribute("domain")!)), header),
            LanguageTag.Of(Slug(LanguageDomain)),
            Slug(TranslationsDomain)
        );

        string? Slug(string domain) => Blank.ToNull(filed.Find(term => term.Attribute("domain") == domain)?.Attribute("nicename"));
    }

    private static ImmutableArray<string> Names(IEnumerable<MarkupElement> terms, WxrHeader header) =>
        [.. terms.Select(term => Name(term, header)).OfType<string>().Distinct()];

    private static string? Name(MarkupElement term, WxrHeader header)
    {
        var domain = term.Attribute("domain") ?? "category";
        var name = header.TermName(
            domain == "tag" ? "post_tag" : domain,
            Blank.ToNull(term.Attribute("nicename")),
            Blank.OneLine(term.Text())
        );
        return HtmlText.Headline(name);
    }
}
