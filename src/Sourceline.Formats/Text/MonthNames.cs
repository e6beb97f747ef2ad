namespace Sourceline.Formats.Text;

/// <summary>
/// The months as pages print them, in tables of our own so that no culture of the machine plays a part: Gregorian in seven languages,
/// and the solar months of Iran and Afghanistan. Which calendar is meant is told by the year.
/// </summary>
internal static class MonthNames
{
    private static readonly string[] Table =
    [
        "jan january янв январь января janv janvier jän jänner januar ene enero ژانویه جنوری فروردین حمل",
        "feb february фев февр февраль февраля fév févr février fevrier februar febrero فوریه فبروری اردیبهشت ثور",
        "mar march мар март марта mars mär mrz märz maerz marzo مارس مارچ خرداد جوزا",
        "apr april апр апрель апреля avr avril abr abril آوریل اپریل تیر سرطان",
        "may май мая mai mayo مه مرداد اسد",
        "jun june июн июнь июня juin juni junio ژوئن جون شهریور سنبله",
        "jul july июл июль июля juil juillet juli julio ژوئیه جولای مهر میزان",
        "aug august авг август августа août aout ago agosto اوت اگست آبان عقرب",
        "sep sept september сен сент сентябрь сентября septembre septiembre setiembre سپتامبر سپتمبر آذر قوس",
        "oct october окт октябрь октября octobre okt oktober octubre اکتبر اکتوبر دی جدی",
        "nov november ноя нояб ноябрь ноября novembre noviembre نوامبر نومبر بهمن دلو",
        "dec december дек декабрь декабря déc décembre decembre dez dezember dic diciembre دسامبر دسمبر اسفند حوت",
    ];

    private static readonly Dictionary<string, int> Numbers = Table
        .SelectMany((names, index) => names.Split(' ').Select(name => (name, index)))
        .ToDictionary(pair => pair.name, pair => pair.index + 1, StringComparer.OrdinalIgnoreCase);

    /// <summary>1 to 12; null where the word is no month.</summary>
    public static int? NumberOf(string word) => Numbers.TryGetValue(word, out var number) ? number : null;
}
