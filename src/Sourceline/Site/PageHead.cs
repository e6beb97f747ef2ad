using Microsoft.Extensions.Options;
using Sourceline.Data;
using Sourceline.PageCache;
using Sourceline.Settings;
using Sourceline.Stories;
using Sourceline.Syndication;

namespace Sourceline.Site;

/// <summary>What a page tells the layout about itself, and what the layout shows around it.</summary>
public sealed class PageHead(NewsDb db, PageParts parts, IOptions<SourcelineOptions> options)
{
    private IReadOnlyList<SectionLink>? _sections;

    public SiteOptions Site { get; } = options.Value.Site;

    /// <summary>Without the site's name; null on the front page.</summary>
    public string? Title { get; set; }

    public string? Description { get; set; }

    /// <summary>The path of this page, wherever it was asked for; null for what has none.</summary>
    public string? Canonical { get; set; }

    /// <summary>The path below which feeds of this page lie, such as <c>/category/politics</c>; empty for the site's.</summary>
    public string Feeds { get; set; } = "";

    /// <summary>Of what the feeds hold.</summary>
    public string? FeedsOf { get; set; }

    /// <summary>Whether search engines may keep it.</summary>
    public bool Indexed { get; set; } = true;

    /// <summary>Set by a story.</summary>
    public StoryMetadata? Story { get; set; }

    /// <summary>In which languages this page is to be had, its own among them.</summary>
    public IReadOnlyList<Alternate> Alternates { get; set; } = [];

    /// <summary>What others show beside a link to this page; null for none.</summary>
    public SharedPicture? Picture { get; set; }

    /// <summary>The section to mark in the head of the page.</summary>
    public string? Section { get; set; }

    public string Absolute(string path) => Site.BaseUrl + path;

    /// <summary>The sections that have something to read; read once for a page.</summary>
    public async Task<IReadOnlyList<SectionLink>> SectionsAsync(CancellationToken cancellationToken)
    {
        parts.AddFrame(PageTag.Sections);
        return _sections ??= await Sections.ReadAsync(db, cancellationToken);
    }
}

/// <summary>What the head of a story's page says to machines.</summary>
/// <param name="JsonLd">Safe inside a script element.</param>
public sealed record StoryMetadata(string Section, string Published, string? Modified, string? OpenGraphLocale, string JsonLd);

/// <summary>A picture for those who link to a page.</summary>
/// <param name="Path">Its path on this site.</param>
/// <param name="Width">In pixels, with <paramref name="Height"/>; null where not known.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Description">What it shows, in the story's language.</param>
public sealed record SharedPicture(string Path, int? Width, int? Height, string? Description);
