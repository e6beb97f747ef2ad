using System.Text.RegularExpressions;

namespace Sourceline.Formats.Text;

/// <summary>Tells a line that is a date and nothing else from a sentence in which one occurs.</summary>
internal static partial class DateLine
{
    private static readonly HashSet<string> OtherWords = new(
        ("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
        + "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi dimanche "
        + "lunes martes miércoles jueves viernes sábado domingo понедельник вторник среда четверг пятница суббота воскресенье "
        + "شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه "
        + "at on the of um uhr den à le de del el г года в st nd rd th am pm a p m h t z utc gmt cet cest est edt msk bst").Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>A day at least: a year alone may be a headline.</summary>
    public static bool IsDate(string line) =>
        line.Length is >= 6 and < 60 && DigitGroup().Count(line) >= 2 && OnlyDateWords(line) && LooseDate.Parse(line, TimeZoneInfo.Utc) is not null;

    /// <summary>"13:42" or "1:42 pm".</summary>
    public static bool IsTime(string line) => line.Length < 30 && TimeAlone().IsMatch(Digits.ToAscii(line));

    private static bool OnlyDateWords(string line)
    {
        foreach (Match word in Word().Matches(line))
            if (!OtherWords.Contains(word.Value) && MonthNames.NumberOf(word.Value) is null) return false;
        return true;
    }

    [GeneratedRegex(@"[\p{L}\p{M}\u200c]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex DigitGroup();

    [GeneratedRegex(@"^\s*[0-2]?\d[:.h][0-5]\d(?::[0-5]\d)?\s*(?:[ap]\.?m\.?|uhr|h|utc|gmt)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TimeAlone();
}
