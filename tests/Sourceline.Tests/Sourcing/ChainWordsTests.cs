using Sourceline.Attribution.Model;
using Sourceline.Localization;
using Sourceline.Sourcing;

namespace Sourceline.Tests.Sourcing;

public sealed class ChainWordsTests
{
    private static readonly DateOnly Saturday = new(2021, 7, 17);

    private static readonly ChainView Outlet = Line(At("Kommersant", SourceKind.Outlet, "newspaper"));

    private static readonly ChainView ThreeHops = Line(
        At("Associated Press", SourceKind.Outlet),
        At("Mezhdunarodnaya Zhizn", SourceKind.Outlet),
        At("A senior diplomat", SourceKind.Unnamed)
    );

    [Theory]
    [InlineData("en", "Reported by Kommersant on Saturday 17 July 2021; no source found automatically.")]
    [InlineData("ru", "Сообщило издание Kommersant в субботу, 17 июля 2021 года; источник этих сведений автоматически не найден.")]
    [InlineData("fa", "\u2068Kommersant\u2069 روز شنبه ۲۶ تیر ۱۴۰۰ گزارش داده است؛ منبع آن به‌طور خودکار یافت نشد.")]
    [InlineData("fa-AF", "\u2068Kommersant\u2069 روز شنبه ۲۶ سرطان ۱۴۰۰ گزارش داده است؛ منبع آن به‌طور خودکار یافت نشد.")]
    public void Sentence_UncheckedOutlet_SaysThatNoSourceWasFound(string language, string expected) =>
        Assert.Equal(expected, ChainWords.Sentence(In(language), Outlet, Saturday, Saturday));

    [Theory]
    [InlineData("en", "Reported by Kommersant; their source is not stated.")]
    [InlineData("ru", "Сообщает издание Kommersant; источник этих сведений не указан.")]
    [InlineData("fa", "به گزارش \u2068Kommersant\u2069؛ منبع آن ذکر نشده است.")]
    public void Sentence_OutletThatAnEditorConfirmed_SaysThatItsSourceIsNotStated(string language, string expected) =>
        Assert.Equal(expected, ChainWords.Sentence(In(language), Outlet with { Confirmed = true }, null, null));

    [Theory]
    [InlineData("en", "Said by Sergei Ryabkov.")]
    [InlineData("ru", "Говорит Sergei Ryabkov.")]
    [InlineData("fa", "به گفتهٔ \u2068Sergei Ryabkov\u2069.")]
    public void Sentence_PersonWithoutADay_IsShort(string language, string expected) =>
        Assert.Equal(
            expected,
            ChainWords.Sentence(In(language), Line(At("Sergei Ryabkov", SourceKind.Person, "Deputy Foreign Minister")), null, null)
        );

    [Theory]
    [InlineData("en", "Reported by Associated Press, citing Mezhdunarodnaya Zhizn, which cites a senior diplomat; said in June 2021.")]
    [InlineData(
        "ru",
        "Сообщает издание Associated Press; источник: Mezhdunarodnaya Zhizn; его источник, в свою очередь: a senior diplomat; сказано в июне 2021 года."
    )]
    [InlineData(
        "fa",
        "به گزارش \u2068Associated Press\u2069 به نقل از \u2068Mezhdunarodnaya Zhizn\u2069 که خود از \u2068a senior diplomat\u2069 نقل کرده است؛ این سخن در ژوئن ۲۰۲۱ گفته شده است."
    )]
    public void Sentence_ThreeHops_CitesOneAfterTheOther(string language, string expected) =>
        Assert.Equal(expected, ChainWords.Sentence(In(language), ThreeHops, new DateOnly(2021, 6, 1), new DateOnly(2021, 6, 30)));

    [Fact]
    public void Sentence_ReportThatMeansAnOutlet_NamesTheOutlet()
    {
        var paper = At("Kommersant", SourceKind.Outlet) with { Basis = Basis.Carried };
        Assert.Equal(
            "Reported by Kommersant (“the report” in the text); no source found automatically.",
            ChainWords.Sentence(In("en"), Line(At("The report", SourceKind.Document) with { Identity = paper }), null, null)
        );
    }

    [Fact]
    public void Sentence_IdentityThatAnEditorConfirmed_SaysSo()
    {
        var diplomat = At("Sergei Ryabkov", SourceKind.Person) with { Basis = Basis.Inferred, Confirmed = true };
        Assert.Equal(
            "Said by a senior diplomat (identified by an editor as Sergei Ryabkov).",
            ChainWords.Sentence(In("en"), Line(At("a senior diplomat", SourceKind.Unnamed) with { Identity = diplomat }), null, null)
        );
    }

    /// <summary>"Said by it." tells nobody anything.</summary>
    [Theory]
    [InlineData("It", "en", "Said by a source that is not identified (“it” in the text).")]
    [InlineData("он", "ru", "Источник: не установлен (в тексте: «он»).")]
    [InlineData("وی", "fa", "به گفتهٔ منبعی که شناسایی نشده است (در متن: «وی»).")]
    public void Sentence_PronounOfUnknownMeaning_IsCalledNotIdentified(string pronoun, string language, string expected) =>
        Assert.Equal(expected, ChainWords.Sentence(In(language), Line(At(pronoun, SourceKind.Unnamed)), null, null));

    [Theory]
    [InlineData("A ministry official", "a ministry official")]
    [InlineData("Pentagon officials", "Pentagon officials")]
    [InlineData("US officials", "US officials")]
    [InlineData("Officials", "officials")]
    [InlineData("Источник в полиции", "источник в полиции")]
    [InlineData("", "")]
    public void WithinSentence_KeepsTheCapitalOfNames(string name, string expected) =>
        Assert.Equal(expected, SourcePhrases.WithinSentence(name));

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    [InlineData("fa")]
    public void Sentence_EveryKindOfSource_HasASentenceWithAndWithoutADay(string language)
    {
        var kinds = Enum.GetValues<SourceKind>();
        var sentences = kinds
            .SelectMany(kind =>
                new[] { null, (DateOnly?)Saturday }.Select(day => ChainWords.Sentence(In(language), Line(At("X", kind)), day, day))
            )
            .ToList();
        Assert.Equal(kinds.Length * 2, sentences.Count);
        Assert.All(sentences, sentence => Assert.Matches("^[^a-zа-я].*X.*[.]$", sentence));
    }

    private static Localizer In(string language) => new(language, isStrict: true);

    private static ChainView Line(params HopView[] hops) => new(hops, false);

    private static HopView At(string name, SourceKind kind, string? role = null) => new(name, kind, role, Basis.Stated, false, null, null);
}
