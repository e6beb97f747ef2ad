namespace Sourceline.Localization;

/// <summary>A mistake in a catalogue.</summary>
/// <param name="File">The catalogue's file name, such as <c>Site.fa.po</c>.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Message">What is wrong and what is expected.</param>
public sealed record CatalogueError(string File, int Line, string Message)
{
    public override string ToString() => $"{File}({Line}): {Message}";
}

/// <summary>Catalogues have mistakes; the message lists all of them.</summary>
public sealed class CatalogueException(IReadOnlyList<CatalogueError> errors)
    : Exception($"The catalogues have {errors.Count} {(errors.Count == 1 ? "mistake" : "mistakes")}:\n{string.Join('\n', errors)}")
{
    /// <summary>Never empty; in the order of files and lines.</summary>
    public IReadOnlyList<CatalogueError> Errors { get; } = errors;
}
