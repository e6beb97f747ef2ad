using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;

namespace Sourceline.Desk;

/// <summary><c>/desk/source-names?q=komm</c>: names of known sources that begin so, for the fields where an editor types one.</summary>
internal static class SourceLookup
{
    private const int Most = 20;

    public static async Task<IResult> FindAsync(string? q, NewsDb db, CancellationToken cancellationToken)
    {
        var key = SourceName.Folded(q ?? "");
        if (key.Length == 0)
            return Results.Json(Array.Empty<string>());
        var names = await db
            .SourceNames.Where(name => name.Key.StartsWith(key))
            .OrderBy(name => name.Key)
            .Select(name => name.Source!.Name)
            .Take(Most)
            .ToListAsync(cancellationToken);
        return Results.Json(names.Distinct());
    }
}
