using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.PageCache;
using Sourceline.Web;

namespace Sourceline.Site;

/// <summary>A section, newest first; <c>?before=18343</c> goes on after that story.</summary>
[PublicPage(Query = "before")]
public sealed class CategoryModel(NewsDb db, PageHead frame, PageParts parts, MissingPages missing) : PageModel
{
    private const int PageSize = 30;

    [BindProperty(SupportsGet = true)]
    public required string Slug { get; init; }

    [BindProperty(SupportsGet = true)]
    public long? Before { get; init; }

    public Category Category { get; private set; } = null!;

    public IReadOnlyList<StoryCard> Stories { get; private set; } = [];

    public bool HasMore { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var slug = Slug.ToLowerInvariant();
        var category = await db.Categories.AsNoTracking().FirstOrDefaultAsync(known => known.Slug == slug, cancellationToken);
        var key = Before is { } number ? await db.KeyAsync(number, cancellationToken) : null;
        if (category is null || !ModelState.IsValid || (Before is not null && key is null))
            return await missing.AnswerAsync(this, cancellationToken);
        if (slug != Slug)
            return RedirectPermanent(SiteRoutes.Category(slug) + Request.QueryString);
        Category = category;
        var stories = await db.Published(category.Id).Before(key).NewestFirst().Take(PageSize + 1).Cards(db).ToListAsync(cancellationToken);
        parts.Add(PageTag.Category(category.Id));
        parts.AddStories([.. stories.Select(card => card.Id), key?.Id ?? 0]);
        HasMore = stories.Count > PageSize;
        Stories = [.. stories.Take(PageSize)];
        Describe();
        return Page();
    }

    private void Describe()
    {
        frame.Title = Category.Name;
        frame.Section = Category.Slug;
        frame.Canonical = Before is null ? SiteRoutes.Category(Category.Slug) : $"{SiteRoutes.Category(Category.Slug)}?before={Before}";
        frame.Feeds = SiteRoutes.Category(Category.Slug);
        frame.FeedsOf = Category.Name;
    }
}
