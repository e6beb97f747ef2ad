using System.Collections.Frozen;

namespace Sourceline.Formats.Text;

/// <summary>
/// The months as senders write them. The table here holds the languages that news pages are read in most and the solar months of Iran
/// and Afghanistan, so that they do not depend on the machine; <see cref="CultureMonths"/> adds the languages that .NET knows.
/// The year tells which calendar is meant.
/// </summary>
internal static class MonthNames
{
    private static readonly string[] Table =
    [
        "jan january янв январь января janv janvier jän jänner januar ene enero ژانویه جنوری فروردین حمل gen gennaio janeiro يناير جانفي كانون_الثاني",
        "feb february фев февр февраль февраля fév févr février fevrier februar febrero فوریه فبروری اردیبهشت ثور febbraio fev fevereiro فبراير فيفري شباط",
        "mar march мар март марта mars mär mrz märz maerz marzo مارس مارچ خرداد جوزا março marco آذار",
        "apr april апр апрель апреля avr avril abr abril آوریل اپریل تیر سرطان aprile أبريل ابريل أفريل نيسان",
        "may май мая mai mayo مه مرداد اسد mag maggio maio مايو ماي أيار",
        "jun june июн июнь июня juin juni junio ژوئن جون شهریور سنبله giu giugno junho يونيو جوان حزيران",
        "jul july июл июль июля juil juillet juli julio ژوئیه جولای مهر میزان lug luglio julho يوليو جويلية تموز",
        "aug august авг август августа août aout ago agosto اوت اگست آبان عقرب أغسطس اغسطس أوت آب",
        "sep sept september сен сент сентябрь сентября septembre septiembre setiembre سپتامبر سپتمبر آذر قوس set sett settembre setembro سبتمبر أيلول",
        "oct october окт октябрь октября octobre okt oktober octubre اکتبر اکتوبر دی جدی ott ottobre out outubro أكتوبر اكتوبر تشرين_الأول",
        "nov november ноя нояб ноябрь ноября novembre noviembre نوامبر نومبر بهمن دلو novembro نوفمبر تشرين_الثاني",
        "dec december дек декабрь декабря déc décembre decembre dez dezember dic diciembre دسامبر دسمبر اسفند حوت dicembre dezembro ديسمبر كانون_الأول",
    ];

    private static readonly FrozenDictionary<string, int> Numbers = Table
        .SelectMany((names, index) => names.Split(' ').Select(name => (Name: name.Replace('_', ' '), Number: index + 1)))
        .ToFrozenDictionary(pair => pair.Name, pair => pair.Number, StringComparer.OrdinalIgnoreCase);

    /// <summary>1 to 12; null where the words are no month, or months of different numbers in languages that are equally likely.</summary>
    /// <param name="words">One word, or two with a space between them, without a full stop.</param>
    /// <param name="language">The language of the text, where known.</param>
    /// <param name="everyLanguage">Whether to look beyond this table and the language of the text.</param>
    public static int? NumberOf(string words, string? language = null, bool everyLanguage = true)
    {
        if (language is not null && CultureMonths.NumberIn(words, LanguageTag.Primary(language)) is { } own)
            return own;
        return Numbers.TryGetValue(words, out var number) ? number
            : everyLanguage ? CultureMonths.NumberOf(words)
            : null;
    }
}
