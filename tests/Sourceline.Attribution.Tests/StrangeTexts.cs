using CsCheck;
using Sourceline.Attribution.Model;
using Sourceline.Attribution.Tests.Specs;

namespace Sourceline.Attribution.Tests;

/// <summary>Articles that nobody would write: words of the trade in any order, anything at all, and the texts of the specs after things have been done to them.</summary>
internal static class StrangeTexts
{
    private static readonly string[] Words =
    [
        "Ole Brand",
        "Tove Aasen",
        "Reuters",
        "the Harbour Echo newspaper",
        "said",
        "reported",
        "told",
        "according to",
        "citing",
        "who",
        "he",
        "the report",
        "“The pier is gone,”",
        "\"It fell.\"",
        "“",
        "”",
        "\"",
        "''",
        "«Мост закрыт»",
        "сказал",
        "(AP)",
        ",",
        ".",
        ":",
        "—",
        "and",
        "that",
        "on Friday",
        "last month",
        "June 31",
        "reportedly",
        "adding",
        "a senior diplomat",
        "as saying",
        "quoted",
        "was",
        "\n",
        "\n\n",
        "e\u0301",
        "U.S.",
        "…",
        "...",
        "to",
        "in an interview with",
        "« La grève continue, a affirmé Paul Verdier, et",
        "selon",
        "„Wir bauen nicht“, so",
        "گفت: «",
        "»",
        "‘",
        "’",
        "‚",
        "»«",
        "وقال سالم الحداد: «",
    ];

    /// <summary>Half pairs, marks of direction, joiners, marks without a letter, letters beyond 16 bits, controls.</summary>
    private static readonly string[] Strange =
    [
        "\ud800",
        "\udc00",
        "😀",
        "👩\u200d👩\u200d👧",
        "𝐁𝐫𝐚𝐧𝐝",
        "\u200f",
        "\u200e",
        "\u202b",
        "\u202e",
        "\u2066",
        "\u2069",
        "\u200c",
        "\u200d",
        "\u0301",
        "\ufeff",
        "\0",
        "\u0085",
        "\u2028",
        "\u2029",
        "\u00a0",
        "\u00ad",
        "\ufffd",
        "\uffff",
        "ﬁ",
        "İ",
        "ß",
        "ǅ",
        "\u0600",
        "\u0640",
        "𞤀𞤁",
        "🇳🇴",
        "\r",
        "\t",
        "\v",
    ];

    private static readonly string[] Texts = [.. SpecReader.ReadAll().Select(s => s.Text)];

    private static readonly string?[] Languages =
    [
        null,
        null,
        null,
        "en",
        "en-GB",
        "ru",
        "fr",
        "de",
        "es",
        "fa",
        "prs",
        "ar",
        "it",
        "und",
        "",
        "EN_us",
        "x",
        "-",
        "not a tag \ud800",
    ];

    private static readonly Gen<string> Anything = Gen.OneOf(Of(Words), Of(Strange), Gen.String[0, 5]);

    private static readonly Gen<string> Stories = Gen.OneOf(Of(Words), Of(Words), Of(Strange))
        .Array[0, 40]
        .Select(p => string.Join(' ', p));

    /// <summary>What is done to a text at a place: some of it goes, something comes, or a piece of it comes again.</summary>
    private static readonly Gen<(double At, int Removed, string Put, int Again)> Edits = Gen.Select(
        Gen.Double[0, 1],
        Gen.Int[0, 12],
        Anything,
        Gen.Int[-40, 20]
    );

    private static readonly Gen<string> Edited = Gen.Select(
        Of(Texts),
        Of(Texts),
        Edits.Array[1, 8],
        Gen.Bool,
        (text, other, edits, joined) =>
            edits.Aggregate(joined ? $"{text}\n\n{other}" : text, (t, e) => Edit(t, e.At, e.Removed, e.Put, e.Again))
    );

    private static readonly Gen<DateOnly?> Days = Gen.Int[0, DateOnly.MaxValue.DayNumber]
        .Select(d => d % 3 == 0 ? null : (DateOnly?)DateOnly.FromDayNumber(d));

    public static Gen<Article> Articles { get; } =
        Gen.Select(Gen.OneOf(Stories, Edited, Edited, Gen.String), Days, Of(Languages), (text, day, language) =>
            new Article(text) { PublishedOn = day, Language = language }
        );

    /// <summary>How often a property is tried: so many times, or so many times more as <c>SOURCELINE_FUZZ</c> says.</summary>
    public static long Times(long usual) =>
        usual * (long.TryParse(Environment.GetEnvironmentVariable("SOURCELINE_FUZZ"), out var times) ? times : 1);

    private static Gen<T> Of<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string Edit(string text, double at, int removed, string put, int again)
    {
        var place = (int)(at * text.Length);
        var behind = Math.Min(text.Length, place + removed);
        var piece = again > 0 ? text[place..Math.Min(text.Length, place + (again * 5))] : "";
        return string.Concat(text.AsSpan(0, place), put, piece, text.AsSpan(behind));
    }
}
