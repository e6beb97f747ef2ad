using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sourceline.Attribution.Model;
using Sourceline.Data;
using Sourceline.Localization;
using Sourceline.PageCache;
using Sourceline.Settings;
using Sourceline.Sourcing;

namespace Sourceline.Site;

/// <summary>A source in the index.</summary>
public sealed record SourceEntry(string Name, string Slug, SourceKind Kind);

/// <summary>The sources of which readers are shown a statement, by address; <c>?after=kommersant</c> goes on after that one.</summary>
[PublicPage(Query = "after")]
public sealed class SourcesModel(NewsDb db, PageHead frame, PageParts parts, Localizer words, IOptions<SourcelineOptions> options)
    : PageModel
{
    private const int PageSize = 200;

    [BindProperty(SupportsGet = true)]
    public string? After { get; init; }

    public IReadOnlyList<SourceEntry> Sources { get; private set; } = [];

    public bool HasMore { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        parts.Add(PageTag.Sources);
        // Any words may be asked for.
        if (After is not null)
            parts.DoNotKeep();
        var shown = db.Dependencies.ShownToReaders(options.Value.Statements);
        var sources = db.Sources.AsNoTracking().Where(source => shown.Any(lean => lean.SourceId == source.Id));
#pragma warning disable CA1309 // The comparison is the database's, the same that puts them in order.
        if (After is { Length: > 0 } after)
            sources = sources.Where(source => string.Compare(source.Slug, after) > 0);
#pragma warning restore CA1309
        var read = await sources
            .OrderBy(source => source.Slug)
            .Take(PageSize + 1)
            .Select(source => new SourceEntry(source.Name, source.Slug, source.Kind))
            .ToListAsync(cancellationToken);
        HasMore = read.Count > PageSize;
        Sources = [.. read.Take(PageSize)];
        frame.Title = words["sources.title"];
        frame.Canonical = "/sources";
        frame.Indexed = After is null;
    }
}
