namespace Sourceline.Formats.Text;

/// <summary>Dates with a month's name, or day, month and year in numbers; in any order that people write them.</summary>
internal static class WrittenDate
{
    private static readonly char[] ZoneEnds = [' ', '(', ')', ',', ';'];

    /// <summary>The parts; null where no date is found.</summary>
    /// <param name="text">With ASCII digits.</param>
    /// <param name="language">The language of the text, where known.</param>
    public static DateParts? Read(string text, string? language)
    {
        var tokens = DateToken.Of(text);
        if (tokens.Count == 0)
            return null;
        var time = WrittenTime.Find(tokens);
        var zoneFrom = 0;
        if (time is { } found)
        {
            zoneFrom = tokens[found.First + found.Count - 1].End;
            tokens.RemoveRange(found.First, found.Count);
        }

        // A weekday of one language may be a month of another, so the rarer languages come last.
        var date = ReadNumeric(tokens) ?? ReadMarked(tokens) ?? ReadNamed(tokens, language, false) ?? ReadNamed(tokens, language, true);
        if (date is null)
            return null;
        if (time is { } at)
            date = date with { Hour = at.Hour, Minute = at.Minute, Second = at.Second };
        return date with { Zone = (time is null ? null : FindZone(text[zoneFrom..])) ?? TrailingZone(text) };
    }

    /// <summary>"19/07/2021", "2021-07-19", "19. 7. 2021".</summary>
    private static DateParts? ReadNumeric(List<DateToken> tokens)
    {
        for (var at = 0; at + 4 < tokens.Count; at++)
        {
            if (!IsSeparated(tokens, at) || !IsSeparated(tokens, at + 2) || !tokens[at + 4].IsNumber)
                continue;
            var (first, second, third) = (tokens[at], tokens[at + 2], tokens[at + 4]);
            if (second.Text.Length > 2)
                continue;
            if (first.Text.Length == 4 && third.Text.Length <= 2)
                return new DateParts(first.Value, second.Value, third.Value);
            if (first.Text.Length > 2 || third.Text.Length is not (2 or 4))
                continue;
            var year = FullYear(third);
            return second.Value > 12 ? new DateParts(year, first.Value, second.Value) : new DateParts(year, second.Value, first.Value);
        }

        return null;
    }

    /// <summary>A number with a separator directly behind it; only full stops may be followed by a space.</summary>
    private static bool IsSeparated(List<DateToken> tokens, int at) =>
        tokens[at].IsNumber
        && tokens[at].Touches(tokens[at + 1])
        && (tokens[at + 1].Is(".") || ((tokens[at + 1].Is("/") || tokens[at + 1].Is("-")) && tokens[at + 1].Touches(tokens[at + 2])));

    /// <summary>Numbers whose units are written behind them: "2021年7月19日", "2021년 7월 19일", "令和3年7月19日".</summary>
    private static DateParts? ReadMarked(List<DateToken> tokens)
    {
        for (var at = 0; at + 5 < tokens.Count; at++)
        {
            if (!(tokens[at].IsNumber && tokens[at + 2].IsNumber && tokens[at + 4].IsNumber))
                continue;
            if (tokens[at + 1].Text is not ("年" or "년") || tokens[at + 3].Text is not ("月" or "월"))
                continue;
            if (tokens[at + 5].Text[0] is not ('日' or '号' or '일'))
                continue;
            var year =
                tokens[at].Text.Length == 4 ? tokens[at].Value
                : at == 0 ? -1
                : tokens[at].Value + EraStart(tokens[at - 1].Text);
            return year < 0 ? null : new DateParts(year, tokens[at + 2].Value, tokens[at + 4].Value);
        }

        return null;
    }

    /// <summary>The year before the first of a Japanese era.</summary>
    private static int EraStart(string era) =>
        era switch
        {
            "令和" => 2018,
            "平成" => 1988,
            "昭和" => 1925,
            _ => -10_000,
        };

    private static DateParts? ReadNamed(List<DateToken> tokens, string? language, bool everyLanguage)
    {
        int? day = null,
            month = null,
            year = null;
        var isTuesday = false;
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            // "mar." before another month is the Tuesday of French and Spanish.
            if (token.IsWord && (month is null || isTuesday) && MonthAt(tokens, ref at, language, everyLanguage) is { } found)
                (month, isTuesday) = (found, token.Is("mar"));
            else if (!token.IsNumber)
                continue;
            else if (day is null && token is { Text.Length: <= 2, Value: > 0 and <= 31 })
                day = token.Value;
            else if (token.Text.Length is 2 or 4)
                year ??= FullYear(token);
        }

        return month is { } m && day is { } d && year is { } y ? new DateParts(IsThai(tokens) && y > 2400 ? y - 543 : y, m, d) : null;
    }

    private static int? MonthAt(List<DateToken> tokens, ref int at, string? language, bool everyLanguage)
    {
        if (at + 1 < tokens.Count)
        {
            var next = tokens[at + 1];
            // Vietnamese numbers its months: "tháng 7".
            if (next is { IsNumber: true, Value: >= 1 and <= 12 } && (tokens[at].Is("tháng") || tokens[at].Is("thg")))
                return tokens[++at].Value;
            if (next.IsWord && MonthNames.NumberOf($"{tokens[at].Text} {next.Text}", language, everyLanguage) is { } ofTwo)
            {
                at++;
                return ofTwo;
            }
        }

        return MonthNames.NumberOf(tokens[at].Text, language, everyLanguage);
    }

    /// <summary>Thai pages count the years of the Buddhist era, 543 more.</summary>
    private static bool IsThai(List<DateToken> tokens) => tokens.Exists(token => token.Text[0] is >= '\u0e00' and <= '\u0e7f');

    /// <summary>RFC 2822, section 4.3: 00 to 49 are of this century, 50 to 99 of the last.</summary>
    private static int FullYear(DateToken year) =>
        year.Text.Length > 2 ? year.Value
        : year.Value < 50 ? 2000 + year.Value
        : 1900 + year.Value;

    private static NamedZone? FindZone(string afterTime)
    {
        foreach (var word in afterTime.Split(ZoneEnds, StringSplitOptions.RemoveEmptyEntries))
            if (ZoneName.Read(word) is { } zone)
                return zone;
        return null;
    }

    /// <summary>A distance to UTC at the end of a date whose time stands elsewhere.</summary>
    private static NamedZone? TrailingZone(string text)
    {
        var space = text.LastIndexOf(' ');
        var last = text[(space + 1)..];
        return space >= 0 && last.Length is 5 or 6 && last[0] is '+' or '-' ? ZoneName.Read(last) : null;
    }
}
