using System.Collections;
using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;

namespace Sourceline.Tests.Newsrooms;

/// <summary>All that a database holds, so that two newsrooms can be compared.</summary>
public static class NewsroomRows
{
    /// <summary>Files are fetched side by side, and so stored in any order; an e-mail address is never encrypted twice to the same bytes.</summary>
    private static readonly string[] Chance = ["StoryMedia.Id", "Replies.ProtectedEmail"];

    /// <summary>A line for each row of each table, keys included, but for the checkpoints of imports.</summary>
    public static async Task<List<string>> ReadAsync(TestNewsroom newsroom, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(newsroom);
        await using var db = newsroom.OpenDb();
        await db.Database.OpenConnectionAsync(cancellationToken);
        var tables = db
            .Model.GetEntityTypes()
            .Select(entity => entity.GetTableName()!)
            .Where(table => table != nameof(NewsDb.ImportCheckpoints));
        var lines = new List<string>();
        foreach (var table in tables.Distinct())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // A table of the model.
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
                lines.Add(Line(table, rows));
        }
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static string Line(string table, DbDataReader row)
    {
        var columns = Enumerable.Range(0, row.FieldCount).Where(at => !Chance.Contains($"{table}.{row.GetName(at)}"));
        return $"{table}: {string.Join(" | ", columns.Select(at => $"{row.GetName(at)}={Value(row.GetValue(at))}"))}";
    }

    private static string Value(object value) =>
        value switch
        {
            byte[] bytes => Convert.ToHexString(bytes),
            string text => text,
            IEnumerable many => string.Join(',', many.Cast<object>().Select(Value)),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
}
