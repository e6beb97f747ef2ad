using System.Globalization;

namespace Sourceline.Ingest.Importing;

/// <summary>What was said of items, each thing once, with how often and the first places.</summary>
/// <param name="word">What the remarks are: "failed", "note".</param>
/// <param name="placesShown">How many places of each are kept.</param>
internal sealed class ReportNotes(string word, int placesShown = 3)
{
    private const int MaxGroups = 100;

    private readonly Dictionary<string, Group> _groups = new(StringComparer.Ordinal);
    private long _others;

    public void Add(string remark, ImportOutcome outcome)
    {
        if (!_groups.TryGetValue(remark, out var group))
        {
            if (_groups.Count == MaxGroups)
            {
                _others++;
                return;
            }
            _groups[remark] = group = new Group();
        }
        group.Count++;
        if (group.Places.Count < placesShown)
            group.Places.Add(Place(outcome));
    }

    public void WriteTo(TextWriter output)
    {
        foreach (var (remark, group) in _groups.OrderByDescending(pair => pair.Value.Count))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{word}: {group.Count:N0} {remark}"));
            foreach (var place in group.Places)
                output.WriteLine($"    {place}");
            if (placesShown > 0 && group.Count > group.Places.Count)
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    and {group.Count - group.Places.Count:N0} more"));
        }
        if (_others > 0)
            output.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{word}: {_others:N0} for other reasons; --report FILE lists every one.")
            );
    }

    private static string Place(ImportOutcome outcome)
    {
        var place = outcome.Position switch
        {
            { Line: > 0 } at => string.Create(CultureInfo.InvariantCulture, $"{outcome.File}:{at.Line}"),
            { Item: > 0 } at => string.Create(CultureInfo.InvariantCulture, $"{outcome.File}, item {at.Item}"),
            _ => outcome.File,
        };
        return outcome.Id is null ? place : $"{place} [{outcome.Id}]";
    }

    private sealed class Group
    {
        public long Count { get; set; }

        public List<string> Places { get; } = [];
    }
}
