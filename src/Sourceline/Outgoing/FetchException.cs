namespace Sourceline.Outgoing;

/// <summary>Something could not be fetched; the message says why, for an editor.</summary>
public sealed class FetchException : Exception
{
    public FetchException(string message, Exception? inner = null)
        : base(message, inner) { }

    /// <summary>Whether the server itself could not be reached, rather than the file: then its other files cannot be either.</summary>
    public bool ServerUnreachable { get; init; }
}

/// <summary>What came with fetched bytes.</summary>
/// <param name="Address">Where they came from, after redirects.</param>
/// <param name="ContentType">As the server states it.</param>
/// <param name="Length">Bytes, decompressed.</param>
public sealed record Fetched(Uri Address, string? ContentType, long Length);
