using Sourceline.Attribution.Model;

namespace Sourceline.Attribution.Tests.Languages;

public sealed class LanguagesTests
{
    private const string Russian = "«Мост закрыт до осени», — сказал мэр Иван Рощин журналистам после заседания совета.";

    private const string French =
        "La ville ne paiera pas le pont, a dit la maire dans une lettre aux habitants. Elle a ajouté que les travaux sur le quai ont été arrêtés par le préfet.";

    /// <summary>Sentences of our own as short as headlines, in the languages that are read and in forty others (<c>und</c>). How many are told right may rise.</summary>
    [Fact]
    public void Read_ShortSentences_AreInTheLanguageThatTheyAreIn()
    {
        var rows = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Languages", "Sentences.tsv"))
            .Select(line => line.Split('\t'))
            .ToList();
        var wrong = rows.Select(row => (Is: row[0], Wanted: row[0].Split(':')[0], Read: Of(row[1])))
            .Where(row => row.Wanted != row.Read)
            .Select(row => $"{row.Is} as {row.Read}")
            .ToList();
        Assert.Equal(128, rows.Count);
        Assert.True(wrong.Count <= 4, string.Join(", ", wrong));
    }

    [Theory]
    [InlineData(Russian, "en", "ru")]
    [InlineData(Russian, "fr-CA", "ru")]
    [InlineData(French, "en", "fr")]
    [InlineData(French, "ru", "fr")]
    [InlineData("The bridge stays shut, the mayor said on Friday.", "fa", "en")]
    public void Read_StatedLanguageIsPlainlyWrong_GoesByTheText(string text, string stated, string read) =>
        Assert.Equal(read, Of(text, stated));

    [Theory]
    [InlineData("und")]
    [InlineData("mul")]
    [InlineData("zxx-Latn")]
    [InlineData("english")]
    [InlineData(" ")]
    public void Read_StatedLanguageIsNone_LetsTheTextDecide(string stated) =>
        Assert.Equal("en", Of("The bridge stays shut, the mayor said on Friday.", stated));

    [Theory]
    [InlineData("The bridge stays shut, the mayor said on Friday.", "en-GB")]
    [InlineData("Müller: Jäger und Sammler", "en")]
    [InlineData("پل بسته است و گشوده نمی‌شود.", "prs")]
    [InlineData("Міст зачинено до осені, повідомили в управлінні.", "uk")]
    [InlineData("La ville dit non", "en")]
    [InlineData("Il ponte resta chiuso fino all’autunno, ha detto la sindaca di Brasca ai giornalisti.", "it")]
    [InlineData("橋は秋まで閉鎖されたままだと市長は述べた。", "ja")]
    [InlineData("Most ostaje zatvoren do jeseni, rekla je gradonačelnica.", "hr")]
    public void Read_StatedLanguageMayBeRight_Stays(string text, string stated) => Assert.Equal(stated, Of(text, stated));

    [Fact]
    public void Read_QuotationsOfAnotherLanguage_StayInThatOfTheText() =>
        Assert.Equal(
            "en",
            Of(
                $"The mayor read it out to them: {Russian} And that was all that she had to say to the people of the town, who had been waiting in the rain for two hours."
            )
        );

    private static string Of(string text, string? stated = null) => Attributor.Read(new Article(text) { Language = stated }).Language;
}
