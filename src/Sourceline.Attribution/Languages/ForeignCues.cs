using System.Collections.Frozen;

namespace Sourceline.Attribution;

/// <summary>What little is known of a language that has no rules of its own: its commonest cue verbs and the words around them.</summary>
internal sealed record ForeignCues
{
    private static readonly FrozenDictionary<string, ForeignCues> Known = new Dictionary<string, ForeignCues>
    {
        ["ru"] = new()
        {
            Verbs = WordSet.Of(
                "сказал сказала сказали заявил заявила заявили сообщил сообщила сообщили отметил отметила добавил добавила подчеркнул подчеркнула "
                + "рассказал рассказала пояснил пояснила ответил ответила написал написала говорит считает уточнил уточнила"),
            Pronouns = WordSet.Of("он она они"),
            Helpers = WordSet.Of("также тогда позже ранее уже"),
            Stops = WordSet.Of(
                "в во на по из от до за о об при для с со к ко у и а но что как когда где если после перед через журналистам корреспонденту вчера сегодня "
                + "также тогда позже ранее уже это этот эта эти там здесь потом однако затем сейчас теперь по-прежнему вечером утром ему ей им нам мне"),
            OutletNouns = ["газет", "агентств", "журнал", "ежемесячник", "еженедельник", "телеканал", "радиостанц", "издани"],
        },
        ["fr"] = new()
        {
            Verbs = WordSet.Of(
                "dit déclaré affirmé ajouté expliqué indiqué précisé annoncé répondu écrit souligné estime affirme explique déclare ajoute assuré assure raconte"),
            Pronouns = WordSet.Of("il elle ils elles"),
            ToWhom = WordSet.Of("à au aux"),
            Helpers = WordSet.Of("a ont avait aussi également"),
            Stops = WordSet.Of(
                "à au aux de du des en dans sur par pour avec chez vers après avant depuis un une et ou mais que qui ce cette ces hier aujourd'hui aussi "
                + "également puis ainsi alors selon d'après son sa ses leur lui nous"),
            OutletNouns = ["journal", "quotidien", "hebdomadaire", "magazine", "agence", "radio", "chaîne"],
        },
        ["de"] = new()
        {
            Verbs = WordSet.Of("sagte sagten sagt erklärte erklärten betonte berichtete schrieb teilte antwortete fügte meinte kritisierte warnte forderte"),
            Pronouns = WordSet.Of("er sie es"),
            ToWhom = WordSet.Of("der dem gegenüber"),
            Helpers = WordSet.Of("am"),
            Stops = WordSet.Of(
                "in im an am auf aus bei beim mit nach von vom vor zu zum zur über unter für gegen ein eine einer eines einem einen und oder aber dass wie wenn "
                + "gestern heute außerdem zudem auch dann dort hier dieser diese jener jene ihr sein seine ihm ihnen uns mir "
                + "montag dienstag mittwoch donnerstag freitag samstag sonntag"),
            OutletNouns = ["zeitung", "magazin", "nachrichtenagentur", "sender", "zeitschrift"],
        },
        ["es"] = new()
        {
            Verbs = WordSet.Of("dijo dijeron dice afirmó declaró añadió agregó explicó señaló anunció aseguró indicó escribió respondió sostuvo advirtió"),
            Pronouns = WordSet.Of("él ella ellos ellas"),
            ToWhom = WordSet.Of("a al"),
            Helpers = WordSet.Of("también le"),
            Stops = WordSet.Of(
                "a al de del en con por para sin sobre tras ante desde hasta un una unos unas y o pero que como cuando ayer hoy también además luego según "
                + "este esta ese esa su sus nos"),
            OutletNouns = ["diario", "periódico", "revista", "agencia", "emisora", "cadena"],
        },
        ["fa"] = new()
        {
            Verbs = WordSet.Of("گفت گفتند افزود نوشت تأکید اظهار گفته"),
            Pronouns = WordSet.Of("او وی آنها"),
            Roles = WordSet.Of("سخنگوی سخنگو وزیر معاون رئیس رییس مقام یک شهردار منبع سرپرست مدیر نماینده استاد استادی"),
            Stops = WordSet.Of("که همچنین سپس نیز هم این آن به از در با برای بر تا اما و"),
            OutletNouns = ["روزنامه", "مجله", "خبرگزاری", "هفته‌نامه", "شبکه"],
            Given = GivenNames.Persian,
            Addressee = "به",
            VerbLast = true,
            HasCapitals = false,
        },
        ["ar"] = new()
        {
            Verbs = WordSet.Of("قال وقال قالت وقالت أضاف وأضاف أضافت صرح وصرح أكد وأكد أعلن كتب"),
            Pronouns = WordSet.Of("هو هي هم"),
            Roles = WordSet.Of("المتحدث متحدث وزير وزيرة رئيس رئيسة مسؤول مصدر مدير نائب"),
            Stops = WordSet.Of("إن أن بأن في من على إلى عن مع يوم أمس اليوم أيضا أيضاً كما خلال بعد قبل هذا هذه ذلك الذي التي لم لا ما"),
            OutletNouns = ["صحيفة", "لصحيفة", "مجلة", "لمجلة", "وكالة", "لوكالة", "قناة", "لقناة"],
            Given = GivenNames.Arabic,
            HasCapitals = false,
        },
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Forms that attribute a quotation beside them.</summary>
    public required FrozenSet<string> Verbs { get; init; }

    /// <summary>Words for "he", "she", "they".</summary>
    public required FrozenSet<string> Pronouns { get; init; }

    /// <summary>Words that name somebody without a name, in scripts without capitals.</summary>
    public FrozenSet<string> Roles { get; init; } = [];

    /// <summary>Auxiliaries and adverbs that may part a name from the verb behind it.</summary>
    public FrozenSet<string> Helpers { get; init; } = [];

    /// <summary>Words that no source holds, nor what stands between it and the verb: prepositions, adverbs, indefinite articles.</summary>
    public required FrozenSet<string> Stops { get; init; }

    /// <summary>What the words for newspapers and agencies begin with or, where they are compounds, end with.</summary>
    public required string[] OutletNouns { get; init; }

    /// <summary>Given names by which a name is known where there are no capitals.</summary>
    public FrozenSet<string> Given { get; init; } = [];

    /// <summary>The preposition before whom something is told, where it stands before the verb.</summary>
    public string Addressee { get; init; } = "";

    /// <summary>What stands before whom something is told, behind the verb. Empty where a case alone says it.</summary>
    public FrozenSet<string> ToWhom { get; init; } = [];

    /// <summary>Whether the speaker stands before the verb and never behind it.</summary>
    public bool VerbLast { get; init; }

    /// <summary>Whether names are known by capitals.</summary>
    public bool HasCapitals { get; init; } = true;

    /// <summary>The cues of a language by its BCP 47 tag; null where none are known.</summary>
    public static ForeignCues? Of(string language) => Known.GetValueOrDefault(language.Split('-')[0].ToLowerInvariant() is "prs" ? "fa" : language.Split('-')[0].ToLowerInvariant());

    public bool IsOutletNoun(string lower) =>
        Array.Exists(OutletNouns, n => lower.StartsWith(n, StringComparison.Ordinal) || (HasCapitals && lower.EndsWith(n, StringComparison.Ordinal)));
}
