using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Sourceline.Data.Bulk;

/// <summary>
/// One prepared statement, fed with rows by the places of its parameters. Microsoft.Data.Sqlite would look each place up by name for each row,
/// which takes longer than storing it.
/// </summary>
internal sealed class SqliteInsert : IDisposable
{
    private readonly sqlite3 _db;
    private readonly sqlite3_stmt _insert;
    private readonly IReadOnlyList<RowColumn> _columns;

    /// <exception cref="SqliteException">The table is not as the model says.</exception>
    public SqliteInsert(SqliteConnection connection, RowTable table)
    {
        (_db, _columns) = (connection.Handle!, table.Columns);
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(_db, table.Insert, out _insert), _db);
    }

    /// <exception cref="SqliteException">The row breaks a rule of the database.</exception>
    public void Run(object row)
    {
        for (var at = 0; at < _columns.Count; at++)
            SqliteException.ThrowExceptionForRC(Bind(at + 1, _columns[at].Of(row)), _db);
        var result = raw.sqlite3_step(_insert);
        if (result != raw.SQLITE_DONE)
            SqliteException.ThrowExceptionForRC(result, _db);
        raw.sqlite3_reset(_insert);
    }

    public void Dispose() => _insert.Dispose();

    /// <summary>In the forms in which Microsoft.Data.Sqlite writes them, and so reads them back.</summary>
    private int Bind(int place, object? value) =>
        value switch
        {
            null => raw.sqlite3_bind_null(_insert, place),
            string text => raw.sqlite3_bind_text(_insert, place, text),
            long number => raw.sqlite3_bind_int64(_insert, place, number),
            int number => raw.sqlite3_bind_int64(_insert, place, number),
            bool flag => raw.sqlite3_bind_int64(_insert, place, flag ? 1 : 0),
            double number => raw.sqlite3_bind_double(_insert, place, number),
            byte[] bytes => bytes.Length == 0 ? raw.sqlite3_bind_zeroblob(_insert, place, 0) : raw.sqlite3_bind_blob(_insert, place, bytes),
            DateTime time => raw.sqlite3_bind_text(
                _insert,
                place,
                time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)
            ),
            DateOnly day => raw.sqlite3_bind_text(_insert, place, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            _ => throw new NotSupportedException($"A {value.GetType().Name} has no form here for SQLite."),
        };
}
