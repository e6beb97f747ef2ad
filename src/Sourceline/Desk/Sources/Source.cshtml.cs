using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sourceline.Attribution.Model;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Localization;
using Sourceline.Sourcing;
using Sourceline.Sourcing.Dependencies;
using Sourceline.Web.DeskShell;

namespace Sourceline.Desk.Sources;

/// <summary><c>/desk/source/kommersant</c>: what leans on a source, with the sentences; what to look through when it retracts.</summary>
public sealed class SourceModel(SourceFinder finder, DependencyReader leans, NewsDb db, SiteTime time) : PageModel
{
    private const int PageSize = 30;

    [BindProperty(Name = "kind", SupportsGet = true)]
    public DependencyKind? Kind { get; set; }

    /// <summary>The first day of publication.</summary>
    [BindProperty(Name = "from", SupportsGet = true)]
    public DateOnly? From { get; set; }

    /// <summary>The last day.</summary>
    [BindProperty(Name = "to", SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(Name = "after", SupportsGet = true)]
    public string? After { get; set; }

    public SourceRow Source { get; private set; } = null!;

    public IReadOnlyList<string> Aliases { get; private set; } = [];

    public IReadOnlyList<DependentStory> Stories { get; private set; } = [];

    public string? Next { get; private set; }

    /// <summary>What the address says of the days, for links that keep them.</summary>
    public string Days => (From is { } from ? $"&from={from:yyyy-MM-dd}" : "") + (To is { } to ? $"&to={to:yyyy-MM-dd}" : "");

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await finder.AtAsync(slug, cancellationToken) is not { } source)
            return NotFound();
        Source = source;
        Aliases = await db
            .SourceNames.Where(n => n.SourceId == source.Id && n.Name != source.Name)
            .OrderBy(n => n.Key)
            .Select(n => n.Name)
            .Take(50)
            .ToListAsync(cancellationToken);
        var which = new DependencyQuery(
            source.Id,
            Kind,
            From is { } from ? time.StartOf(from) : null,
            To is { } to && to < DateOnly.MaxValue ? time.StartOf(to.AddDays(1)) : null
        );
        var stories = await leans.ReadAsync(which, ListCursor.Parse(After), PageSize + 1, cancellationToken);
        Stories = stories.Count > PageSize ? stories[..PageSize] : stories;
        if (stories.Count > PageSize)
            Next = ListCursor.Of(Stories[^1].PublishedUtc, Stories[^1].Id);
        return Page();
    }

    /// <summary>By which chains a sentence came, each once, with the text's own words for its date and what the source had to do with it.</summary>
    public static IEnumerable<string> Chains(Localizer words, DependentSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(sentence);
        return sentence.Statements.SelectMany(statement => statement.Lines.Select(line => Told(words, statement, line))).Distinct();
    }

    private static string Told(Localizer words, DependentStatement statement, ChainView line)
    {
        string[] parts =
        [
            ChainWords.Sentence(words, line, statement.DateFrom, statement.DateTo),
            .. statement.Polarity == Polarity.Asserts ? Array.Empty<string>() : [PolarityWords.Sentence(words, statement.Polarity, line)],
            .. statement.DateWords is { } date ? [words["desk-source.date-words", date]] : Array.Empty<string>(),
            words[statement.Said ? "desk-source.said-by-it" : "desk-source.passed-on"],
            words[statement.Confirmed ? "review.checked" : "review.unchecked"],
        ];
        return string.Join(' ', parts);
    }
}
