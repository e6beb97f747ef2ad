using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sourceline.Data.Model;

namespace Sourceline.Desk;

/// <summary><c>/desk</c>: the stories, all or those of one state, and a search in all of them.</summary>
public sealed class StoriesModel(StoryList list) : PageModel
{
    /// <summary>Null for all.</summary>
    [BindProperty(Name = "state", SupportsGet = true)]
    public StoryState? State { get; set; }

    /// <summary>A number, or words of a headline.</summary>
    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(Name = "after", SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<(StoryState State, int Count)> Counts { get; private set; } = [];

    public StoryListPage Stories { get; private set; } = new([], null, false);

    public bool IsSearch => !string.IsNullOrWhiteSpace(Words);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Counts = await list.CountsAsync(cancellationToken);
        Stories = await list.PageAsync(State, Words?.Trim(), After, cancellationToken);
    }
}
