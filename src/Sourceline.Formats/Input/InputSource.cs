using System.Globalization;
using Sourceline.Formats.Detection;

namespace Sourceline.Formats.Input;

/// <summary>What one reading works on: the bytes, what they were found to be, and the caller's options.</summary>
internal sealed class InputSource
{
    /// <summary>Enough for the beginning of every format: exports open with long comments.</summary>
    private const int HeadLength = 64 * 1024;

    private const int LongestQuote = 120;

    private readonly List<ProblemFound> _problems = [];

    private InputSource(ReadOnlyMemory<byte> head, Stream all, ReadOptions options, CancellationToken cancellationToken)
    {
        Head = head;
        All = all;
        Options = options;
        Cancellation = cancellationToken;
        Detected = FormatDetector.Detect(head, options);
        if (JunkProblem() is { } problem)
            _problems.Add(problem);
    }

    /// <summary>The first bytes; all of them where the input is short.</summary>
    public ReadOnlyMemory<byte> Head { get; }

    /// <summary>Every byte, the head's included. Forward only.</summary>
    public Stream All { get; }

    public ReadOptions Options { get; }

    public Detected Detected { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>What to report about the whole: its encoding, what stands before it. Complete once all of it is read.</summary>
    public IReadOnlyList<ProblemFound> Problems => _problems;

    public static InputSource Open(Stream stream, ReadOptions options, CancellationToken cancellationToken)
    {
        var head = new byte[HeadLength];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return new InputSource(head.AsMemory(0, length), new ReplayStream(head, length, stream), options, cancellationToken);
    }

    public void Report(IEnumerable<ProblemFound> problems) => _problems.AddRange(problems);

    /// <summary>All bytes, or null where there are more than the options allow.</summary>
    public byte[]? ReadAll()
    {
        var limit = Math.Max(1, Options.MaxItemBytes);
        using var whole = new MemoryStream(Head.Length);
        var buffer = new byte[81920];
        int read;
        while ((read = All.Read(buffer)) > 0)
        {
            Cancellation.ThrowIfCancellationRequested();
            if (whole.Length + read > limit)
                return null;
            whole.Write(buffer, 0, read);
        }

        return whole.ToArray();
    }

    /// <summary>All of it as text, or null where there are more bytes than the options allow.</summary>
    public string? ReadText()
    {
        if (ReadAll() is not { } bytes)
            return null;
        var text = SourceText.Decode(bytes, Options.ContentType);
        Report(text.Problems);
        return text.Text;
    }

    /// <summary>The problem to report where all of it was too much.</summary>
    public ProblemFound TooLarge() =>
        new(ProblemSeverity.Error, default, $"The document is larger than {Options.MaxItemBytes:N0} bytes, the limit, and was not read.");

    private ProblemFound? JunkProblem()
    {
        var junk = Text.Blank.OneLine(Detected.Junk.Replace("\0", "", StringComparison.Ordinal));
        if (junk is null)
            return null;
        var quoted = junk.Length <= LongestQuote ? junk : junk[..LongestQuote] + "…";
        var words = string.Create(
            CultureInfo.InvariantCulture,
            $"{Detected.Junk.Length:N0} characters before the beginning of the document were skipped: {quoted}"
        );
        return new ProblemFound(ProblemSeverity.Warning, new Position(1, 0), words);
    }
}
