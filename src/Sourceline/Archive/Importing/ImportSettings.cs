namespace Sourceline.Archive.Importing;

/// <summary>How to import.</summary>
/// <param name="Publish">Publish what was public at its origin; otherwise everything waits as a draft.</param>
/// <param name="Media">Fetch pictures, sound and documents.</param>
/// <param name="Zone">For dates that state none.</param>
internal sealed record ImportSettings(bool Publish, bool Media, TimeZoneInfo Zone);

/// <summary>How far an import has come: all of it is stored.</summary>
/// <param name="Items">Items read.</param>
/// <param name="Bytes">Bytes of the inputs.</param>
/// <param name="Note">What is being done where it is no reading.</param>
internal sealed record ImportProgress(long Items, long Bytes, string? Note = null);
