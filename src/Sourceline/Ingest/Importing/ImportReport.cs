using System.Globalization;
using System.Text.RegularExpressions;

namespace Sourceline.Ingest.Importing;

/// <summary>Counts outcomes, groups them by what is said of them, and writes each to the report file. Memory does not grow with the import.</summary>
internal sealed partial class ImportReport(ReportFile? file)
{
    private readonly Dictionary<ImportResult, long> _counts = [];
    private readonly ReportNotes _skipped = new("skipped", placesShown: 0);
    private readonly ReportNotes _unreadable = new("not read");
    private readonly ReportNotes _failed = new("failed");
    private readonly ReportNotes _warnings = new("warning");
    private readonly ReportNotes _notes = new("note");

    /// <summary>Items that were met: the sum of what became of them.</summary>
    public long Read => Enum.GetValues<ImportResult>().Where(result => result <= ImportResult.Failed).Sum(Count);

    public bool Interrupted { get; set; }

    public ImportTimes Times { get; } = new();

    /// <summary>0 all fine, 1 something failed, 3 nothing could be read.</summary>
    public int ExitCode =>
        Read == 0 && Count(ImportResult.Unreadable) > 0 ? 3
        : Count(ImportResult.Failed) + Count(ImportResult.Unreadable) > 0 || Interrupted ? 1
        : 0;

    public long Count(ImportResult result) => _counts.GetValueOrDefault(result);

    public void Add(ImportOutcome outcome)
    {
        outcome = Guarded(outcome);
        _counts[outcome.Result] = Count(outcome.Result) + 1;
        file?.Write(outcome);
        if (outcome.Reason is { } reason)
            RemarksOn(outcome.Result).Add(reason, outcome);
        foreach (var note in outcome.Notes)
            _notes.Add(note, outcome);
    }

    public void WriteTo(TextWriter output)
    {
        if (Read == 0 && Count(ImportResult.Unreadable) > 0)
        {
            // The cause comes first, and zeros say nothing more.
            _unreadable.WriteTo(output);
            output.WriteLine("Nothing was imported.");
            return;
        }
        Line(output, Read, "read");
        if (Count(ImportResult.PassedOver) is > 0 and var done)
            Line(output, done, "done by an earlier run that was interrupted");
        Line(output, Count(ImportResult.Stored), "stored");
        Line(output, Count(ImportResult.NewVersion), "new versions");
        Line(output, Count(ImportResult.Unchanged), "unchanged");
        Line(output, Count(ImportResult.Skipped), "skipped");
        Line(output, Count(ImportResult.Failed), "failed");
        if (Count(ImportResult.Unreadable) is > 0 and var files)
            Line(output, files, "files not read, or not to their end");
        foreach (var remarks in new[] { _unreadable, _failed, _skipped, _warnings, _notes })
            remarks.WriteTo(output);
        Times.WriteTo(output, Read - Count(ImportResult.PassedOver));
        if (Interrupted)
            output.WriteLine("Interrupted. What is counted above is stored; run the same import again, and it goes on from here.");
    }

    private ReportNotes RemarksOn(ImportResult result) =>
        result switch
        {
            ImportResult.Skipped => _skipped,
            ImportResult.Unreadable => _unreadable,
            ImportResult.Failed => _failed,
            ImportResult.Warning => _warnings,
            _ => _notes,
        };

    /// <summary>A database's or a parser's message may quote what it was given; a reader's e-mail in it goes no further.</summary>
    private static ImportOutcome Guarded(ImportOutcome outcome) =>
        outcome with
        {
            Reason = outcome.Reason is null ? null : Email().Replace(outcome.Reason, "(e-mail)"),
            Notes = [.. outcome.Notes.Select(note => Email().Replace(note, "(e-mail)"))],
        };

    private static void Line(TextWriter output, long count, string what) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count, 12:N0} {what}"));

    [GeneratedRegex(@"[^\s@<>""'(),;:]+@[^\s@<>""'(),;:]+\.[^\s@<>""'(),;:]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Email();
}
