using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Sourceline.PageCache;

/// <summary>Where a page lies on disk, as the index has it.</summary>
internal readonly record struct IndexedSlot(ulong Hash, int File, long Offset, int Head, int Identity, int Gzip, int Brotli)
{
    public long Length => (long)Head + Identity + Gzip + Brotli;
}

/// <summary>The index of the pages on disk, as a file: a checksum, the fingerprint, how far the log had been followed, the files, the pages.</summary>
internal sealed class PageStoreIndex
{
    public const string FileName = "index";

    private const int FingerprintSize = 32;
    private const int SlotSize = 40;

    private readonly byte[] _all;
    private readonly int _slotsAt;

    private PageStoreIndex(byte[] all)
    {
        _all = all;
        using var from = new BinaryReader(new MemoryStream(all, 4 + FingerprintSize, all.Length - 4 - FingerprintSize));
        Followed = CacheCheckpoint.Read(from);
        for (var files = from.ReadInt32(); files > 0; files--)
            Files[from.ReadInt32()] = (from.ReadInt64(), from.ReadInt64());
        _slotsAt = 4 + FingerprintSize + (int)from.BaseStream.Position;
    }

    /// <summary>Of the program and the settings that made the pages.</summary>
    public ReadOnlySpan<byte> Fingerprint => _all.AsSpan(4, FingerprintSize);

    public CacheCheckpoint Followed { get; }

    /// <summary>How long each file was, and how much of it was dead, by its number.</summary>
    public Dictionary<int, (long Length, long Dead)> Files { get; } = [];

    /// <summary>Reads it.</summary>
    /// <returns>Null where there is none.</returns>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static PageStoreIndex? Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            return null;
        var all = File.ReadAllBytes(path);
        if (all.Length < 4 + FingerprintSize || BinaryPrimitives.ReadUInt32LittleEndian(all) != Checksum.Of(all.AsSpan(4)))
            throw new InvalidDataException("Its checksum is wrong.");
        try
        {
            return new PageStoreIndex(all);
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException("It is cut off.", e);
        }
    }

    public List<IndexedSlot> Slots()
    {
        var slots = new List<IndexedSlot>((_all.Length - _slotsAt) / SlotSize);
        for (var bytes = _all.AsSpan(_slotsAt); bytes.Length >= SlotSize; bytes = bytes[SlotSize..])
        {
            var numbers = MemoryMarshal.Cast<byte, int>(bytes[20..SlotSize]);
            slots.Add(
                new IndexedSlot(
                    BinaryPrimitives.ReadUInt64LittleEndian(bytes),
                    BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]),
                    BinaryPrimitives.ReadInt64LittleEndian(bytes[12..]),
                    numbers[0],
                    numbers[1],
                    numbers[2],
                    numbers[3]
                )
            );
        }
        return slots;
    }
}
