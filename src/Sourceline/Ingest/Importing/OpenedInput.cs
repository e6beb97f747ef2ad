using System.IO.Compression;
using Sourceline.Formats;
using Sourceline.Ingest.Checkpoints;
using Sourceline.Outgoing;

namespace Sourceline.Ingest.Importing;

/// <summary>An input whose bytes can be read, more than once: what cannot be rewound is spooled to a file first.</summary>
internal sealed class OpenedInput : IAsyncDisposable
{
    private readonly FileStream _file;
    private readonly string _name;
    private readonly Fetched? _fetched;
    private HashingReadStream? _measured;
    private ReadExtent? _before;

    private OpenedInput(string name, FileStream file, Fetched? fetched = null) => (_name, _file, _fetched) = (name, file, fetched);

    /// <summary>Where the file lies; null for what was fetched or came by standard input.</summary>
    public string? Path { get; private init; }

    /// <summary>Bytes read so far, as they lie in the file.</summary>
    public long Position => _file.Position;

    /// <summary>Bytes in all, as they lie.</summary>
    public long Length => _file.Length;

    /// <summary>What has been read of it at most: it may be read more than once.</summary>
    public ReadExtent Extent =>
        new[] { _before, _measured?.Extent }.OfType<ReadExtent>().MaxBy(extent => (extent.Bytes, extent.Whole))
        ?? throw new InvalidOperationException("Nothing has been read.");

    /// <exception cref="FetchException">The address cannot be fetched.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be opened.</exception>
    public static async Task<OpenedInput> OpenAsync(ImportInput input, GuardedHttp http, CancellationToken cancellationToken)
    {
        if (input.Address is { } address)
            return await FetchAsync(address, http, cancellationToken);
        if (input.Name == ImportInput.StandardInput)
        {
            await using var standard = Console.OpenStandardInput();
            return new OpenedInput("standard input", await SpoolAsync(standard, cancellationToken));
        }
        var file = new FileStream(
            input.Name,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete,
            81920,
            FileOptions.SequentialScan
        );
        var name = System.IO.Path.GetFileName(input.Name);
        if (file.CanSeek)
            return new OpenedInput(name, file) { Path = input.Name };
        await using (file)
            return new OpenedInput(name, await SpoolAsync(file, cancellationToken));
    }

    /// <summary>The bytes from the start, unpacked where they are gzip.</summary>
    public Stream Content()
    {
        _file.Position = 0;
        // RFC 1952, section 2.3.1: the two bytes that every member begins with.
        var packed = _file.ReadByte() == 0x1F && _file.ReadByte() == 0x8B;
        if (_measured is not null)
            _before = Extent;
        _measured?.Dispose();
        _measured = new HashingReadStream(Packed());
        return packed ? new GZipStream(_measured, CompressionMode.Decompress, leaveOpen: true) : new NonClosingStream(_measured);
    }

    /// <summary>The bytes from the start, as they lie. Not while they are read otherwise.</summary>
    public Stream Packed()
    {
        _file.Position = 0;
        return new NonClosingStream(_file);
    }

    public ReadOptions Options(TimeZoneInfo zone) =>
        new()
        {
            Name = _name,
            TimeZone = zone,
            BaseUrl = _fetched?.Address,
            ContentType = _fetched?.ContentType,
        };

    public ValueTask DisposeAsync()
    {
        _measured?.Dispose();
        return _file.DisposeAsync();
    }

    private static async Task<OpenedInput> FetchAsync(Uri address, GuardedHttp http, CancellationToken cancellationToken)
    {
        var spool = Spool();
        try
        {
            return new OpenedInput(address.ToString(), spool, await http.GetAsync(address, spool, cancellationToken));
        }
        catch
        {
            await spool.DisposeAsync();
            throw;
        }
    }

    private static async Task<FileStream> SpoolAsync(Stream stream, CancellationToken cancellationToken)
    {
        var spool = Spool();
        await stream.CopyToAsync(spool, cancellationToken);
        return spool;
    }

    /// <summary>A file that no one else can read and that is gone with the process, however it ends: an archive holds readers' e-mails.</summary>
    private static FileStream Spool()
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName());
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var spool = new FileStream(path, options);
        if (!OperatingSystem.IsWindows())
            File.Delete(path);
        return spool;
    }
}
