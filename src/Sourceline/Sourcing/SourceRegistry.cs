using Microsoft.EntityFrameworkCore;
using Sourceline.Attribution.Model;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Stories.Html;

namespace Sourceline.Sourcing;

/// <summary>Finds the row of a named source by any of its names, or makes one. Lives as long as the context that it works on.</summary>
/// <param name="db">Where sources are looked for.</param>
/// <param name="gather">
/// Leave the context alone and gather what is new, to be written in bulk. Otherwise new rows are added to the context, to be saved by the caller.
/// </param>
public sealed class SourceRegistry(NewsDb db, bool gather = false)
{
    private const int NameLimit = 300;
    private const int AtOnce = 500;

    private readonly Dictionary<string, Source> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly HashSet<string> _askedSlugs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _takenSlugs = new(StringComparer.Ordinal);

    /// <summary>Sources that were made.</summary>
    internal List<Source> Added { get; } = [];

    /// <summary>Names that were made, of new sources and of old ones.</summary>
    internal List<(Source Source, SourceName Name)> AddedNames { get; } = [];

    /// <summary>Reads all the named at once, so that finding or adding them one by one asks the database for nothing.</summary>
    public async Task LoadAsync(IEnumerable<string> names, CancellationToken cancellationToken)
    {
        var wanted = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (Key(name) is { Length: > 0 } key && !_known.ContainsKey(key) && _asked.Add(key))
                wanted[key] = name;
        }
        var rows = gather ? db.SourceNames.AsNoTrackingWithIdentityResolution() : db.SourceNames;
        foreach (var some in wanted.Keys.Chunk(AtOnce))
        {
            foreach (var name in await rows.Include(n => n.Source).Where(n => some.Contains(n.Key)).ToListAsync(cancellationToken))
                _known[name.Key] = name.Source!;
        }
        await LoadSlugsAsync(wanted.Where(pair => !_known.ContainsKey(pair.Key)).Select(pair => SlugOf(pair.Value)), cancellationToken);
    }

    /// <summary>The source of a name, or a new one. Not for unnamed sources.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public async Task<Source> FindOrAddAsync(string name, SourceKind kind, IEnumerable<string> aliases, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(aliases);
        var source = await FindAsync(name, cancellationToken) ?? await AddAsync(name, kind, cancellationToken);
        // A short form such as "AP" names an outlet or an organisation everywhere; a surname names somebody only within a story.
        if (source.Kind is not (SourceKind.Outlet or SourceKind.Organisation))
            return source;
        foreach (var alias in aliases.Where(alias => alias.Any(char.IsLetter)))
        {
            if (await FindAsync(alias, cancellationToken) is null)
                AddName(source, alias);
        }
        return source;
    }

    /// <summary>The source of a name, or null.</summary>
    public async Task<Source?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var key = Key(name);
        if (!_known.ContainsKey(key) && !_asked.Contains(key))
            await LoadAsync([name], cancellationToken);
        return _known.GetValueOrDefault(key);
    }

    private async Task LoadSlugsAsync(IEnumerable<string> slugs, CancellationToken cancellationToken)
    {
        foreach (var some in slugs.Where(_askedSlugs.Add).ToList().Chunk(AtOnce))
            _takenSlugs.UnionWith(await db.Sources.Where(s => some.Contains(s.Slug)).Select(s => s.Slug).ToListAsync(cancellationToken));
    }

    private async Task<Source> AddAsync(string name, SourceKind kind, CancellationToken cancellationToken)
    {
        var slug = await Slug.FreeAsync(SlugOf(name), async candidate =>
        {
            await LoadSlugsAsync([candidate], cancellationToken);
            return _takenSlugs.Contains(candidate);
        });
        _takenSlugs.Add(slug);
        var source = new Source
        {
            Name = Short(name.Trim()),
            Kind = kind,
            Slug = slug,
        };
        Added.Add(source);
        if (!gather)
            db.Sources.Add(source);
        AddName(source, name);
        return source;
    }

    private void AddName(Source source, string name)
    {
        var added = new SourceName { Key = Key(name), Name = Short(name.Trim()) };
        AddedNames.Add((source, added));
        if (!gather)
            source.Names.Add(added);
        _known[added.Key] = source;
    }

    private static string SlugOf(string name) => Slug.From(name, "source");

    private static string Key(string name) => Short(SourceName.Folded(name));

    private static string Short(string name) => PlainText.Short(name, NameLimit);
}
