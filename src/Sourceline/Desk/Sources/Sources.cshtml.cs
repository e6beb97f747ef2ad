using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sourceline.Sourcing.Dependencies;

namespace Sourceline.Desk.Sources;

/// <summary><c>/desk/sources</c>: the sources on which the most stories lean, or those of a name.</summary>
public sealed class SourcesModel(SourceFinder finder) : PageModel
{
    private const int PageSize = 50;

    /// <summary>A name or an alias, or the beginning of a word of one.</summary>
    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Words { get; set; }

    /// <summary>The last source of the page before: its stories and its key.</summary>
    [BindProperty(Name = "after", SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<SourceRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(Words))
            return await FindAsync(cancellationToken);
        var rows = await finder.MostLeanedOnAsync(Key(), PageSize + 1, cancellationToken);
        Rows = rows.Count > PageSize ? rows[..PageSize] : rows;
        if (rows.Count > PageSize)
            Next = $"{Rows[^1].Stories}-{Rows[^1].Id}";
        return Page();
    }

    private async Task<IActionResult> FindAsync(CancellationToken cancellationToken)
    {
        var found = await finder.FindAsync(Words!, cancellationToken);
        Rows = found.Candidates;
        return found.Found is { } one ? RedirectToPage("/Desk/Sources/Source", new { slug = one.Slug }) : Page();
    }

    private (int, long)? Key() =>
        After?.Split('-') is [var stories, var id] && int.TryParse(stories, out var s) && long.TryParse(id, out var i) ? (s, i) : null;
}
