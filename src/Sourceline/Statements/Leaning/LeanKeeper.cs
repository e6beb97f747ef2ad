using Microsoft.EntityFrameworkCore;
using Sourceline.Attribution;
using Sourceline.Data;
using Statement = Sourceline.Data.Statement;

namespace Sourceline.Statements;

/// <summary>Keeps the leans of a story in step with the chains of its live version.</summary>
public static class LeanKeeper
{
    /// <summary>Writes the story's leans anew, in the caller's transaction; none where it is not public. Call after any act or review that has been saved.</summary>
    /// <param name="changes">Takes what has changed, to be written by the caller at the end of the transaction.</param>
    public static async Task RefreshAsync(NewsDb db, long storyId, LeanChanges changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(changes);
        await ClearAsync(db, storyId, changes, cancellationToken);
        var story = await db.Stories.AsNoTracking()
            .Where(s => s.Id == storyId && s.State == StoryState.Published && s.PublishedUtc != null)
            .Select(s => new { s.LiveVersion, s.PublishedUtc }).SingleOrDefaultAsync(cancellationToken);
        if (story is null) return;
        var statements = await db.Statements.AsNoTracking().Include(s => s.Links)
            .Where(s => s.StoryId == storyId && s.Version!.Number == story.LiveVersion).OrderBy(s => s.Ordinal).ToListAsync(cancellationToken);
        db.Leans.AddRange(New(storyId, story.PublishedUtc!.Value, statements, changes));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The leans of a story that has none yet, to be written by the caller.</summary>
    /// <param name="statements">Of its live version; they and their links have their keys.</param>
    /// <inheritdoc cref="RefreshAsync" path="/param[@name='changes']"/>
    internal static List<Lean> New(long storyId, DateTime publishedUtc, IReadOnlyList<Statement> statements, LeanChanges changes)
    {
        var leans = Of(storyId, publishedUtc, statements);
        foreach (var lean in leans) changes.Came(lean.SourceId, lean.Kind);
        return leans;
    }

    private static async Task ClearAsync(NewsDb db, long storyId, LeanChanges changes, CancellationToken cancellationToken)
    {
        var before = await db.Leans.AsNoTracking().Where(lean => lean.StoryId == storyId).Select(lean => new { lean.SourceId, lean.Kind }).ToListAsync(cancellationToken);
        if (before.Count == 0) return;
        await db.Leans.Where(lean => lean.StoryId == storyId).ExecuteDeleteAsync(cancellationToken);
        foreach (var lean in before) changes.Went(lean.SourceId, lean.Kind);
        foreach (var stale in db.ChangeTracker.Entries<Lean>().Where(entry => entry.Entity.StoryId == storyId).ToList())
            stale.State = EntityState.Detached;
    }

    /// <summary>The leans of a live version's statements, which have been saved.</summary>
    internal static List<Lean> Of(long storyId, DateTime publishedUtc, IReadOnlyList<Statement> statements)
    {
        ArgumentNullException.ThrowIfNull(statements);
        var counted = statements.Where(s => s.Review != Review.Rejected && Chains(s).Count > 0).ToList();
        var leans = new Dictionary<long, Lean>();
        foreach (var statement in counted)
        {
            foreach (var (source, said) in Involved(statement))
            {
                if (!leans.TryGetValue(source, out var lean))
                    leans[source] = lean = new Lean { SourceId = source, StoryId = storyId, PublishedUtc = publishedUtc };
                if (said) lean.Said++;
                else lean.Relayed++;
                if (statement.Review == Review.Confirmed) lean.Confirmed = true;
                else lean.Confidence = Math.Max(lean.Confidence, statement.Confidence);
            }
        }
        foreach (var lean in leans.Values) lean.Kind = KindOf(lean, counted);
        return [.. leans.Values];
    }

    /// <summary>Whom a link means: a story leans on those alone whom readers are told of.</summary>
    public static long? SourceOf(StatementLink link) => ReaderRule.SourceOf(link);

    /// <summary>Whether a source said a statement, or passed it on (false); null where it had no part in it. The links must be loaded.</summary>
    public static bool? SaidBy(Statement statement, long sourceId)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return Involved(statement).TryGetValue(sourceId, out var said) ? said : null;
    }

    /// <summary>Each source of a statement, once: true where a chain ends with it.</summary>
    private static Dictionary<long, bool> Involved(Statement statement)
    {
        var involved = new Dictionary<long, bool>();
        foreach (var chain in Chains(statement))
        {
            for (var position = 0; position < chain.Count; position++)
            {
                if (SourceOf(chain[position]) is not { } source) continue;
                involved[source] = involved.GetValueOrDefault(source) || position == chain.Count - 1;
            }
        }
        return involved;
    }

    private static LeanKind KindOf(Lean lean, List<Statement> statements)
    {
        if (statements.All(statement => Chains(statement).TrueForAll(chain => chain.Exists(link => SourceOf(link) == lean.SourceId))))
            return LeanKind.SoleSource;
        var late = statements.Count - (statements.Count / 3);
        var only = lean.Said + lean.Relayed == 1
            && statements.FindIndex(statement => Involved(statement).ContainsKey(lean.SourceId)) >= late;
        return only ? LeanKind.Background : LeanKind.OneOfSeveral;
    }

    private static List<List<StatementLink>> Chains(Statement statement) =>
        [.. statement.Links.Where(link => link.Review != Review.Rejected).GroupBy(link => link.Chain)
            .Select(chain => chain.OrderBy(link => link.Position).ToList())];
}
