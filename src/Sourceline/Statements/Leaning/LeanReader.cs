using Microsoft.EntityFrameworkCore;
using Sourceline.Data;

namespace Sourceline.Statements;

/// <summary>Which of a source's leans are wanted.</summary>
/// <param name="SourceId">The source.</param>
/// <param name="Kind">Null for all.</param>
/// <param name="FromUtc">The story was published then or later.</param>
/// <param name="BeforeUtc">The story was published before.</param>
public sealed record LeansOf(long SourceId, LeanKind? Kind = null, DateTime? FromUtc = null, DateTime? BeforeUtc = null)
{
    /// <summary>Every lean of the source is wanted, so that its kept numbers are those of the list.</summary>
    public bool IsAll => Kind is null && FromUtc is null && BeforeUtc is null;
}

/// <summary>Reads what leans on a source along the index of its leans, a page by key; what it costs depends on the page and not on the archive.</summary>
public sealed class LeanReader(NewsDb db)
{
    /// <summary>Before every story. The first page is asked for with a key as well: to make ready a question of other words costs more than a page.</summary>
    private static readonly (DateTime PublishedUtc, long Id) Top = (DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc), long.MaxValue);

    /// <summary>The newest first.</summary>
    /// <param name="after">The last story of the page before.</param>
    public async Task<List<LeaningStory>> ReadAsync(LeansOf which, (DateTime PublishedUtc, long Id)? after, int count, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(which);
        var leans = After(Of(which), after ?? Top);
        var stories = await Stories(leans.OrderByDescending(l => l.PublishedUtc).ThenByDescending(l => l.StoryId).Take(count)).ToListAsync(cancellationToken);
        if (stories.Count == 0) return [];
        // By the page's last key and not by a list of its rows: the question has the same words for every page.
        var (at, id) = (stories[^1].Lean.PublishedUtc, stories[^1].Lean.StoryId);
        var links = await Links(leans.Where(l => l.PublishedUtc >= at && (l.PublishedUtc > at || l.StoryId >= id)), which.SourceId).ToListAsync(cancellationToken);
        var byStory = links.ToLookup(link => link.StoryId);
        return stories.ConvertAll(story => Story(story, LeaningSentences.Of(byStory[story.Lean.StoryId], story.Text, which.SourceId)));
    }

    /// <summary>The source with the numbers of the leans that are wanted, in place of all.</summary>
    public async Task<SourceRow> CountAsync(SourceRow source, LeansOf which, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(which);
        if (which.IsAll) return source;
        var counts = await Of(which).GroupBy(lean => lean.Kind).Select(kind => new { kind.Key, Count = kind.Count() }).ToDictionaryAsync(kind => kind.Key, kind => kind.Count, cancellationToken);
        return source with
        {
            Stories = counts.Values.Sum(), SoleSource = counts.GetValueOrDefault(LeanKind.SoleSource), OneOfSeveral = counts.GetValueOrDefault(LeanKind.OneOfSeveral),
            Background = counts.GetValueOrDefault(LeanKind.Background),
        };
    }

    private IQueryable<Lean> Of(LeansOf which)
    {
        var leans = db.Leans.AsNoTracking().Where(l => l.SourceId == which.SourceId);
        if (which.Kind is { } kind) leans = leans.Where(l => l.Kind == kind);
        if (which.FromUtc is { } from) leans = leans.Where(l => l.PublishedUtc >= from);
        return which.BeforeUtc is { } before ? leans.Where(l => l.PublishedUtc < before) : leans;
    }

    private static IQueryable<Lean> After(IQueryable<Lean> leans, (DateTime PublishedUtc, long Id) after)
    {
        var (at, id) = after;
        return leans.Where(l => l.PublishedUtc <= at && (l.PublishedUtc < at || l.StoryId < id));
    }

    private IQueryable<Row> Stories(IQueryable<Lean> leans) =>
        from lean in leans
        join story in db.Stories on lean.StoryId equals story.Id
        from version in db.Versions.Where(version => version.StoryId == story.Id && version.Number == story.LiveVersion)
        orderby lean.PublishedUtc descending, lean.StoryId descending
        select new Row(lean, story.Number, story.Slug, story.Language, version.Headline, version.Text);

    /// <summary>
    /// The statements that the source has part in, with a row for each of their links. Of the links and their sources what is told of them
    /// and no more, for each column of each row is paid for; a named source is called as the text calls it.
    /// </summary>
    private IQueryable<LeaningLink> Links(IQueryable<Lean> leans, long sourceId) =>
        from lean in leans
        join story in db.Stories on lean.StoryId equals story.Id
        from version in db.Versions.Where(version => version.StoryId == story.Id && version.Number == story.LiveVersion)
        join statement in db.Statements on version.Id equals statement.VersionId
        where statement.Review != Review.Rejected && statement.Links.Any(link => link.SourceId == sourceId || link.IdentityId == sourceId)
        from link in statement.Links
        orderby lean.PublishedUtc descending, lean.StoryId descending, statement.Ordinal, link.Chain, link.Position
        select new LeaningLink(
            lean.StoryId, statement.Id, statement.Content, statement.Cue, statement.SourceWords, statement.DateFrom, statement.DateTo, statement.DateWords,
            statement.Review,
            new StatementLink
            {
                Chain = link.Chain, Position = link.Position, Name = link.Name, Kind = link.Kind, Role = link.Role, Basis = link.Basis, Review = link.Review,
                SourceId = link.SourceId,
                Source = link.SourceId == null ? null : new Source { Name = link.Name, Slug = link.Source!.Slug },
                IdentityId = link.IdentityId, IdentityBasis = link.IdentityBasis, IdentityReview = link.IdentityReview,
                Identity = link.IdentityId == null ? null : new Source { Name = link.Identity!.Name, Kind = link.Identity.Kind, Slug = link.Identity.Slug },
            });

    private static LeaningStory Story(Row row, IReadOnlyList<LeaningSentence> sentences) => new(
        row.Lean.StoryId, row.Number, row.Slug, row.Headline, row.Language, row.Lean.PublishedUtc, row.Lean.Kind, row.Lean.Said, row.Lean.Relayed, row.Lean.Confirmed, sentences);

    private sealed record Row(Lean Lean, long Number, string Slug, string Language, string Headline, string Text);
}
