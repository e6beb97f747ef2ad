using Microsoft.Win32.SafeHandles;

namespace Sourceline.PageCache;

/// <summary>One file of pages. It only grows, until more of it is dead than alive; then the rest moves on and the file goes.</summary>
internal sealed class PageSegment : IDisposable
{
    /// <summary>A new file is begun beyond this.</summary>
    public const long Full = 64L * 1024 * 1024;

    private readonly SafeFileHandle _file;
    private readonly string _path;

    public PageSegment(string folder, int number)
    {
        Number = number;
        _path = PathOf(folder, number);
        _file = File.OpenHandle(
            _path,
            FileMode.OpenOrCreate,
            FileAccess.ReadWrite,
            FileShare.Read | FileShare.Delete,
            FileOptions.RandomAccess
        );
        Length = RandomAccess.GetLength(_file);
    }

    public int Number { get; }

    public long Length { get; private set; }

    /// <summary>Bytes of pages that have been replaced or are stale.</summary>
    public long Dead { get; set; }

    public static string PathOf(string folder, int number) => Path.Combine(folder, $"{number:00000000}.pages");

    /// <summary>Adds a record at the end and says where it begins. One writer at a time.</summary>
    public long Append(ReadOnlySpan<byte> record)
    {
        var at = Length;
        RandomAccess.Write(_file, record, at);
        Length = at + record.Length;
        return at;
    }

    /// <summary>Fills the bytes from a place; false where the file does not have so many or is gone.</summary>
    public bool TryRead(long at, Span<byte> bytes)
    {
        try
        {
            for (var read = 0; read < bytes.Length; )
            {
                var more = RandomAccess.Read(_file, bytes[read..], at + read);
                if (more == 0)
                    return false;
                read += more;
            }
            return true;
        }
        catch (Exception e) when (e is ObjectDisposedException or IOException)
        {
            return false;
        }
    }

    /// <summary>Cuts off what a crash left half written.</summary>
    public void Cut(long length)
    {
        RandomAccess.SetLength(_file, length);
        Length = length;
    }

    public void Delete()
    {
        Dispose();
        File.Delete(_path);
    }

    public void Dispose() => _file.Dispose();
}

/// <summary>Where a page lies: its head, then its forms.</summary>
internal sealed class PageSlot(PageSegment segment, long offset, int head, int identity, int gzip, int brotli)
{
    public PageSegment Segment { get; } = segment;

    public long Offset { get; } = offset;

    /// <summary>Bytes of the head.</summary>
    public int Head { get; } = head;

    public int Identity { get; } = identity;

    /// <summary>0 where compressing it is not worth it.</summary>
    public int Gzip { get; } = gzip;

    /// <inheritdoc cref="Gzip"/>
    public int Brotli { get; } = brotli;

    /// <summary>The stamp at which it was last found to hold.</summary>
    public long HeldAt { get; set; }

    /// <summary>It has been found whole since the file was opened.</summary>
    public bool IsVerified { get; set; }

    /// <summary>How often it was asked for; a hint.</summary>
    public byte Hits { get; set; }

    public int Length => Head + Identity + Gzip + Brotli;

    public static PageSlot Of(PageSegment segment, long offset, int headLength, PageHead head) =>
        new(segment, offset, headLength, head.Identity, head.Gzip, head.Brotli);

    public PageSlot At(PageSegment segment, long offset) =>
        new(segment, offset, Head, Identity, Gzip, Brotli)
        {
            HeldAt = HeldAt,
            IsVerified = IsVerified,
            Hits = Hits,
        };
}
