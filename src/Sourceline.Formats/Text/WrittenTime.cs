namespace Sourceline.Formats.Text;

/// <summary>A time of day as it is written within a date.</summary>
/// <param name="Hour">0 to 24.</param>
/// <param name="Minute">0 to 59.</param>
/// <param name="Second">0 to 60.</param>
/// <param name="First">Its first token.</param>
/// <param name="Count">How many tokens it takes.</param>
internal readonly record struct WrittenTime(int Hour, int Minute, int Second, int First, int Count)
{
    /// <summary>The first time among the tokens: "13:42", "13:42:07", "13h42", "1.42 pm", "9 am", "13.42 Uhr", "kl. 13.42", "오전 9:00".</summary>
    public static WrittenTime? Find(List<DateToken> tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
            if (tokens[at] is { IsNumber: true, Text.Length: <= 2 } && At(tokens, at) is { } time)
                return time;
        return null;
    }

    private static WrittenTime? At(List<DateToken> tokens, int at)
    {
        // In "19.07.2021" no number is an hour.
        if (at > 1 && tokens[at - 1].Is(".") && tokens[at - 2].IsNumber && tokens[at - 2].Touches(tokens[at - 1]))
            return null;
        var (hour, minute, second, next) = (tokens[at].Value, 0, 0, at + 1);
        var isTime = false;
        if (IsPart(tokens, next, ":") || IsPart(tokens, next, "h"))
        {
            (minute, next, isTime) = (tokens[next + 1].Value, next + 2, true);
            if (IsPart(tokens, next, ":"))
                (second, next) = (tokens[next + 1].Value, next + 2);
            if (next + 1 < tokens.Count && tokens[next].Is(".") && tokens[next + 1].IsNumber && tokens[next].Touches(tokens[next + 1]))
                next += 2;
        }
        else if (IsPart(tokens, next, ".") && tokens[next + 1].Text.Length == 2 && (HasMark(tokens, next + 2) || FollowsMark(tokens, at)))
        {
            (minute, next, isTime) = (tokens[next + 1].Value, next + 2, true);
        }

        var half = HalfAt(tokens, ref next) ?? HalfBefore(tokens, at);
        if (half is null && !isTime && !IsHourMark(tokens, next))
            return null;
        return minute > 59 || second > 60 ? null : new WrittenTime(InHalf(hour, half), minute, second, at, next - at);
    }

    /// <summary>A mark with a number of one or two digits behind it, without white space.</summary>
    private static bool IsPart(List<DateToken> tokens, int at, string mark) =>
        at + 1 < tokens.Count
        && tokens[at].Is(mark)
        && tokens[at - 1].Touches(tokens[at])
        && tokens[at].Touches(tokens[at + 1])
        && tokens[at + 1] is { IsNumber: true, Text.Length: <= 2 };

    private static bool HasMark(List<DateToken> tokens, int at) => HalfAt(tokens, ref at) is not null || IsHourMark(tokens, at);

    private static bool IsHourMark(List<DateToken> tokens, int at) => at < tokens.Count && (tokens[at].Is("uhr") || tokens[at].Is("h"));

    /// <summary>The "kl." of Scandinavian times.</summary>
    private static bool FollowsMark(List<DateToken> tokens, int at) =>
        at > 0 && (tokens[at - 1].Is("kl") || (at > 1 && tokens[at - 2].Is("kl")));

    /// <summary>True for the second half of the day, false for the first, null where nothing says.</summary>
    private static bool? HalfAt(List<DateToken> tokens, ref int at)
    {
        if (at < tokens.Count && tokens[at].Is("am"))
            return Passed(ref at, 1, false);
        if (at < tokens.Count && tokens[at].Is("pm"))
            return Passed(ref at, 1, true);
        // "a.m."
        if (at + 2 >= tokens.Count || !tokens[at + 1].Is(".") || !tokens[at + 2].Is("m"))
            return null;
        return tokens[at].Is("a") ? Passed(ref at, 3, false)
            : tokens[at].Is("p") ? Passed(ref at, 3, true)
            : null;
    }

    private static bool Passed(ref int at, int count, bool half)
    {
        at += count;
        return half;
    }

    /// <summary>Korean, Chinese and Japanese put the half before the hour.</summary>
    private static bool? HalfBefore(List<DateToken> tokens, int at) =>
        at == 0
            ? null
            : tokens[at - 1].Text switch
            {
                "오전" or "上午" or "午前" => false,
                "오후" or "下午" or "午後" => true,
                _ => null,
            };

    /// <summary>"13.42 pm" says the same twice.</summary>
    private static int InHalf(int hour, bool? isSecondHalf) =>
        hour is < 1 or > 12
            ? hour
            : isSecondHalf switch
            {
                true => hour % 12 + 12,
                false => hour % 12,
                null => hour,
            };
}
