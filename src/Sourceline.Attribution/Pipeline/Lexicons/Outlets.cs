using System.Collections.Frozen;

namespace Sourceline.Attribution.Pipeline.Lexicons;

/// <summary>News outlets: names that cannot be known otherwise, and the words that make any name an outlet's.</summary>
internal static class Outlets
{
    private const string Built =
        "reuters associated_press ap afp agence_france-presse bloomberg tass ria ria_novosti interfax xinhua kyodo yonhap dpa efe ansa anadolu anadolu_agency "
        + "upi pti press_association pa_media irna isna fars fars_news tasnim mehr mehr_news sana wafa pajhwok tolo tolonews tolo_news khaama_press "
        + "bbc cnn npr pbs cbs nbc abc cbs_news nbc_news abc_news msnbc fox fox_news sky_news itv cnbc c-span al_jazeera al-jazeera al_arabiya dw deutsche_welle "
        + "france_24 euronews rt voice_of_america radio_free_europe rfe/rl zdf ard rai nhk cbc sputnik "
        + "kommersant izvestia vedomosti pravda mezhdunarodnaya_zhizn gazeta der_spiegel spiegel bild die_zeit die_welt faz le_monde le_figaro libération "
        + "el_país el_mundo abc la_repubblica corriere_della_sera haaretz dawn asahi nikkei yomiuri hürriyet politico axios buzzfeed buzzfeed_news vox "
        + "the_economist economist newsweek time_magazine forbes fortune the_atlantic atlantic new_yorker vanity_fair rolling_stone breitbart slate "
        + "guardian new_york_times washington_post wall_street_journal financial_times usa_today los_angeles_times times daily_mail independent telegraph "
        + "ukrinform unian belta meduza novaya_gazeta mediazona bellingcat propublica lenta.ru rbc caixin scmp global_times people's_daily "
        + "тасс интерфакс риа_новости коммерсантъ коммерсант рейтер ведомости известия رويترز رویترز الأناضول آناتولی";

    /// <summary>Names of outlets in lower case, without an article: those above and those of <c>outlets.txt</c>.</summary>
    public static readonly FrozenSet<string> Known = WordSet.Split(Built).Concat(Lines()).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Common nouns of outlets: "the newspaper", "the Kommersant newspaper".</summary>
    public static readonly FrozenSet<string> Nouns = WordSet.Of(
        "newspaper newspapers magazine agency agencies daily weekly tabloid broadsheet broadcaster broadcasters channel station outlet outlets newswire website portal "
            + "paper journal network gazette publication blog periodical podcast"
    );

    /// <summary>Nouns that stand for an outlet's piece.</summary>
    public static readonly FrozenSet<string> Pieces = WordSet.Of("report article story dispatch piece broadcast");

    /// <summary>Nouns that need another word before them to mean an outlet: "news agency", "TV station".</summary>
    public static readonly FrozenSet<string> VagueNouns = WordSet.Of(
        "agency agencies channel station network website portal journal paper outlet outlets"
    );

    public static readonly FrozenSet<string> NewsWords = WordSet.Of(
        "news press television tv radio media wire online broadcast state-run state"
    );

    /// <summary>What makes outlets of "state", "local", "Norland" before it: "state television", "local media".</summary>
    public static readonly FrozenSet<string> Media = WordSet.Of("media television tv radio press");

    /// <summary>What papers are called behind an article in other languages: "L'Écho", "La Tribune", "El Heraldo".</summary>
    public static readonly FrozenSet<string> ForeignPapers = WordSet.Of(
        "écho express équipe humanité orient opinion journal gazette tribune courrier télégramme progrès dépêche presse nouvelles figaro phare quotidien matin soir monde stampa "
            + "nación diario observador heraldo faro país tiempo universal comercio mercurio mundo tagesspiegel zeitung kurier anzeiger rundschau bote nachrichten spiegel standard globo"
    );

    /// <summary>Words that open the names of outlets: "Radio Calder", "Agence Sud".</summary>
    public static readonly FrozenSet<string> Heads = WordSet.Of(
        "radio tv télé tele televisión televisione canal kanal channel agence agencia agenzia agentur diario jornal giornale gazeta corriere sport news press"
    );

    private static List<string> Lines()
    {
        using var stream = typeof(Outlets).Assembly.GetManifestResourceStream("outlets.txt")!;
        using var reader = new StreamReader(stream);
        var names = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                names.Add(line.Trim());
        }

        return names;
    }

    /// <summary>Endings of one-word names of papers, sites and broadcasters in several languages: "Wochenbote", "Netzpost", "Kustnytt".</summary>
    private static readonly string[] Endings =
    [
        "bote",
        "zeitung",
        "blatt",
        "kurier",
        "anzeiger",
        "nachrichten",
        "rundschau",
        "licht",
        "spiegel",
        "post",
        "posten",
        "bladet",
        "avisen",
        "avisa",
        "tidende",
        "tidning",
        "tidningen",
        "nytt",
        "nieuws",
        "courant",
        "dagblad",
        "gazeta",
        "gazette",
        "herald",
        "tribune",
        "vesti",
        "novosti",
        "pravda",
        "news",
        "press",
        "presse",
        "wire",
        "media",
        "radio",
        "times",
        "telegraph",
        "today",
        "lehti",
        "sanomat",
    ];

    private const int ShortestStem = 3;

    /// <summary>Whether a name of one word ends as those of outlets do.</summary>
    public static bool EndsAsOne(string lower) =>
        Array.Exists(Endings, e => lower.Length >= e.Length + ShortestStem && lower.EndsWith(e, StringComparison.Ordinal));

    /// <summary>Nouns that name an outlet only right before a name that reports or is told: "the coastal site Kustnytt said".</summary>
    public static readonly FrozenSet<string> BeforeNames = WordSet.Of(
        "site website portal channel station network agency paper outlet blog daily weekly newspaper magazine broadcaster tabloid journal"
    );

    /// <summary>What an outlet's noun may say of its field or its hour: "business daily", "evening newspaper".</summary>
    public static readonly FrozenSet<string> Subjects = WordSet.Of(
        "business financial sports sporting evening morning local regional national satirical literary science online independent"
    );

    /// <summary>Words that make a vague tail an outlet's: "Press Agency", "Telegraph Bureau", "Sporting Sheet".</summary>
    public static readonly FrozenSet<string> BeforeVagueTails = WordSet.Of(
        "news press telegraph telegraphic wire information sporting sports television radio broadcasting media"
    );

    public static readonly FrozenSet<string> VagueTails = WordSet.Of(
        "agency bureau sheet service network channel company corporation group station association online"
    );

    /// <summary>Last words of outlets' names.</summary>
    public static readonly FrozenSet<string> Tails = WordSet.Of(
        "gleaner packet clarion beacon intelligencer tidings times post herald tribune gazette chronicle courier observer guardian telegraph journal dispatch bulletin examiner inquirer mirror "
            + "monitor news newspaper magazine tv radio television press daily weekly mail express record echo today wire review standard sentinel argus "
            + "register globe argus ledger mercury advertiser broadcasting"
    );
}
