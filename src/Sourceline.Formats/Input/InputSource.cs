namespace Sourceline.Formats.Input;

/// <summary>What one reading works on: the bytes, of which the first can be looked at, and the caller's options.</summary>
internal sealed class InputSource
{
    /// <summary>Enough for the head of every format: exports open with long comments.</summary>
    private const int HeadLength = 64 * 1024;

    private InputSource(ReadOnlyMemory<byte> head, Stream all, ReadOptions options)
    {
        Head = head;
        All = all;
        Options = options;
    }

    /// <summary>The first bytes; all of them where the input is short.</summary>
    public ReadOnlyMemory<byte> Head { get; }

    /// <summary>Every byte, the head's included. Forward only.</summary>
    public Stream All { get; }

    public ReadOptions Options { get; }

    public static InputSource Open(Stream stream, ReadOptions options)
    {
        var head = new byte[HeadLength];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return new InputSource(head.AsMemory(0, length), new ReplayStream(head, length, stream), options);
    }

    /// <summary>All bytes, or null where there are more than the options allow.</summary>
    public byte[]? ReadAll()
    {
        var limit = Math.Max(1, Options.MaxItemBytes);
        using var whole = new MemoryStream(Head.Length);
        var buffer = new byte[81920];
        int read;
        while ((read = All.Read(buffer)) > 0)
        {
            if (whole.Length + read > limit) return null;
            whole.Write(buffer, 0, read);
        }

        return whole.ToArray();
    }

    /// <summary>The problem to report where <see cref="ReadAll"/> gives null.</summary>
    public ProblemFound TooLarge() =>
        new(ProblemSeverity.Error, default, $"The document is larger than {Options.MaxItemBytes:N0} bytes, the limit, and was not read.");
}
