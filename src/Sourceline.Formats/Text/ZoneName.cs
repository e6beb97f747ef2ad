using System.Globalization;

namespace Sourceline.Formats.Text;

/// <summary>Zones as RFC 822, section 5, and newsrooms write them.</summary>
internal static class ZoneName
{
    private static readonly Dictionary<string, double> Hours = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Z"] = 0, ["UT"] = 0, ["UTC"] = 0, ["GMT"] = 0, ["WET"] = 0,
        ["EST"] = -5, ["EDT"] = -4, ["CST"] = -6, ["CDT"] = -5, ["MST"] = -7, ["MDT"] = -6, ["PST"] = -8, ["PDT"] = -7,
        ["AST"] = -4, ["ADT"] = -3, ["AKST"] = -9, ["AKDT"] = -8, ["HST"] = -10, ["ET"] = -5, ["CT"] = -6, ["MT"] = -7, ["PT"] = -8,
        ["BST"] = 1, ["WEST"] = 1, ["CET"] = 1, ["MET"] = 1, ["CEST"] = 2, ["MEST"] = 2, ["MESZ"] = 2, ["MEZ"] = 1, ["EET"] = 2, ["EEST"] = 3,
        ["MSK"] = 3, ["AFT"] = 4.5, ["IRST"] = 3.5, ["PKT"] = 5, ["IST"] = 5.5, ["SGT"] = 8, ["JST"] = 9, ["KST"] = 9, ["AEST"] = 10, ["AEDT"] = 11, ["NZST"] = 12, ["NZDT"] = 13,
    };

    /// <summary>The distance to UTC; null where the zone is empty or not known.</summary>
    public static TimeSpan? Offset(string zone)
    {
        zone = zone.Trim();
        if (zone.Length == 0) return null;
        if (zone[0] is '+' or '-') return Numeric(zone);
        return Hours.TryGetValue(zone, out var hours) ? TimeSpan.FromHours(hours) : null;
    }

    private static TimeSpan? Numeric(string zone)
    {
        var digits = zone[1..].Replace(":", "", StringComparison.Ordinal);
        if (digits.Length is 0 or > 4 || !digits.All(char.IsAsciiDigit)) return null;
        digits = digits.Length switch { 1 => $"0{digits}00", 2 => digits + "00", 3 => "0" + digits, _ => digits };
        var span = new TimeSpan(int.Parse(digits.AsSpan(0, 2), CultureInfo.InvariantCulture), int.Parse(digits.AsSpan(2), CultureInfo.InvariantCulture), 0);
        if (span > TimeSpan.FromHours(14)) return null;
        return zone[0] == '-' ? -span : span;
    }
}
