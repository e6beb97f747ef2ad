namespace Sourceline.Formats.Input;

/// <summary>A whole document as text.</summary>
/// <param name="Text">All characters, without a byte order mark.</param>
/// <param name="Problems">What to report about its encoding.</param>
internal sealed record SourceText(string Text, IReadOnlyList<ProblemFound> Problems)
{
    public static SourceText Decode(byte[] bytes, string? contentType)
    {
        var choice = EncodingChoice.Of(bytes, contentType, isHead: false);
        using var reader = new DecodingReader(new MemoryStream(bytes, writable: false), choice);
        var text = reader.ReadToEnd();
        return new SourceText(text, ProblemsOf(choice, reader));
    }

    /// <summary>What to report once a reader has come to its end.</summary>
    public static IReadOnlyList<ProblemFound> ProblemsOf(EncodingChoice choice, DecodingReader reader)
    {
        var doubt = choice.Doubt is { } words ? new ProblemFound(ProblemSeverity.Warning, default, words) : null;
        return [.. new[] { doubt, reader.Problem }.OfType<ProblemFound>()];
    }
}
