using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.SavedPage;

/// <summary>The meta elements of a page by name, property or itemprop. Those of microdata count only where they are not a teaser's.</summary>
internal sealed class PageMetas
{
    private readonly ILookup<string, string> _contents;

    public PageMetas(IHtmlDocument document) =>
        _contents = document
            .QuerySelectorAll("meta[content]")
            .SelectMany(meta => NamesOf(meta).Select(name => (Name: name, Content: Blank.OneLine(meta.GetAttribute("content")))))
            .Where(pair => pair.Content is not null)
            .ToLookup(pair => pair.Name, pair => pair.Content!, StringComparer.OrdinalIgnoreCase);

    /// <summary>The first content of the first of these names that has any.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (_contents[name].FirstOrDefault() is { } content)
                return content;
        return null;
    }

    /// <summary>All contents of the first of these names that has any.</summary>
    public ImmutableArray<string> All(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (_contents.Contains(name))
                return [.. _contents[name].Distinct()];
        return [];
    }

    private static IEnumerable<string> NamesOf(IElement meta)
    {
        foreach (var attribute in (string[])["property", "name", "http-equiv"])
            if (Blank.ToNull(meta.GetAttribute(attribute)) is { } name)
                yield return name;
        if (Marked(meta) is { } property)
            yield return property;
    }

    private static string? Marked(IElement meta) =>
        Blank.ToNull(meta.GetAttribute("itemprop")) is { } property
        && meta.Closest("aside, nav, footer, li, .related, .teaser, .card, #comments, .comments") is null
            ? property
            : null;
}
