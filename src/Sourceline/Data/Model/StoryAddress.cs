using System.ComponentModel.DataAnnotations;

namespace Sourceline.Data.Model;

/// <summary>An address that a story had at its origin; asked for here, it redirects to the story.</summary>
public sealed class StoryAddress
{
    /// <summary>Path and query, lower case, without a trailing slash; unique.</summary>
    [MaxLength(600)]
    public required string Path { get; set; }

    public long StoryId { get; set; }

    public Story? Story { get; set; }

    /// <summary>Brings an address into the form of <see cref="Path"/>; null where it cannot be one.</summary>
    public static string? Normalise(string pathAndQuery)
    {
        ArgumentNullException.ThrowIfNull(pathAndQuery);
        var path = pathAndQuery.TrimEnd('/').ToLowerInvariant();
        return path.Length is > 1 and <= 600 && path[0] == '/' ? path : null;
    }
}
