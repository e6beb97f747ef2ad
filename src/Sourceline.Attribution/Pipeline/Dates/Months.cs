using System.Collections.Frozen;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Dates;

/// <summary>Names of months and weekdays.</summary>
internal static class Months
{
    private static readonly FrozenDictionary<string, int> Numbers = new Dictionary<string, int>
    {
        ["january"] = 1,
        ["jan"] = 1,
        ["jan."] = 1,
        ["february"] = 2,
        ["feb"] = 2,
        ["feb."] = 2,
        ["march"] = 3,
        ["april"] = 4,
        ["may"] = 5,
        ["june"] = 6,
        ["july"] = 7,
        ["august"] = 8,
        ["aug"] = 8,
        ["aug."] = 8,
        ["september"] = 9,
        ["sept"] = 9,
        ["sept."] = 9,
        ["october"] = 10,
        ["oct"] = 10,
        ["oct."] = 10,
        ["november"] = 11,
        ["nov"] = 11,
        ["nov."] = 11,
        ["december"] = 12,
        ["dec"] = 12,
        ["dec."] = 12,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, DayOfWeek> Days = Enum.GetValues<DayOfWeek>()
        .ToFrozenDictionary(d => d.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    public static int? Number(Token token) => token.Capital && Numbers.TryGetValue(token.Lower, out var number) ? number : null;

    public static DayOfWeek? Day(Token token) => token.Capital && Days.TryGetValue(token.Lower, out var day) ? day : null;

    /// <summary>"March" and "May" open no name; a person may be called so, rarely.</summary>
    public static bool IsName(string lower) => Numbers.ContainsKey(lower) || Days.ContainsKey(lower);
}
