using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Dates;

/// <summary>Reads one date expression where it begins.</summary>
internal static class DateReader
{
    public static DateMention? Read(Document document, Sentence sentence, int at, bool ahead, DateOnly? published)
    {
        var first = at;
        if (document[at].Lower is "on" or "in" or "since" or "by")
        {
            at++;
            if (at < sentence.End && document[at].Lower is "early" or "late" or "mid")
                at++;
        }

        if (at >= sentence.End)
            return null;
        var reader = new Cursor(document, sentence, first, at, ahead, published);
        return reader.Weekday() ?? reader.MonthDay() ?? reader.DayMonth() ?? reader.Month() ?? reader.Relative() ?? reader.Word();
    }

    private readonly record struct Cursor(Document Document, Sentence Sentence, int First, int At, bool Ahead, DateOnly? Published)
    {
        private bool Preposition => At > First;

        private Token Token(int offset) => At + offset < Sentence.End ? Document[At + offset] : new Token(0, 0, TokenKind.Mark, false, "");

        public DateMention? Weekday()
        {
            if (Months.Day(Token(0)) is not { } day || Token(0).IsPossessive)
                return Qualified();
            var end = At + 1;
            if (Token(1).Lower is "morning" or "afternoon" or "evening" or "night")
                end++;
            return WithDay(end) ?? Made(end, Weekday(day, Ahead ? 1 : -1), 1);
        }

        /// <summary>"Tuesday, July 13": the weekday only repeats the date.</summary>
        private DateMention? WithDay(int end)
        {
            var at = end < Sentence.End && Document[end].Is(",") ? end + 1 : end;
            if (at >= Sentence.End)
                return null;
            var rest = this with { At = at };
            return rest.MonthDay() ?? rest.DayMonth();
        }

        /// <summary>"last Friday", "next Tuesday".</summary>
        private DateMention? Qualified()
        {
            if (Token(0).Lower is not ("last" or "next" or "this" or "past") || Months.Day(Token(1)) is not { } day)
                return null;
            return Made(
                At + 2,
                Weekday(
                    day,
                    Token(0).Is("next") ? 1
                        : Token(0).Is("last") ? -2
                        : Ahead ? 1
                        : -1
                ),
                1
            );
        }

        private DateOnly? Weekday(DayOfWeek day, int direction)
        {
            if (Published is not { } published)
                return null;
            var back = ((int)published.DayOfWeek - (int)day + 7) % 7;
            if (direction > 0)
                return Shift(published, back == 0 ? 7 : 7 - back);
            return Shift(published, back == 0 && direction == -2 ? -7 : -back);
        }

        public DateMention? MonthDay()
        {
            if (Months.Number(Token(0)) is not { } month || Day(Token(1)) is not { } day)
                return null;
            var year = Token(2).Is(",") ? Year(Token(3)) : Year(Token(2));
            return year is { } y ? Made(At + (Token(2).Is(",") ? 4 : 3), Date(y, month, day), 1) : Made(At + 2, Nearest(month, day), 1);
        }

        public DateMention? DayMonth()
        {
            if (Day(Token(0)) is not { } day || Months.Number(Token(1)) is not { } month)
                return null;
            return Year(Token(2)) is { } year ? Made(At + 3, Date(year, month, day), 1) : Made(At + 2, Nearest(month, day), 1);
        }

        public DateMention? Month()
        {
            if (Months.Number(Token(0)) is not { } month || (!Preposition && Year(Token(1)) is null))
                return null;
            var start = Year(Token(1)) is { } year ? Date(year, month, 1) : Nearest(month, 1);
            return Made(At + (Year(Token(1)) is null ? 1 : 2), start, start is { } s ? DateTime.DaysInMonth(s.Year, s.Month) : 0);
        }

        public DateMention? Relative()
        {
            var sign = Token(0).Lower switch
            {
                "last" => -1,
                "next" => 1,
                "this" => 0,
                _ => 9,
            };
            if (sign == 9 || Token(1).Lower is not ("week" or "month" or "year"))
                return null;
            if (Published is not { } published)
                return Made(At + 2, null, 0);
            return Token(1).Lower switch
            {
                "week" => Made(At + 2, Shift(published, (sign * 7) - (((int)published.DayOfWeek + 6) % 7)), 7),
                "month" => MonthOf(published, sign),
                _ => Date(published.Year + sign, 1, 1) is { } first
                    ? Made(At + 2, first, DateTime.IsLeapYear(first.Year) ? 366 : 365)
                    : null,
            };
        }

        private DateMention? MonthOf(DateOnly published, int sign)
        {
            var index = (published.Year * 12) + published.Month - 1 + sign;
            return Date(index / 12, (index % 12) + 1, 1) is { } first
                ? Made(At + 2, first, DateTime.DaysInMonth(first.Year, first.Month))
                : null;
        }

        public DateMention? Word() =>
            Preposition
                ? null
                : Token(0).Lower switch
                {
                    "yesterday" => Made(At + 1, Shift(Published, -1), 1),
                    "today" or "tonight" => Made(At + 1, Published, 1),
                    "tomorrow" => Made(At + 1, Shift(Published, 1), 1),
                    _ => null,
                };

        /// <summary>Without a year: the last such day up to publication, or the next one for what lies ahead.</summary>
        private DateOnly? Nearest(int month, int day)
        {
            if (Published is not { } published)
                return null;
            var date = Date(published.Year, month, day);
            if (date is null)
                return null;
            if (Ahead && date < published)
                return Date(published.Year + 1, month, day);
            return !Ahead && date > published ? Date(published.Year - 1, month, day) : date;
        }

        private DateMention Made(int end, DateOnly? from, int days)
        {
            var to = days > 1 ? Shift(from, days - 1) : from;
            return new DateMention(new TokenRange(First, end), to is null ? null : from, to, Ahead);
        }

        private static DateOnly? Shift(DateOnly? date, int days) =>
            date is { } d
            && (long)d.DayNumber + days is var number
            && number >= DateOnly.MinValue.DayNumber
            && number <= DateOnly.MaxValue.DayNumber
                ? DateOnly.FromDayNumber((int)number)
                : null;

        private static DateOnly? Date(int year, int month, int day) =>
            year is >= 1 and <= 9999 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

        private static int? Day(Token token) =>
            token.Kind == TokenKind.Number
            && int.TryParse(Digits(token.Lower), System.Globalization.CultureInfo.InvariantCulture, out var day)
            && day is >= 1 and <= 31
                ? day
                : null;

        private static int? Year(Token token) =>
            token.Kind == TokenKind.Number
            && token.Lower.Length == 4
            && int.TryParse(token.Lower, System.Globalization.CultureInfo.InvariantCulture, out var year)
            && year is >= 1500 and <= 2200
                ? year
                : null;

        private static string Digits(string lower) => lower.Length > 2 && lower[^2..] is "st" or "nd" or "rd" or "th" ? lower[..^2] : lower;
    }
}
