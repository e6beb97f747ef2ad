namespace Sourceline.Ingest.Importing;

/// <summary>How to import.</summary>
/// <param name="Publish">Publish what was public at its origin; otherwise everything waits as a draft.</param>
/// <param name="Media">Fetch pictures, sound and documents.</param>
/// <param name="Zone">For dates that state none.</param>
internal sealed record ImportSettings(bool Publish, bool Media, TimeZoneInfo Zone);

/// <summary>How far an import has come: all of it is stored.</summary>
/// <param name="Items">Items read.</param>
/// <param name="PassedOver">Of them, dealt with by an earlier run.</param>
/// <param name="Stored">Of them, new stories and new versions.</param>
/// <param name="Unchanged">Of them, known as they are.</param>
/// <param name="Failed">Of them, not stored.</param>
/// <param name="Bytes">Bytes of the inputs.</param>
/// <param name="BytesPassedOver">Of them, dealt with by an earlier run.</param>
internal sealed record ImportProgress(
    long Items,
    long PassedOver,
    long Stored,
    long Unchanged,
    long Failed,
    long Bytes,
    long BytesPassedOver
)
{
    /// <summary>What is being done where it is no reading; the numbers then say nothing.</summary>
    public string? Note { get; private init; }

    public static ImportProgress Of(ImportReport report, ImportBatch batch) =>
        new(
            report.Read,
            report.Count(ImportResult.PassedOver),
            report.Count(ImportResult.Stored) + report.Count(ImportResult.NewVersion),
            report.Count(ImportResult.Unchanged),
            report.Count(ImportResult.Failed),
            batch.BytesRead,
            batch.BytesPassedOver
        );

    public static ImportProgress Doing(string note) => new(0, 0, 0, 0, 0, -1, 0) { Note = note };
}
