using Sourceline.Data;
using Sourceline.Data.Bulk;
using Sourceline.Data.Model;
using Sourceline.Sourcing;

namespace Sourceline.Ingest;

/// <summary>
/// The rows that a round adds, gathered and written at once, table by table in the order in which they refer to one another. They are
/// not tracked: nothing of them is changed again in the transaction.
/// </summary>
internal sealed class BulkWriter(NewsDb db, SourceRegistry sources)
{
    private readonly List<Story> _stories = [];
    private readonly List<StoryVersion> _versions = [];
    private readonly List<StoryAddress> _addresses = [];
    private readonly List<WireItem> _items = [];

    public void Add(StoryVersion version) => _versions.Add(version);

    public void Add(WireItem item) => _items.Add(item);

    public void Add(IEnumerable<StoryAddress> addresses) => _addresses.AddRange(addresses);

    /// <summary>Adds stories and gives them their keys, which versions and addresses refer to.</summary>
    public async Task AddAsync(IReadOnlyList<Story> stories, CancellationToken cancellationToken)
    {
        await GiveAsync(stories, (story, key) => story.Id = key, cancellationToken);
        _stories.AddRange(stories);
    }

    /// <summary>Writes all of them; from here on statements and links have their keys too.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        await WriteSourcesAsync(cancellationToken);
        await BulkRows.InsertAsync(db, _stories, cancellationToken);
        await WriteVersionsAsync(cancellationToken);
        await BulkRows.InsertAsync(db, _addresses, cancellationToken);
        await WriteItemsAsync(cancellationToken);
    }

    private async Task WriteSourcesAsync(CancellationToken cancellationToken)
    {
        await GiveAsync(sources.Added, (source, key) => source.Id = key, cancellationToken);
        await BulkRows.InsertAsync(db, sources.Added, cancellationToken);
        foreach (var (source, name) in sources.AddedNames)
            name.SourceId = source.Id;
        await BulkRows.InsertAsync(db, sources.AddedNames.ConvertAll(added => added.Name), cancellationToken);
    }

    private async Task WriteVersionsAsync(CancellationToken cancellationToken)
    {
        await GiveAsync(_versions, (version, key) => version.Id = key, cancellationToken);
        var statements = _versions.SelectMany(version => version.Statements.Select(statement => (version, statement))).ToList();
        await GiveAsync(statements.ConvertAll(pair => pair.statement), (statement, key) => statement.Id = key, cancellationToken);
        foreach (var (version, statement) in statements)
            (statement.VersionId, statement.StoryId) = (version.Id, version.StoryId);
        var links = statements.SelectMany(pair => pair.statement.Hops.Select(link => (pair.statement, link))).ToList();
        await GiveAsync(links.ConvertAll(pair => pair.link), (link, key) => link.Id = key, cancellationToken);
        foreach (var (statement, link) in links)
        {
            link.StatementId = statement.Id;
            link.SourceId = link.Source?.Id ?? link.SourceId;
            link.IdentityId = link.Identity?.Id ?? link.IdentityId;
        }
        await BulkRows.InsertAsync(db, _versions, cancellationToken);
        await BulkRows.InsertAsync(db, statements.ConvertAll(pair => pair.statement), cancellationToken);
        await BulkRows.InsertAsync(db, links.ConvertAll(pair => pair.link), cancellationToken);
    }

    private async Task WriteItemsAsync(CancellationToken cancellationToken)
    {
        var payloads = _items.Select(item => item.Payload!).Where(payload => payload.Id == 0).Distinct().ToList();
        await GiveAsync(payloads, (payload, key) => payload.Id = key, cancellationToken);
        await BulkRows.InsertAsync(db, payloads, cancellationToken);
        await GiveAsync(_items, (item, key) => (item.Id, item.PayloadId) = (key, item.Payload!.Id), cancellationToken);
        await BulkRows.InsertAsync(db, _items, cancellationToken);
    }

    private async Task GiveAsync<T>(IReadOnlyList<T> rows, Action<T, long> give, CancellationToken cancellationToken)
        where T : class
    {
        var keys = await BulkRows.KeysAsync<T>(db, rows.Count, cancellationToken);
        for (var at = 0; at < rows.Count; at++)
            give(rows[at], keys[at]);
    }
}
