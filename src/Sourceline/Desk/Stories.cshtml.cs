using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sourceline.Data.Model;

namespace Sourceline.Desk;

/// <summary><c>/desk</c>: the stories by state.</summary>
public sealed class StoriesModel(StoryList list) : PageModel
{
    [BindProperty(Name = "state", SupportsGet = true)]
    public StoryState State { get; set; }

    /// <summary>A number, or words of a headline.</summary>
    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(Name = "after", SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<(StoryState State, int Count)> Tabs { get; private set; } = [];

    public StoryListPage Stories { get; private set; } = new([], null, false);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        // A number is one story, in whichever state it is.
        if (long.TryParse(Words?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && await list.StateOfAsync(number, cancellationToken) is { } state && state != State)
            return RedirectToPage(new { state, q = number });
        Tabs = await list.TabsAsync(cancellationToken);
        Stories = await list.PageAsync(State, Words?.Trim(), After, cancellationToken);
        return Page();
    }
}
