using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.EventLog;

namespace Sourceline.Sourcing.Dependencies;

/// <summary>What one transaction changes in the number of stories that depend on each source.</summary>
public sealed class DependencyCountChanges
{
    /// <summary>Rows of one statement; each has five parameters, and SQLite looks for each among all of them by its name.</summary>
    private const int Rows = 50;

    private const string Insert =
        """INSERT INTO "DependencyCounts" ("SourceId", "Stories", "SoleSource", "OneOfSeveral", "Background") VALUES """;

    private const string Upsert = """
         ON CONFLICT ("SourceId") DO UPDATE SET
            "Stories" = "DependencyCounts"."Stories" + excluded."Stories",
            "SoleSource" = "DependencyCounts"."SoleSource" + excluded."SoleSource",
            "OneOfSeveral" = "DependencyCounts"."OneOfSeveral" + excluded."OneOfSeveral",
            "Background" = "DependencyCounts"."Background" + excluded."Background"
        """;

    private readonly SortedDictionary<long, int[]> _bySource = [];

    /// <summary>A story depends on a source now.</summary>
    public void Added(long sourceId, DependencyKind kind) => Count(sourceId, kind, 1);

    /// <summary>A story no longer depends on a source in this way.</summary>
    public void Removed(long sourceId, DependencyKind kind) => Count(sourceId, kind, -1);

    /// <summary>
    /// Adds them to the kept numbers, once, at the end of the transaction: after <see cref="ActLog.AppendAsync(NewsDb, Act, CancellationToken)"/>,
    /// whose lock every other writer waits for, so that no two ever wait for one another's rows.
    /// </summary>
    public async Task WriteAsync(NewsDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        foreach (var some in _bySource.Where(one => one.Value.Any(number => number != 0)).Chunk(Rows))
        {
            var (values, numbers) = (new StringBuilder(), new List<object>(some.Length * 5));
            foreach (var (source, kinds) in some)
            {
                values.Append(values.Length == 0 ? "" : ", ").Append('(');
                foreach (var number in (object[])[source, kinds.Sum(), .. kinds])
                {
                    values.Append(values[^1] == '(' ? "{" : ", {").Append(numbers.Count).Append('}');
                    numbers.Add(number);
                }
                values.Append(')');
            }
            await db.Database.ExecuteSqlAsync(FormattableStringFactory.Create(Insert + values + Upsert, [.. numbers]), cancellationToken);
        }
        _bySource.Clear();
    }

    private void Count(long sourceId, DependencyKind kind, int by)
    {
        if (!_bySource.TryGetValue(sourceId, out var kinds))
            _bySource[sourceId] = kinds = new int[3];
        kinds[(int)kind] += by;
    }
}
