namespace Sourceline.Localization;

/// <summary>Which plural form a whole number takes: the cardinal rules of Unicode CLDR for whole numbers, under the numbers that PO files use.</summary>
/// <param name="Header">The same rule as the <c>Plural-Forms</c> header of a PO file says it.</param>
/// <param name="Forms">How many forms there are.</param>
/// <param name="Select">The form of a number that is not negative, from 0.</param>
/// <param name="FirstIsOne">Whether form 0 stands for the number 1 alone, so that a text may say "one" without a figure.</param>
internal sealed record PluralRule(string Header, int Forms, Func<ulong, int> Select, bool FirstIsOne)
{
    private static readonly PluralRule One = new("nplurals=2; plural=(n != 1);", 2, n => n == 1 ? 0 : 1, FirstIsOne: true);

    private static readonly PluralRule ZeroAndOne = new("nplurals=2; plural=(n > 1);", 2, n => n > 1 ? 1 : 0, FirstIsOne: false);

    private static readonly PluralRule EastSlavic = new(
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
        3,
        n =>
            n % 10 == 1 && n % 100 != 11 ? 0
            : n % 10 is >= 2 and <= 4 && n % 100 is < 12 or > 14 ? 1
            : 2,
        FirstIsOne: false
    );

    /// <summary>The rule of a language; null where none is known yet, so that it can have no catalogue.</summary>
    public static PluralRule? Of(string language) =>
        language switch
        {
            "en" => One,
            "fa" => ZeroAndOne,
            "ru" => EastSlavic,
            _ => null,
        };
}
