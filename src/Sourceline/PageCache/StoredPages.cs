using System.Buffers;
using System.Text;
using Sourceline.Telemetry;

namespace Sourceline.PageCache;

/// <summary>Sends pages straight from the store, with no more in memory than one head and one form at a time, and those that are asked for again and again put into memory.</summary>
internal sealed class StoredPages(PageStore store, PageMemory memory, CacheInvalidator freshness, NewsMetrics metrics)
{
    /// <summary>From so many times on a page is offered to memory.</summary>
    private const int Often = 3;

    /// <summary>Sends the page; null where it is not there or does not hold.</summary>
    public Task? TrySend(HttpContext context, string key)
    {
        if (Held(key) is not { } found)
            return null;
        var (slot, head) = found;
        try
        {
            var sent = TryLift(context, key, slot) ?? TrySend(context, slot, new PageHead(head.AsSpan(0, slot.Head)));
            if (sent is not null)
                metrics.Sent(PageOrigin.Disk);
            return sent;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(head);
        }
    }

    /// <summary>Whether the page is there and holds.</summary>
    public bool Holds(string key)
    {
        if (Held(key) is not { } found)
            return false;
        ArrayPool<byte>.Shared.Return(found.Head);
        return true;
    }

    /// <summary>The slot of a page that is there, whole, and still holds; with its head in a borrowed array.</summary>
    private (PageSlot Slot, byte[] Head)? Held(string key)
    {
        if (store.Find(key) is not { } slot)
            return null;
        var bytes = ArrayPool<byte>.Shared.Rent(slot.Head);
        var span = bytes.AsSpan(0, slot.Head);
        // Read first: what is touched while we look raises it, and the page is looked at again.
        var stamp = freshness.Stamp;
        if (slot.Segment.TryRead(slot.Offset, span))
        {
            if (!slot.IsVerified && !Verify(slot, span))
                store.Remove(key, slot);
            else if (Ascii.Equals(new PageHead(span).Key, key))
            {
                if (slot.HeldAt == stamp || StillHolds(slot, span, stamp))
                    return (slot, bytes);
                store.Remove(key, slot);
            }
        }
        ArrayPool<byte>.Shared.Return(bytes);
        return null;
    }

    private bool StillHolds(PageSlot slot, ReadOnlySpan<byte> bytes, long stamp)
    {
        var head = new PageHead(bytes);
        if (!freshness.Holds(head.MadeAt, head.Tags))
            return false;
        slot.HeldAt = stamp;
        return true;
    }

    /// <summary>Compares the checksums, once since the file was opened: a crash may have left anything anywhere.</summary>
    private static bool Verify(PageSlot slot, ReadOnlySpan<byte> head)
    {
        if (!PageRecord.IsWhole(head))
            return false;
        var forms = ArrayPool<byte>.Shared.Rent(slot.Length - slot.Head);
        var span = forms.AsSpan(0, slot.Length - slot.Head);
        slot.IsVerified = slot.Segment.TryRead(slot.Offset + slot.Head, span) && Checksum.Of(span) == new PageHead(head).BodySum;
        ArrayPool<byte>.Shared.Return(forms);
        return slot.IsVerified;
    }

    private static Task? TrySend(HttpContext context, PageSlot slot, PageHead head)
    {
        var coding = Codings.Best(context.Request.Headers.AcceptEncoding.ToString());
        var (offset, length) = Place(slot, ref coding);
        var tag = PageForm.ETagOf(Encoding.ASCII.GetString(head.Tag), coding);
        var form = ArrayPool<byte>.Shared.Rent(length);
        var sending = Task.CompletedTask;
        // Read before anything is said: where the file has gone meanwhile, the page is made instead.
        var isRead = slot.Segment.TryRead(offset, form.AsSpan(0, length));
        if (isRead)
        {
            PageSender.Head(context.Response, head.Status, TypeOf(head.ContentType), null);
            if (head.Status != StatusCodes.Status200OK || !PageSender.IsKnown(context, tag))
            {
                PageSender.Describe(context.Response, coding, length);
                if (!HttpMethods.IsHead(context.Request.Method))
                    sending = context.Response.Body.WriteAsync(form, 0, length);
            }
        }
        return ReturnAsync(form, sending, isRead);
    }

    /// <summary>Gives the borrowed bytes back once they are written; null where there was nothing to write.</summary>
    private static Task? ReturnAsync(byte[] form, Task sending, bool isRead)
    {
        if (!sending.IsCompleted)
            return AfterAsync(form, sending);
        ArrayPool<byte>.Shared.Return(form);
        return isRead ? sending : null;
    }

    private static async Task AfterAsync(byte[] form, Task sending)
    {
        try
        {
            await sending;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(form);
        }
    }

    /// <summary>Where a form lies; the coding becomes the one that there is.</summary>
    private static (long Offset, int Length) Place(PageSlot slot, ref Coding coding)
    {
        var forms = slot.Offset + slot.Head;
        if (coding == Coding.Brotli && slot.Brotli > 0)
            return (forms + slot.Identity + slot.Gzip, slot.Brotli);
        if (coding == Coding.Gzip && slot.Gzip > 0)
            return (forms + slot.Identity, slot.Gzip);
        coding = Coding.Identity;
        return (forms, slot.Identity);
    }

    private static string TypeOf(ReadOnlySpan<byte> type) =>
        type.SequenceEqual("text/html; charset=utf-8"u8) ? "text/html; charset=utf-8" : Encoding.UTF8.GetString(type);

    /// <summary>A page that is asked for often goes into memory, where it has earned room there, and is sent from it.</summary>
    private Task? TryLift(HttpContext context, string key, PageSlot slot)
    {
        if (slot.Hits < byte.MaxValue)
            slot.Hits++;
        if (slot.Hits < Often)
            return null;
        if (!memory.Admits(slot.Length + 1000, slot.Hits))
        {
            slot.Hits = 0;
            return null;
        }
        var record = new byte[slot.Length];
        if (!slot.Segment.TryRead(slot.Offset, record))
            return null;
        var head = new PageHead(record.AsSpan(0, slot.Head));
        var tag = Encoding.ASCII.GetString(head.Tag);
        var forms = record.AsSpan(slot.Head);
        var page = new Page
        {
            Key = key,
            Status = head.Status,
            ContentType = TypeOf(head.ContentType),
            Tag = tag,
            Identity = PageForm.Of(forms[..slot.Identity].ToArray(), tag, Coding.Identity),
            Gzip = slot.Gzip == 0 ? null : PageForm.Of(forms.Slice(slot.Identity, slot.Gzip).ToArray(), tag, Coding.Gzip),
            Brotli =
                slot.Brotli == 0 ? null : PageForm.Of(forms.Slice(slot.Identity + slot.Gzip, slot.Brotli).ToArray(), tag, Coding.Brotli),
            MadeAt = head.MadeAt,
            Tags = head.Tags.ToArray(),
            IsKept = true,
            HeldAt = slot.HeldAt,
            Hits = slot.Hits,
        };
        memory.Keep(page);
        return PageSender.SendAsync(context, page);
    }
}
