using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Stories.Html;

namespace Sourceline.Ingest;

/// <summary>Finds categories by name, or adds them behind the others, saved at once so that rows can refer to them.</summary>
internal sealed class CategoryRegistry(NewsDb db)
{
    /// <summary>For items that name none.</summary>
    public const string Default = "News";

    private List<Category>? _all;

    public async Task<Category> FindOrAddAsync(string? name, CancellationToken cancellationToken)
    {
        _all ??= await db.Categories.ToListAsync(cancellationToken);
        var line = PlainText.Cut(PlainText.Line(name), 100);
        if (line.Length == 0)
            line = Default;
        var known = _all.Find(category => string.Equals(category.Name, line, StringComparison.OrdinalIgnoreCase));
        if (known is not null)
            return known;
        var slug = await Slug.FreeAsync(Slug.From(line, "category"), candidate =>
            Task.FromResult(_all.Exists(category => category.Slug == candidate))
        );
        var added = new Category
        {
            Name = line,
            Slug = slug,
            Position = _all.Count + 1,
        };
        _all.Add(added);
        db.Categories.Add(added);
        await db.SaveChangesAsync(cancellationToken);
        return added;
    }
}
