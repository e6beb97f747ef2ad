using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Statement = Sourceline.Data.Statement;

namespace Sourceline.Statements;

/// <summary>Which of a source's leans are wanted.</summary>
/// <param name="SourceId">The source.</param>
/// <param name="Kind">Null for all.</param>
/// <param name="FromUtc">The story was published then or later.</param>
/// <param name="BeforeUtc">The story was published before.</param>
public sealed record LeansOf(long SourceId, LeanKind? Kind = null, DateTime? FromUtc = null, DateTime? BeforeUtc = null);

/// <summary>A live story that leans on a source.</summary>
/// <param name="Said">How many of its statements end with the source.</param>
/// <param name="Relayed">How many came through its hands.</param>
/// <param name="Confirmed">An editor confirmed one of them.</param>
/// <param name="Statements">In the order of the text.</param>
public sealed record LeaningStory(
    long Id, long Number, string Slug, string Headline, string Language, DateTime PublishedUtc, LeanKind Kind, int Said, int Relayed, bool Confirmed,
    IReadOnlyList<LeaningStatement> Statements);

/// <summary>A statement that came from or through the source.</summary>
/// <param name="Sentence">Where it stands in the story.</param>
/// <param name="Words">What was said.</param>
/// <param name="Lines">The ways it came.</param>
/// <param name="Said">The source said it; otherwise it passed it on.</param>
public sealed record LeaningStatement(Statement Statement, string Sentence, string Words, IReadOnlyList<ChainLine> Lines, bool Said);

/// <summary>Reads what leans on a source along the index of its leans, a page by key; what it costs depends on the page and not on the archive.</summary>
public sealed class LeanReader(NewsDb db)
{
    /// <summary>The newest first.</summary>
    /// <param name="after">The last story of the page before.</param>
    public async Task<List<LeaningStory>> ReadAsync(LeansOf which, (DateTime PublishedUtc, long Id)? after, int count, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(which);
        var leans = await InOrder(Of(which), after).Take(count)
            .Select(l => new Row(l, l.Story!.Number, l.Story.Slug, l.Story.Language, l.Story.LiveVersion)).ToListAsync(cancellationToken);
        List<long> ids = [.. leans.Select(row => row.Lean.StoryId)];
        var versions = await db.Versions.AsNoTracking().Where(v => ids.Contains(v.StoryId) && v.Number == v.Story!.LiveVersion)
            .Select(v => new { v.Id, v.StoryId, v.Headline, v.Text }).ToDictionaryAsync(v => v.StoryId, cancellationToken);
        List<long> live = [.. versions.Values.Select(v => v.Id)];
        var statements = (await StatementsAsync(which.SourceId, live, cancellationToken)).ToLookup(s => s.StoryId);
        return leans.ConvertAll(row => new LeaningStory(
            row.Lean.StoryId, row.Number, row.Slug, versions[row.Lean.StoryId].Headline, row.Language, row.Lean.PublishedUtc, row.Lean.Kind,
            row.Lean.Said, row.Lean.Relayed, row.Lean.Confirmed,
            [.. statements[row.Lean.StoryId].Select(s => View(s, versions[row.Lean.StoryId].Text, which.SourceId)).OfType<LeaningStatement>()]));
    }

    private IQueryable<Lean> Of(LeansOf which)
    {
        var leans = db.Leans.AsNoTracking().Where(l => l.SourceId == which.SourceId);
        if (which.Kind is { } kind) leans = leans.Where(l => l.Kind == kind);
        if (which.FromUtc is { } from) leans = leans.Where(l => l.PublishedUtc >= from);
        return which.BeforeUtc is { } before ? leans.Where(l => l.PublishedUtc < before) : leans;
    }

    private static IQueryable<Lean> InOrder(IQueryable<Lean> leans, (DateTime PublishedUtc, long Id)? after)
    {
        if (after is var (at, id)) leans = leans.Where(l => l.PublishedUtc <= at && (l.PublishedUtc < at || l.StoryId < id));
        return leans.OrderByDescending(l => l.PublishedUtc).ThenByDescending(l => l.StoryId);
    }

    private Task<List<Statement>> StatementsAsync(long sourceId, List<long> versions, CancellationToken cancellationToken) => db.Statements.AsNoTracking()
        .Where(s => versions.Contains(s.VersionId) && s.Review != Review.Rejected && s.Links.Any(l => l.SourceId == sourceId || l.IdentityId == sourceId))
        .Include(s => s.Links).ThenInclude(l => l.Source)
        .Include(s => s.Links).ThenInclude(l => l.Identity)
        .OrderBy(s => s.VersionId).ThenBy(s => s.Ordinal).ToListAsync(cancellationToken);

    /// <summary>Null where the source is in the statement only by a link that was rejected, or by a guess that no editor has confirmed.</summary>
    private static LeaningStatement? View(Statement statement, string text, long sourceId)
    {
        if (LeanKeeper.SaidBy(statement, sourceId) is not { } said) return null;
        return new(statement, StatementWords.Sentence(statement, text), StatementWords.Of(statement, text), ChainLine.Of(statement.Links, forReaders: false), said);
    }

    private sealed record Row(Lean Lean, long Number, string Slug, string Language, int? LiveVersion);
}
