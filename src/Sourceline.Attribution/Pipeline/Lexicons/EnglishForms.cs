namespace Sourceline.Attribution.Pipeline.Lexicons;

/// <summary>Regular English verb forms.</summary>
internal static class EnglishForms
{
    private const string Vowels = "aeiou";

    public static string Third(string lemma) =>
        lemma switch
        {
            "go" => "goes",
            _ when EndsInConsonantY(lemma) => lemma[..^1] + "ies",
            _ when lemma[^1] is 's' or 'x' or 'z'
                    || lemma.EndsWith("sh", StringComparison.Ordinal)
                    || lemma.EndsWith("ch", StringComparison.Ordinal) => lemma + "es",
            _ => lemma + "s",
        };

    public static string Past(string lemma) =>
        lemma switch
        {
            "go" => "went",
            "quip" => "quipped",
            "slam" => "slammed",
            "beg" => "begged",
            "admit" => "admitted",
            _ when lemma[^1] == 'e' => lemma + "d",
            _ when EndsInConsonantY(lemma) => lemma[..^1] + "ied",
            _ => lemma + "ed",
        };

    public static string Gerund(string lemma) =>
        lemma switch
        {
            "quip" => "quipping",
            "slam" => "slamming",
            "beg" => "begging",
            "admit" => "admitting",
            "begin" => "beginning",
            _ when lemma[^1] == 'e' && lemma[^2] != 'e' => lemma[..^1] + "ing",
            _ => lemma + "ing",
        };

    private static bool EndsInConsonantY(string lemma) => lemma[^1] == 'y' && !Vowels.Contains(lemma[^2], StringComparison.Ordinal);
}
