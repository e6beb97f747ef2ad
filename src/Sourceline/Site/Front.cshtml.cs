using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.PageCache;
using Sourceline.Sourcing;
using Sourceline.Stories;
using Sourceline.Stories.Html;

namespace Sourceline.Site;

/// <summary>The front page: the newest story, the next ones, then the sections.</summary>
[PublicPage]
public sealed class FrontModel(NewsDb db, StoryReader reader, PageHead frame, PageParts parts, MissingPages missing) : PageModel
{
    private const int Top = 5;

    private const int PerSection = 5;

    public string SiteName => frame.Site.Name;

    /// <summary>Characters of the first story's text, enough to fill its place.</summary>
    private const int OpeningLength = 700;

    /// <summary>How many of the first story's groups of statements are shown with their chains.</summary>
    private const int LinesOfLead = 2;

    public StoryCard? Lead { get; private set; }

    /// <summary>The first paragraphs of the first story.</summary>
    public IReadOnlyList<string> Opening { get; private set; } = [];

    public IReadOnlyList<StatementGroup> LeadGroups { get; private set; } = [];

    public IReadOnlyList<StoryCard> Seconds { get; private set; } = [];

    public IReadOnlyList<(SectionLink Section, IReadOnlyList<StoryCard> Stories)> Sections { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        // Other systems address stories as /?p=123.
        if (Request.QueryString.HasValue && await missing.FindAsync(Request.Path + Request.QueryString, cancellationToken) is { } story)
            return RedirectPermanent(story);
        frame.Description = frame.Site.Tagline;
        frame.Canonical = "/";
        var top = await db.Published().NewestFirst().Take(Top).Cards(db).ToListAsync(cancellationToken);
        parts.Add(PageTag.Stories);
        parts.AddStories(top.Select(card => card.Id));
        Lead = top.FirstOrDefault();
        Seconds = [.. top.Skip(1)];
        if (Lead is not null)
            await ReadLeadAsync(Lead, cancellationToken);
        Sections = await SectionsAsync([.. top.Select(card => card.Id)], cancellationToken);
        return Page();
    }

    private async Task ReadLeadAsync(StoryCard lead, CancellationToken cancellationToken)
    {
        var version = await db
            .Versions.AsNoTracking()
            .Where(known => known.StoryId == lead.Id && known.Number == known.Story!.LiveVersion)
            .Select(known => new { known.Id, known.Text })
            .FirstAsync(cancellationToken);
        var body = Math.Min(StoryHtml.BodyStart(lead.Headline, lead.Lead), version.Text.Length);
        List<string> opening = [];
        foreach (var paragraph in version.Text[body..].Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            if (opening.Sum(shown => shown.Length) + paragraph.Length > OpeningLength)
                break;
            opening.Add(paragraph);
        }
        Opening = opening;
        var statements = await reader.StatementsAsync(version.Id, version.Text, cancellationToken);
        LeadGroups = [.. StatementGroup.Of(statements).Where(group => group.Chains.Count > 0).Take(LinesOfLead)];
    }

    /// <summary>A query a section: one for all would number every story of every section to find the newest.</summary>
    private async Task<List<(SectionLink, IReadOnlyList<StoryCard>)>> SectionsAsync(
        IReadOnlyList<long> shown,
        CancellationToken cancellationToken
    )
    {
        List<(SectionLink, IReadOnlyList<StoryCard>)> sections = [];
        foreach (var section in await frame.SectionsAsync(cancellationToken))
        {
            var newest = await db.Published(section.Id)
                .NewestFirst()
                .Take(PerSection + shown.Count)
                .Cards(db)
                .ToListAsync(cancellationToken);
            parts.AddStories(newest.Select(card => card.Id));
            List<StoryCard> stories = [.. newest.Where(card => !shown.Contains(card.Id)).Take(PerSection)];
            if (stories.Count > 0)
                sections.Add((section, stories));
        }
        return sections;
    }
}
