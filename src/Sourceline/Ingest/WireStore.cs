using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;

namespace Sourceline.Ingest;

/// <summary>Keeps what was received byte for byte, each document once.</summary>
internal sealed class WireStore(NewsDb db)
{
    private readonly Dictionary<string, Payload> _kept = new(StringComparer.Ordinal);

    // The items of one document come one after the other and share its bytes.
    private (ReadOnlyMemory<byte> Raw, string Hash)? _last;

    /// <summary>Asks at once which of the documents are kept already.</summary>
    public async Task LoadAsync(IEnumerable<PreparedItem> items, CancellationToken cancellationToken)
    {
        var hashes = items
            .Where(item => !item.Incoming.Raw.IsEmpty)
            .Select(item => HashOf(item.Incoming.Raw))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (hashes.Count == 0)
            return;
        var known = await db.Payloads.Where(p => hashes.Contains(p.Hash)).Select(p => new { p.Id, p.Hash }).ToListAsync(cancellationToken);
        foreach (var payload in known)
            _kept[payload.Hash] = new Payload
            {
                Id = payload.Id,
                Hash = payload.Hash,
                Bytes = [],
            };
    }

    /// <summary>The row of an item, after <see cref="LoadAsync"/>; its payload is a new row where it has no key. Null for what comes without bytes.</summary>
    public WireItem? RowOf(PreparedItem item, Story story, DateTime nowUtc)
    {
        var incoming = item.Incoming;
        return incoming.Raw.IsEmpty
            ? null
            : new WireItem
            {
                StoryId = story.Id,
                Version = story.LatestVersion,
                Format = incoming.Format.ToString(),
                ReadFrom = incoming.ReadFrom.Length <= 2000 ? incoming.ReadFrom : incoming.ReadFrom[..2000],
                Item = incoming.Position.Item,
                Payload = PayloadOf(incoming.Raw),
                ReceivedUtc = nowUtc,
            };
    }

    private Payload PayloadOf(ReadOnlyMemory<byte> raw)
    {
        var hash = HashOf(raw);
        if (!_kept.TryGetValue(hash, out var kept))
            _kept[hash] = kept = new Payload { Hash = hash, Bytes = raw.ToArray() };
        return kept;
    }

    private string HashOf(ReadOnlyMemory<byte> raw)
    {
        if (_last is { } last && last.Raw.Equals(raw))
            return last.Hash;
        var hash = Convert.ToHexStringLower(SHA256.HashData(raw.Span));
        _last = (raw, hash);
        return hash;
    }
}
