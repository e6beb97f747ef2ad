using System.Globalization;

namespace Sourceline.Web.DeskShell;

/// <summary>Where a page of a list that is ordered by time begins: behind the last row of the page before.</summary>
internal static class ListCursor
{
    public static string Of(DateTime at, long id) => string.Create(CultureInfo.InvariantCulture, $"{at.Ticks}-{id}");

    /// <summary>Null for what is no key: the list then begins at its beginning.</summary>
    public static (DateTime At, long Id)? Parse(string? key) =>
        key?.Split('-') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var t)
        && t <= DateTime.MaxValue.Ticks
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var i)
            ? (new DateTime(t, DateTimeKind.Utc), i)
            : null;
}
