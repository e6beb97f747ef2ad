namespace Sourceline.Media;

/// <summary>What became of a file.</summary>
/// <param name="State">Whether it is here now.</param>
/// <param name="Reason">Why it is not.</param>
internal sealed record MediaResult(MediaState State, string? Reason = null);

internal enum MediaState
{
    Stored,

    /// <summary>It was fetched by an earlier import.</summary>
    AlreadyHere,
    NotFetched,
}
