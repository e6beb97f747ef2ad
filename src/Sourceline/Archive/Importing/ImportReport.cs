using System.Globalization;
using System.Text.RegularExpressions;

namespace Sourceline.Archive.Importing;

/// <summary>Counts outcomes, groups their reasons and writes each to the report file. Memory does not grow with the import.</summary>
internal sealed partial class ImportReport(ReportFile? file)
{
    private const int MaxGroups = 500;
    private const int MaxListed = 100;

    private readonly Dictionary<ImportResult, long> _counts = [];
    private readonly Dictionary<string, long> _skipped = new(StringComparer.Ordinal);
    private readonly List<ImportOutcome> _listed = [];
    private long _notListed;

    /// <summary>Items that were met: the sum of what became of them.</summary>
    public long Read => Enum.GetValues<ImportResult>().Where(result => result <= ImportResult.Failed).Sum(this.Count);

    public bool Interrupted { get; set; }

    public long Count(ImportResult result) => _counts.GetValueOrDefault(result);

    public void Add(ImportOutcome outcome)
    {
        outcome = Guarded(outcome);
        _counts[outcome.Result] = Count(outcome.Result) + 1;
        file?.Write(outcome);
        if (outcome.Result == ImportResult.Skipped) AddSkipped(outcome.Reason ?? "not news");
        else if (outcome.Reason is not null || outcome.Notes.Count > 0) List(outcome);
    }

    /// <summary>0 all fine, 1 something failed, 3 nothing could be read.</summary>
    public int ExitCode => Read == 0 && Count(ImportResult.Unreadable) > 0 ? 3
        : Count(ImportResult.Failed) + Count(ImportResult.Unreadable) > 0 || Interrupted ? 1 : 0;

    public void WriteTo(TextWriter output)
    {
        Line(output, Read, "read");
        Line(output, Count(ImportResult.Stored), "stored");
        Line(output, Count(ImportResult.NewVersion), "new versions");
        Line(output, Count(ImportResult.Unchanged), "unchanged");
        Line(output, Count(ImportResult.Skipped), "skipped");
        foreach (var (reason, count) in _skipped.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"             {count,6:N0} {reason}"));
        Line(output, Count(ImportResult.Failed), "failed");
        if (Count(ImportResult.Unreadable) is > 0 and var files) Line(output, files, "files not read, or not to their end");
        WriteListed(output);
        if (Interrupted) output.WriteLine("Interrupted. What is counted above is stored; run the same import again for the rest.");
    }

    private void WriteListed(TextWriter output)
    {
        foreach (var outcome in _listed.OrderByDescending(outcome => outcome.Result)) output.WriteLine(Describe(outcome));
        if (_notListed > 0)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"and {_notListed:N0} more; --report FILE lists every one."));
    }

    private static string Describe(ImportOutcome outcome)
    {
        var place = outcome.Position switch
        {
            { Line: > 0 } at => string.Create(CultureInfo.InvariantCulture, $"{outcome.File}:{at.Line}"),
            { Item: > 0 } at => string.Create(CultureInfo.InvariantCulture, $"{outcome.File}, item {at.Item}"),
            _ => outcome.File,
        };
        var word = outcome.Result switch
        {
            ImportResult.Failed => "failed",
            ImportResult.Unreadable => "not read",
            ImportResult.Warning => "warning",
            _ => "note",
        };
        var id = outcome.Id is null ? "" : $" [{outcome.Id}]";
        return $"{word}: {place}{id}: {string.Join("; ", outcome.Reason is { } reason ? [reason, .. outcome.Notes] : outcome.Notes)}";
    }

    private void List(ImportOutcome outcome)
    {
        if (_listed.Count < MaxListed) _listed.Add(outcome);
        else _notListed++;
    }

    private void AddSkipped(string reason)
    {
        if (_skipped.Count >= MaxGroups && !_skipped.ContainsKey(reason)) reason = "for other reasons";
        _skipped[reason] = _skipped.GetValueOrDefault(reason) + 1;
    }

    /// <summary>A database's or a parser's message may quote what it was given; a reader's e-mail in it goes no further.</summary>
    private static ImportOutcome Guarded(ImportOutcome outcome) => outcome with
    {
        Reason = outcome.Reason is null ? null : Email().Replace(outcome.Reason, "(e-mail)"),
        Notes = [.. outcome.Notes.Select(note => Email().Replace(note, "(e-mail)"))],
    };

    private static void Line(TextWriter output, long count, string what) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,12:N0} {what}"));

    [GeneratedRegex(@"[^\s@<>""'(),;:]+@[^\s@<>""'(),;:]+\.[^\s@<>""'(),;:]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Email();
}
