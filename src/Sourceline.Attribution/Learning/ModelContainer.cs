using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Sourceline.Attribution.Learning;

/// <summary>
/// A trained model as one stream: named sections of bytes, packed with Brotli. In front stand a mark, the version of the format and the
/// SHA-256 of what is packed, so that a damaged or foreign file is refused as a whole.
/// </summary>
internal sealed class ModelContainer
{
    private const int Version = 3;
    private const int HeadSize = 8 + 4 + 4 + 32;

    /// <summary>No model is larger; a damaged length must not ask for memory.</summary>
    private const int Largest = 256 << 20;

    private readonly SortedDictionary<string, ReadOnlyMemory<byte>> _sections = new(StringComparer.Ordinal);

    private static ReadOnlySpan<byte> Mark => "SLATTRIB"u8;

    /// <summary>The names of the sections, in ordinal order.</summary>
    public IReadOnlyCollection<string> Names => _sections.Keys;

    /// <summary>Whether a section is there.</summary>
    public bool Has(string name) => _sections.ContainsKey(name);

    /// <summary>Adds a section, in the place of one of the same name.</summary>
    public void Set(string name, ReadOnlyMemory<byte> bytes) => _sections[name] = bytes;

    /// <summary>A reader at the front of a section.</summary>
    /// <exception cref="InvalidDataException">There is no such section.</exception>
    public SectionReader Read(string name) => new(Section(name).Span);

    /// <summary>The bytes of a section.</summary>
    /// <exception cref="InvalidDataException">There is no such section.</exception>
    public ReadOnlyMemory<byte> Section(string name) =>
        _sections.TryGetValue(name, out var bytes)
            ? bytes
            : throw new InvalidDataException($"The attribution model has no section '{name}'.");

    /// <summary>Writes the model. The same sections give the same bytes.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="level">How hard to pack; what ships is packed hardest.</param>
    public void Write(Stream stream, CompressionLevel level = CompressionLevel.SmallestSize)
    {
        var plain = Plain();
        Span<byte> head = stackalloc byte[HeadSize];
        Mark.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head[8..], Version);
        BinaryPrimitives.WriteInt32LittleEndian(head[12..], plain.Length);
        SHA256.HashData(plain, head[16..]);
        stream.Write(head);
        using var packed = new BrotliStream(stream, level, leaveOpen: true);
        packed.Write(plain);
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">It is no model, of another version, cut off or damaged.</exception>
    public static ModelContainer Read(Stream stream)
    {
        Span<byte> head = stackalloc byte[HeadSize];
        if (stream.ReadAtLeast(head, HeadSize, throwOnEndOfStream: false) < HeadSize || !head[..8].SequenceEqual(Mark))
            throw new InvalidDataException("This is no attribution model.");
        var version = BinaryPrimitives.ReadInt32LittleEndian(head[8..]);
        if (version != Version)
            throw new InvalidDataException($"The attribution model is of version {version}; this program reads version {Version}.");
        var length = BinaryPrimitives.ReadInt32LittleEndian(head[12..]);
        if (length is < 0 or > Largest)
            throw Damaged(null);
        var plain = Unpack(stream, length);
        if (!SHA256.HashData(plain).AsSpan().SequenceEqual(head[16..]))
            throw Damaged(null);
        return OfPlain(plain);
    }

    private static byte[] Unpack(Stream stream, int length)
    {
        try
        {
            using var packed = new BrotliStream(stream, CompressionMode.Decompress, leaveOpen: true);
            var plain = new byte[length];
            return packed.ReadAtLeast(plain, length, throwOnEndOfStream: false) == length && packed.ReadByte() < 0
                ? plain
                : throw Damaged(null);
        }
        catch (Exception e) when (e is InvalidOperationException or IOException)
        {
            throw Damaged(e);
        }
    }

    private byte[] Plain()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        foreach (var (name, bytes) in _sections)
        {
            writer.Write(name);
            writer.Write(bytes.Length);
            writer.Write(bytes.Span);
        }

        writer.Flush();
        return stream.ToArray();
    }

    private static ModelContainer OfPlain(byte[] plain)
    {
        var container = new ModelContainer();
        using var reader = new BinaryReader(new MemoryStream(plain), Encoding.UTF8);
        while (reader.BaseStream.Position < plain.Length)
        {
            var name = reader.ReadString();
            var length = reader.ReadInt32();
            var start = (int)reader.BaseStream.Position;
            container.Set(name, plain.AsMemory(start, length));
            reader.BaseStream.Position = start + length;
        }

        return container;
    }

    private static InvalidDataException Damaged(Exception? cause) => new("The attribution model is damaged.", cause);
}
