using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.PageCache;
using Sourceline.Web;

namespace Sourceline.Site;

/// <summary>Everything that a source is cited for and everything that came through its hands, newest story first.</summary>
[PublicPage(Query = "before")]
public sealed class SourceModel(NewsDb db, SourceReader reader, PageHead frame, PageParts parts, MissingPages missing) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public required string Slug { get; init; }

    [BindProperty(SupportsGet = true)]
    public long? Before { get; init; }

    public Source Source { get; private set; } = null!;

    public SourcePage Cited { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var slug = Slug.ToLowerInvariant();
        var source = await db.Sources.AsNoTracking().FirstOrDefaultAsync(known => known.Slug == slug, cancellationToken);
        var key = Before is { } number ? await db.KeyAsync(number, cancellationToken) : null;
        if (source is null || !ModelState.IsValid || (Before is not null && key is null))
            return await missing.AnswerAsync(this, cancellationToken);
        if (slug != Slug)
            return RedirectPermanent(SiteRoutes.Source(slug) + Request.QueryString);
        // A source of which readers are shown nothing is not known to exist: its name may stand in withheld text alone.
        if (key is { } start)
            parts.AddStories([start.Id]);
        Cited = await reader.ReadAsync(source.Id, key, cancellationToken);
        if (Cited.Stories.Count == 0)
            return await missing.AnswerAsync(this, cancellationToken);
        Source = source;
        Describe();
        return Page();
    }

    private void Describe()
    {
        frame.Title = Source.Name;
        frame.Canonical = Before is null ? SiteRoutes.Source(Source.Slug) : $"{SiteRoutes.Source(Source.Slug)}?before={Before}";
        frame.Feeds = SiteRoutes.Source(Source.Slug);
        frame.FeedsOf = Source.Name;
    }
}
