namespace Sourceline.Bench;

/// <summary>Names and words of invented places, as many as are wanted; the same for the same number.</summary>
internal static class Names
{
    private static readonly string[] Starts =
    [
        "Al",
        "Bar",
        "Bel",
        "Bor",
        "Cal",
        "Car",
        "Dal",
        "Dor",
        "Dun",
        "El",
        "Fal",
        "Fen",
        "Gar",
        "Gel",
        "Hal",
        "Har",
        "Hol",
        "Il",
        "Jar",
        "Kal",
        "Kel",
        "Kor",
        "Lan",
        "Lor",
        "Mal",
        "Mar",
        "Mel",
        "Mor",
        "Nar",
        "Nel",
        "Nor",
        "Ol",
        "Or",
        "Pal",
        "Pel",
        "Por",
        "Quin",
        "Ral",
        "Ren",
        "Ros",
        "Sal",
        "Sel",
        "Sor",
        "Tal",
        "Tar",
        "Tor",
        "Ul",
        "Val",
        "Ver",
        "Wen",
    ];

    private static readonly string[] Middles =
    [
        "a",
        "e",
        "i",
        "o",
        "u",
        "an",
        "en",
        "in",
        "on",
        "ar",
        "er",
        "or",
        "al",
        "el",
        "ist",
        "und",
        "and",
        "ev",
    ];

    private static readonly string[] Ends =
    [
        "bach",
        "berg",
        "bury",
        "by",
        "dal",
        "den",
        "dor",
        "fell",
        "ford",
        "gard",
        "ham",
        "holt",
        "in",
        "is",
        "ka",
        "kov",
        "land",
        "lin",
        "mar",
        "mere",
        "mont",
        "mouth",
        "na",
        "nik",
        "port",
        "rath",
        "rin",
        "rova",
        "sen",
        "ska",
        "son",
        "stad",
        "stead",
        "tan",
        "ter",
        "thorpe",
        "ton",
        "va",
        "var",
        "vik",
        "ville",
        "wick",
        "worth",
        "yr",
    ];

    public static string[] Many(int count, int seed)
    {
        var random = new Random(seed);
        var names = new HashSet<string>(count);
        while (names.Count < count)
            names.Add(Of(Starts, random) + (random.Next(3) == 0 ? "" : Of(Middles, random)) + Of(Ends, random));
        return [.. names];
    }

    public static string Of(string[] from, Random random) => from[random.Next(from.Length)];
}
