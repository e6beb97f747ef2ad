using System.Collections.Frozen;

namespace Sourceline.Formats.Text;

/// <summary>Tells a line that is a date and nothing else from a sentence in which one occurs.</summary>
internal static class DateLine
{
    private const int Longest = 60;

    private static readonly FrozenSet<string> OtherWords = (
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
        + "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi dimanche "
        + "lunes martes miércoles jueves viernes sábado domingo понедельник вторник среда четверг пятница суббота воскресенье "
        + "lunedì martedì mercoledì giovedì venerdì sabato domenica segunda terça quarta quinta sexta feira sábado domingo "
        + "شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد "
        + "at on the of um uhr den à le de del el г года в st nd rd th am pm a p m h t z utc gmt cet cest est edt et pt msk мск bst"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the line names a day at least: a year alone may be a headline.</summary>
    public static bool IsDate(string line)
    {
        if (line.Length is < 6 or >= Longest)
            return false;
        var tokens = DateToken.Of(Digits.ToAscii(line));
        return tokens.Count(token => token.IsNumber) >= 2 && OnlyDateWords(tokens) && LooseDate.Parse(line, TimeZoneInfo.Utc) is not null;
    }

    /// <summary>Whether the line is a time of day and nothing else: "13:42", "1:42 pm".</summary>
    public static bool IsTime(string line)
    {
        if (line.Length >= 30)
            return false;
        var tokens = DateToken.Of(Digits.ToAscii(line));
        if (tokens.Count == 0 || !tokens[0].IsNumber)
            return false;
        if (WrittenTime.Find(tokens) is not { First: 0, Hour: < 24 } time || time.Count == 1)
            return IsDotted(tokens);
        return tokens
            .Skip(time.Count)
            .All(token => token.Is(".") || token.Is("uhr") || token.Is("h") || token.Is("utc") || token.Is("gmt"));
    }

    /// <summary>"13.42" alone on its line.</summary>
    private static bool IsDotted(List<DateToken> tokens) =>
        tokens is [{ Text.Length: <= 2, Value: < 24 } hour, { Text: "." } dot, { Text.Length: 2, Value: >= 0 and < 60 } minute]
        && hour.Touches(dot)
        && dot.Touches(minute);

    private static bool OnlyDateWords(List<DateToken> tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (!tokens[at].IsWord || OtherWords.Contains(tokens[at].Text) || MonthNames.NumberOf(tokens[at].Text) is not null)
                continue;
            if (at + 1 >= tokens.Count || MonthNames.NumberOf($"{tokens[at].Text} {tokens[at + 1].Text}") is null)
                return false;
            at++;
        }

        return true;
    }
}
