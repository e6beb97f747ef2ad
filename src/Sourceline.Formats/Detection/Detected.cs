namespace Sourceline.Formats.Detection;

/// <summary>What a document was found to be.</summary>
/// <param name="Format">Unknown where it is none that can be read.</param>
/// <param name="LooksLike">What an unknown one looks like, with its article ("an e-mail"); null where nothing is known of it.</param>
internal sealed record Detected(NewsFormat Format, string? LooksLike = null)
{
    /// <summary>The characters with which the document itself begins; null where nothing stands before it.</summary>
    public string? Marker { get; init; }

    /// <summary>What stands before it and is no part of it, such as an error message of the program that wrote the file.</summary>
    public string Junk { get; init; } = "";

    public static Detected Unknown(string? looksLike = null) => new(NewsFormat.Unknown, looksLike);
}
