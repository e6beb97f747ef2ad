using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;

namespace Sourceline.Stories;

/// <summary>Keeps what was received byte for byte, each document once.</summary>
internal sealed class WireStore(NewsDb db)
{
    private readonly Dictionary<string, Payload> _kept = new(StringComparer.Ordinal);

    // The items of one document come one after the other and share its bytes.
    private (ReadOnlyMemory<byte> Raw, Payload Payload)? _last;

    public async Task KeepAsync(Prepared item, Story story, DateTime nowUtc, CancellationToken cancellationToken)
    {
        var incoming = item.Incoming;
        if (incoming.Raw.IsEmpty) return;
        db.WireItems.Add(new WireItem
        {
            StoryId = story.Id,
            Version = story.LatestVersion,
            Format = incoming.Format.ToString(),
            ReadFrom = incoming.ReadFrom.Length <= 2000 ? incoming.ReadFrom : incoming.ReadFrom[..2000],
            Item = incoming.Position.Item,
            Payload = await PayloadAsync(incoming.Raw, cancellationToken),
            ReceivedUtc = nowUtc,
        });
    }

    private async Task<Payload> PayloadAsync(ReadOnlyMemory<byte> raw, CancellationToken cancellationToken)
    {
        if (_last is { } last && last.Raw.Equals(raw)) return last.Payload;
        var hash = Convert.ToHexStringLower(SHA256.HashData(raw.Span));
        if (_kept.TryGetValue(hash, out var kept)) return kept;
        var payload = await db.Payloads.SingleOrDefaultAsync(p => p.Hash == hash, cancellationToken);
        if (payload is null) db.Payloads.Add(payload = new Payload { Hash = hash, Bytes = raw.ToArray() });
        _last = (raw, payload);
        return _kept[hash] = payload;
    }
}
