using Microsoft.EntityFrameworkCore;
using Sourceline.Attribution;
using Sourceline.Data;
using Sourceline.Stories.Html;

namespace Sourceline.Statements;

/// <summary>Finds the row of a named source by any of its names, or makes one. Lives as long as the context that it works on.</summary>
public sealed class Sources(NewsDb db)
{
    private const int NameLimit = 300;

    private readonly Dictionary<string, Source> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _slugs = new(StringComparer.Ordinal);

    /// <summary>Reads all the named at once, so that finding them one by one asks the database for nothing that is known.</summary>
    public async Task LoadAsync(IEnumerable<string> names, CancellationToken cancellationToken)
    {
        var keys = names.Select(Key).Where(key => key.Length > 0 && !_known.ContainsKey(key)).Distinct(StringComparer.Ordinal).ToList();
        foreach (var some in keys.Chunk(500))
        {
            foreach (var name in await db.SourceNames.Include(n => n.Source).Where(n => some.Contains(n.Key)).ToListAsync(cancellationToken))
                _known[name.Key] = name.Source!;
        }
    }

    /// <summary>The source of a name; added to the context where it is new, to be saved by the caller. Not for unnamed sources.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public async Task<Source> FindOrAddAsync(string name, SourceKind kind, IEnumerable<string> aliases, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(aliases);
        var source = await FindAsync(name, cancellationToken) ?? await AddAsync(name, kind, cancellationToken);
        // A short form such as "AP" names an outlet or an organisation everywhere; a surname names somebody only within a story.
        if (source.Kind is not (SourceKind.Outlet or SourceKind.Organisation)) return source;
        foreach (var alias in aliases.Where(alias => alias.Any(char.IsLetter)))
        {
            if (await FindAsync(alias, cancellationToken) is null) AddName(source, alias);
        }
        return source;
    }

    /// <summary>The source of a name, or null.</summary>
    public async Task<Source?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var key = Key(name);
        if (_known.TryGetValue(key, out var known)) return known;
        await LoadAsync([name], cancellationToken);
        return _known.GetValueOrDefault(key);
    }

    private async Task<Source> AddAsync(string name, SourceKind kind, CancellationToken cancellationToken)
    {
        var slug = await Slug.FreeAsync(Slug.From(name, "source"), async candidate =>
            _slugs.Contains(candidate) || await db.Sources.AnyAsync(s => s.Slug == candidate, cancellationToken));
        _slugs.Add(slug);
        var source = new Source { Name = Short(name.Trim()), Kind = kind, Slug = slug };
        db.Sources.Add(source);
        AddName(source, name);
        return source;
    }

    private void AddName(Source source, string name)
    {
        var key = Key(name);
        source.Names.Add(new SourceName { Key = key, Name = Short(name.Trim()) });
        _known[key] = source;
    }

    private static string Key(string name) => Short(SourceName.Folded(name));

    private static string Short(string name) => PlainText.Short(name, NameLimit);
}
