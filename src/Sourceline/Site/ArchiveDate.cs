using System.Globalization;

namespace Sourceline.Site;

/// <summary>Reads the dates of archive addresses: <c>2021</c>, <c>2021/07</c>, <c>2021/07/19</c>, with leading zeros or without.</summary>
internal static class ArchiveDate
{
    /// <summary>The first and last years that can have an archive; both ends leave room to look a day beyond.</summary>
    public const int FirstYear = 1000;

    public const int LastYear = 9998;

    /// <summary>The first day that the parts mean; null where they are no date.</summary>
    public static DateOnly? Read(string year, string month = "1", string day = "1")
    {
        if (Number(year) is not (>= FirstYear and <= LastYear and { } y))
            return null;
        if (Number(month) is not (>= 1 and <= 12 and { } m))
            return null;
        if (Number(day) is not (>= 1 and { } d) || d > DateTime.DaysInMonth(y, m))
            return null;
        return new DateOnly(y, m, d);
    }

    private static int? Number(string digits) =>
        digits.Length <= 4 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
