using System.Collections.Frozen;
using System.Globalization;

namespace Sourceline.Formats.Text;

/// <summary>A zone that a date names: a fixed distance to UTC, or one that changes in summer.</summary>
/// <param name="Offset">The distance, where it is fixed.</param>
/// <param name="Zone">The zone otherwise.</param>
internal readonly record struct NamedZone(TimeSpan? Offset, TimeZoneInfo? Zone)
{
    public TimeSpan OffsetAt(DateTime local) => Offset ?? Zone!.GetUtcOffset(local);
}

/// <summary>Zones as RFC 822, section 5, the IANA data base and newsrooms write them.</summary>
internal static class ZoneName
{
    private const int LongestName = 40;

    private static readonly FrozenDictionary<string, double> Hours = new Dictionary<string, double>
    {
        ["Z"] = 0,
        ["UT"] = 0,
        ["UTC"] = 0,
        ["GMT"] = 0,
        ["WET"] = 0,
        ["Гринвич"] = 0,
        ["EST"] = -5,
        ["EDT"] = -4,
        ["CST"] = -6,
        ["CDT"] = -5,
        ["MST"] = -7,
        ["MDT"] = -6,
        ["PST"] = -8,
        ["PDT"] = -7,
        ["AST"] = -4,
        ["ADT"] = -3,
        ["AKST"] = -9,
        ["AKDT"] = -8,
        ["HST"] = -10,
        ["BRT"] = -3,
        ["ART"] = -3,
        ["BST"] = 1,
        ["WEST"] = 1,
        ["WAT"] = 1,
        ["CET"] = 1,
        ["MET"] = 1,
        ["MEZ"] = 1,
        ["CEST"] = 2,
        ["MEST"] = 2,
        ["MESZ"] = 2,
        ["CAT"] = 2,
        ["SAST"] = 2,
        ["EET"] = 2,
        ["EEST"] = 3,
        ["EAT"] = 3,
        ["MSK"] = 3,
        ["МСК"] = 3,
        ["TRT"] = 3,
        ["IRST"] = 3.5,
        ["GST"] = 4,
        ["AFT"] = 4.5,
        ["PKT"] = 5,
        ["IST"] = 5.5,
        ["ICT"] = 7,
        ["WIB"] = 7,
        ["SGT"] = 8,
        ["HKT"] = 8,
        ["AWST"] = 8,
        ["JST"] = 9,
        ["KST"] = 9,
        ["ACST"] = 9.5,
        ["AEST"] = 10,
        ["ACDT"] = 10.5,
        ["AEDT"] = 11,
        ["NZST"] = 12,
        ["NZDT"] = 13,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names that hold in summer and winter alike, with the zone that says which it is.</summary>
    private static readonly FrozenDictionary<string, string> Seasonal = new Dictionary<string, string>
    {
        ["ET"] = "America/New_York",
        ["CT"] = "America/Chicago",
        ["MT"] = "America/Denver",
        ["PT"] = "America/Los_Angeles",
        ["Eastern"] = "America/New_York",
        ["Central"] = "America/Chicago",
        ["Pacific"] = "America/Los_Angeles",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Regions = FrozenSet.ToFrozenSet([
        "Africa",
        "America",
        "Antarctica",
        "Arctic",
        "Asia",
        "Atlantic",
        "Australia",
        "Europe",
        "Indian",
        "Pacific",
        "Etc",
        "US",
        "Canada",
    ]);

    /// <summary>The zone of a name such as "EDT", "+0430", "GMT+2", "UTC+03:00", "ET" or "Europe/Berlin"; null where it is not known.</summary>
    public static NamedZone? Read(string name)
    {
        name = name.Trim().Replace('\u2212', '-');
        if (name.Length is 0 or > LongestName)
            return null;
        if (name[0] is '+' or '-')
            return Fixed(Numeric(name));
        if (Hours.TryGetValue(name, out var hours))
            return Fixed(TimeSpan.FromHours(hours));
        if (Seasonal.TryGetValue(name, out var id))
            return Find(id);
        if (IsIana(name))
            return Find(name);
        // As JavaScript writes it, and ISO 8601 means it: "GMT+0200" is two hours ahead.
        foreach (var prefix in (ReadOnlySpan<string>)["GMT", "UTC", "UT", "МСК", "MSK"])
            if (
                name.Length > prefix.Length
                && name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
                && name[prefix.Length] is '+' or '-'
            )
                return Numeric(name[prefix.Length..]) is { } further ? Fixed(TimeSpan.FromHours(Hours[prefix]) + further) : null;
        return null;
    }

    private static NamedZone? Fixed(TimeSpan? offset) => offset is null ? null : new NamedZone(offset, null);

    private static NamedZone? Find(string id) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? new NamedZone(null, zone) : null;

    /// <summary>Only what looks like a name is looked up: on some systems the data base is a folder of files.</summary>
    private static bool IsIana(string name)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        return slash > 0
            && Regions.Contains(name[..slash])
            && name[(slash + 1)..].All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '+' or '/');
    }

    private static TimeSpan? Numeric(string zone)
    {
        var digits = zone[1..].Replace(":", "", StringComparison.Ordinal);
        if (digits.Length is 0 or > 4 || !digits.All(char.IsAsciiDigit))
            return null;
        digits = digits.Length switch
        {
            1 => $"0{digits}00",
            2 => digits + "00",
            3 => "0" + digits,
            _ => digits,
        };
        var hours = int.Parse(digits.AsSpan(0, 2), CultureInfo.InvariantCulture);
        var span = new TimeSpan(hours, int.Parse(digits.AsSpan(2), CultureInfo.InvariantCulture), 0);
        if (span > TimeSpan.FromHours(14))
            return null;
        return zone[0] == '-' ? -span : span;
    }
}
