using System.Globalization;
using Microsoft.Extensions.Options;
using Sourceline.Data;
using Sourceline.Data.Checks;
using Sourceline.EventLog;
using Sourceline.Settings;

namespace Sourceline.PageCache;

/// <summary>Checks the pages on disk, as the server last wrote down what there is: whether they belong to this newsroom, and whether they are undamaged.</summary>
internal sealed class PageCheck(
    NewsDbFactory dbs,
    InvalidationRules rules,
    PageFingerprint fingerprint,
    IOptions<SourcelineOptions> options
)
{
    private readonly string _folder = PageCacheServices.FolderOf(options.Value);

    public async Task<string> RunAsync(Findings findings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(findings);
        PageStoreIndex? index;
        try
        {
            index = PageStoreIndex.Read(_folder);
        }
        catch (InvalidDataException e)
        {
            findings.Add($"The index of the cached pages is damaged: {e.Message}");
            return "damaged";
        }
        if (index is null)
        {
            findings.Note("No pages are cached on disk. The server caches them when they are asked for, and in the background.");
            return "not built";
        }
        if (!index.Fingerprint.SequenceEqual(fingerprint.Bytes))
        {
            findings.Note(
                "The cached pages were made with other settings, or by another version of Sourceline. A server with the present settings replaces them."
            );
        }
        await using var db = dbs.Create();
        if (!await CacheInvalidator.IsOfAsync(db, index.Followed, cancellationToken))
        {
            findings.Add("The cached pages belong to another newsroom, or to a log that is newer than the database.");
            return "not compared";
        }
        using var invalidator = new CacheInvalidator(dbs, rules);
        if (!await invalidator.StartAsync(index.Followed, cancellationToken))
        {
            findings.Note("The cached pages are out of date. The server replaces them when it starts.");
            return "out of date";
        }
        var (pages, damaged) = CountDamaged(index, invalidator, findings, cancellationToken);
        if (damaged > 0)
            findings.Add(string.Create(CultureInfo.InvariantCulture, $"{damaged:N0} of {pages:N0} cached pages are damaged."));
        var last = await ActLog.LastAsync(db, cancellationToken);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{pages:N0} pages, {Math.Max(0, last - index.Followed.Position):N0} acts behind the log"
        );
    }

    private (long Pages, long Damaged) CountDamaged(
        PageStoreIndex index,
        CacheInvalidator invalidator,
        Findings findings,
        CancellationToken cancellationToken
    )
    {
        var slots = index.Slots();
        var (done, damaged) = (0L, 0L);
        foreach (var file in slots.GroupBy(slot => slot.File))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var path = PageSegment.PathOf(_folder, file.Key);
            // The server may have moved its pages into another file since.
            using var bytes = File.Exists(path)
                ? File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)
                : null;
            foreach (var slot in file)
            {
                done++;
                if (bytes is null || IsDamaged(bytes, slot, invalidator))
                    damaged++;
                if (done % 1000 == 0)
                    findings.LookedAt(done, slots.Count);
            }
        }
        return (done, damaged);
    }

    private static bool IsDamaged(Microsoft.Win32.SafeHandles.SafeFileHandle file, IndexedSlot slot, CacheInvalidator invalidator)
    {
        if (slot.Head is < PageRecord.Fixed or > PageRecord.LongestHead || slot.Length > PageSegment.Full)
            return true;
        var record = new byte[slot.Length];
        if (RandomAccess.Read(file, record, slot.Offset) != record.Length)
            return true;
        var span = record.AsSpan(0, slot.Head);
        if (!PageRecord.IsWhole(span))
            return true;
        var head = new PageHead(span);
        // A page that is out of date is not sent, whatever it holds.
        return invalidator.Holds(head.MadeAt, head.Tags) && Checksum.Of(record.AsSpan(slot.Head)) != head.BodySum;
    }
}
