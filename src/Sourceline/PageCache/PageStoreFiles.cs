using System.Buffers.Binary;
using System.Text;

namespace Sourceline.PageCache;

/// <summary>Opening and closing. The index says what the files held when it was written; what came after it is read from the files' ends.</summary>
internal sealed partial class PageStore
{
    private string IndexPath => Path.Combine(folder!, PageStoreIndex.FileName);

    private string LockPath => Path.Combine(folder!, "lock");

    /// <summary>Whether the folder was deleted while it is in use.</summary>
    public bool IsLost => IsOpen && !File.Exists(LockPath);

    /// <summary>Opens the files, and gives back how far the log had been followed. Null where there is nothing to be believed: then they are empty.</summary>
    /// <param name="fingerprint">Of the program and its settings; pages of another are not believed.</param>
    public CacheCheckpoint? Open(ReadOnlySpan<byte> fingerprint)
    {
        if (folder is null || limit <= 0)
            return null;
        try
        {
            Directory.CreateDirectory(folder);
            _lock = new FileStream(LockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            IsOpen = true;
            if (ReadIndex(fingerprint) is { } followed)
                return followed;
            Clear();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            IsOpen = false;
            CannotOpen(log, e.Message);
        }
        return null;
    }

    /// <summary>Begins anew in a folder of the same name, after the one in use was deleted.</summary>
    public void Reopen(ReadOnlySpan<byte> fingerprint)
    {
        lock (_writing)
        {
            (IsOpen, _full) = (false, false);
            _slots.Clear();
            foreach (var segment in _segments.Values)
                segment.Dispose();
            _segments.Clear();
            _lock?.Dispose();
            Open(fingerprint);
        }
    }

    /// <summary>Throws everything away.</summary>
    public void Clear()
    {
        lock (_writing)
        {
            _slots.Clear();
            foreach (var segment in _segments.Values)
                segment.Dispose();
            _segments.Clear();
            File.Delete(IndexPath);
            foreach (var file in Directory.GetFiles(folder!, "*.pages"))
                File.Delete(file);
        }
    }

    /// <summary>Writes the index, aside and renamed: it is the old one or the new one, never half.</summary>
    public void Save(ReadOnlySpan<byte> fingerprint, CacheCheckpoint followed)
    {
        if (!IsOpen)
            return;
        using var bytes = new MemoryStream();
        using (var to = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            to.Write(fingerprint);
            followed.Write(to);
            (int Number, long Length, long Dead)[] files;
            // In this order: a page that comes in meanwhile lies behind the lengths, and is found there again.
            lock (_writing)
                files = [.. _segments.Values.Select(segment => (segment.Number, segment.Length, segment.Dead))];
            to.Write(files.Length);
            foreach (var (number, length, dead) in files)
            {
                to.Write(number);
                to.Write(length);
                to.Write(dead);
            }
            foreach (var (hash, slot) in _slots)
            {
                to.Write(hash);
                to.Write(slot.Segment.Number);
                to.Write(slot.Offset);
                to.Write(slot.Head);
                to.Write(slot.Identity);
                to.Write(slot.Gzip);
                to.Write(slot.Brotli);
                to.Write(0);
            }
        }
        var all = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        var sum = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(sum, Checksum.Of(all));
        using (var file = new FileStream(IndexPath + ".new", FileMode.Create, FileAccess.Write))
        {
            file.Write(sum);
            file.Write(all);
        }
        File.Move(IndexPath + ".new", IndexPath, overwrite: true);
    }

    private CacheCheckpoint? ReadIndex(ReadOnlySpan<byte> fingerprint)
    {
        PageStoreIndex? index;
        try
        {
            index = PageStoreIndex.Read(folder!);
        }
        catch (InvalidDataException)
        {
            return null;
        }
        if (index is null || !index.Fingerprint.SequenceEqual(fingerprint))
            return null;
        foreach (var path in Directory.GetFiles(folder!, "*.pages"))
        {
            if (!int.TryParse(Path.GetFileNameWithoutExtension(path), out var number))
                continue;
            _segments[number] = new PageSegment(folder!, number) { Dead = index.Files.GetValueOrDefault(number).Dead };
        }
        foreach (var one in index.Slots())
        {
            if (!_segments.TryGetValue(one.File, out var segment))
                continue;
            if (one.Offset + one.Length <= segment.Length)
                _slots[one.Hash] = new PageSlot(segment, one.Offset, one.Head, one.Identity, one.Gzip, one.Brotli);
        }
        foreach (var segment in _segments.Values.ToList())
            ReadOn(segment, index.Files.GetValueOrDefault(segment.Number).Length);
        return index.Followed;
    }

    /// <summary>Takes in what was written after the index; the first record that is not whole ends the file.</summary>
    private void ReadOn(PageSegment segment, long from)
    {
        var first = new byte[PageRecord.Fixed];
        var at = Math.Min(from, segment.Length);
        while (at < segment.Length)
        {
            if (!segment.TryRead(at, first) || PageRecord.HeadLength(first) is not { } length || at + length > segment.Length)
                break;
            var bytes = new byte[length];
            if (!segment.TryRead(at, bytes) || !PageRecord.IsWhole(bytes))
                break;
            var head = new PageHead(bytes);
            var slot = PageSlot.Of(segment, at, length, head);
            if (at + slot.Length > segment.Length)
                break;
            Place(HashOf(Encoding.UTF8.GetString(head.Key)), slot);
            at += slot.Length;
        }
        if (at < segment.Length)
            segment.Cut(at);
    }
}
