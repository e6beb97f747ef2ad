using System.Collections.Frozen;
using Sourceline.Attribution.Pipeline.Lexicons;

namespace Sourceline.Attribution.Pipeline.Languages;

/// <summary>What little is known of a language that has no rules of its own: its commonest cue verbs and the words around them.</summary>
internal sealed record ForeignCues
{
    private static readonly FrozenDictionary<string, ForeignCues> Known = new Dictionary<string, ForeignCues>
    {
        ["ru"] = new()
        {
            Verbs = WordSet.Of(
                "сказал сказала сказали заявил заявила заявили сообщил сообщила сообщили отметил отметила добавил добавила подчеркнул подчеркнула "
                    + "рассказал рассказала рассказали пояснил пояснила ответил ответила написал написала говорит считает уточнил уточнила отметили добавили объяснил объяснила "
                    + "заверил заверила признал признала признался призналась напомнил напомнила предупредил предупредила утверждает утверждал заключил заключила посетовал "
                    + "передаёт передает пишет сообщает сообщают отмечает подчёркивает подчеркивает"
            ),
            That = WordSet.Of("что"),
            Inserts = WordSet.Of("— –"),
            SpeakingOutlets = WordSet.Of("газета агентство журнал телеканал издание радиостанция еженедельник"),
            Pronouns = WordSet.Of("он она они"),
            Helpers = WordSet.Of("также тогда позже ранее уже"),
            Stops = WordSet.Of(
                "в во на по из от до за о об при для с со к ко у и а но что как когда где если после перед через журналистам корреспонденту вчера сегодня "
                    + "также тогда позже ранее уже это этот эта эти там здесь потом однако затем сейчас теперь по-прежнему вечером утром ему ей им нам мне"
            ),
            OutletNouns = ["газет", "агентств", "журнал", "ежемесячник", "еженедельник", "телеканал", "радиостанц", "издани"],
        },
        ["fr"] = new()
        {
            Verbs = WordSet.Of(
                "dit déclaré affirmé ajouté expliqué indiqué précisé annoncé répondu écrit souligné estime affirme explique déclare ajoute assuré assure raconte "
                    + "confié lancé martelé déploré réagi rappelé regretté insisté reconnu promis prévenu détaillé dénoncé rapporté rapporte indique précise souligne annonce"
            ),
            According = WordSet.Of("selon"),
            That = WordSet.Of("que qu"),
            Inserts = WordSet.Of(","),
            Pronouns = WordSet.Of("il elle ils elles"),
            ToWhom = WordSet.Of("à au aux avec"),
            Helpers = WordSet.Of("a ont avait avaient aussi également a-t-il a-t-elle ont-ils ont-elles"),
            Stops = WordSet.Of(
                "à au aux de du des en dans sur par pour avec chez vers après avant depuis un une et ou mais que qui ce cette ces hier aujourd'hui aussi "
                    + "également puis ainsi alors selon d'après son sa ses leur lui nous"
            ),
            OutletNouns = ["journal", "quotidien", "hebdomadaire", "magazine", "agence", "radio", "chaîne"],
        },
        ["de"] = new()
        {
            Verbs = WordSet.Of(
                "sagte sagten sagt erklärte erklärten erklärt betonte betont berichtete schrieb schreibt teilte teilten antwortete fügte meinte meint kritisierte "
                    + "warnte warnt forderte fordert versicherte ergänzte mahnte bekräftigte äußerte"
            ),
            BehindQuotation = WordSet.Of("so"),
            According = WordSet.Of("laut"),
            That = WordSet.Of("dass"),
            Articles = WordSet.Of("der die das den dem"),
            Pronouns = WordSet.Of("er sie es"),
            ToWhom = WordSet.Of("der dem gegenüber"),
            Helpers = WordSet.Of("am"),
            Stops = WordSet.Of(
                "in im an am auf aus bei beim mit nach von vom vor zu zum zur über unter für gegen ein eine einer eines einem einen und oder aber dass wie wenn "
                    + "gestern heute außerdem zudem auch dann dort hier dieser diese jener jene ihr sein seine ihm ihnen uns mir "
                    + "montag dienstag mittwoch donnerstag freitag samstag sonntag"
            ),
            OutletNouns = ["zeitung", "magazin", "nachrichtenagentur", "sender", "zeitschrift"],
        },
        ["es"] = new()
        {
            Verbs = WordSet.Of(
                "dijo dijeron dice dicen afirmó afirma declaró añadió añade agregó explicó explica señaló señala anunció aseguró asegura indicó escribió respondió "
                    + "sostuvo advirtió manifestó comentó relató contó insistió reiteró lamentó precisó destacó subrayó recordó informó admitió reconoció"
            ),
            According = WordSet.Of("según"),
            That = WordSet.Of("que"),
            Pronouns = WordSet.Of("él ella ellos ellas"),
            ToWhom = WordSet.Of("a al con"),
            Helpers = WordSet.Of("también le"),
            Stops = WordSet.Of(
                "a al de del en con por para sin sobre tras ante desde hasta un una unos unas y o pero que como cuando ayer hoy también además luego según "
                    + "este esta ese esa su sus nos"
            ),
            OutletNouns = ["diario", "periódico", "revista", "agencia", "emisora", "cadena"],
        },
        ["fa"] = new()
        {
            Verbs = WordSet.Of("گفت گفتند افزود نوشت تأکید تاکید اظهار گفته گزارش تصریح"),
            Pronouns = WordSet.Of("او وی آنها"),
            That = WordSet.Of("که"),
            SpeakingOutlets = WordSet.Of("روزنامه مجله خبرگزاری هفته‌نامه شبکه"),
            Roles = WordSet.Of(
                "والی ولسوال قوماندان سخنگوی سخنگو وزیر معاون رئیس رییس مقام یک شهردار منبع سرپرست مدیر نماینده استاد استادی"
            ),
            Stops = WordSet.Of("که همچنین سپس نیز هم این آن به از در با برای بر تا اما و"),
            OutletNouns = ["روزنامه", "مجله", "خبرگزاری", "هفته‌نامه", "شبکه"],
            Given = GivenNames.Persian,
            Addressee = "به",
            VerbLast = true,
            HasCapitals = false,
        },
        ["ar"] = new()
        {
            Verbs = WordSet.Of(
                "قال وقال قالت وقالت قالوا وقالوا أضاف وأضاف أضافت وأضافت صرح وصرح صرحت وصرحت أكد وأكد أكدت وأكدت أعلن وأعلن أعلنت وأعلنت أوضح وأوضح أوضحت وأوضحت كتب كتبت ذكر وذكر ذكرت وذكرت أفاد أفادت وأفادت"
            ),
            Pronouns = WordSet.Of("هو هي هم"),
            That = WordSet.Of("إن أن بأن"),
            SpeakingOutlets = WordSet.Of("صحيفة مجلة وكالة قناة"),
            Roles = WordSet.Of("المتحدث متحدث وزير وزيرة رئيس رئيسة مسؤول مصدر مدير نائب"),
            Stops = WordSet.Of("إن أن بأن في من على إلى عن مع يوم أمس اليوم أيضا أيضاً كما خلال بعد قبل هذا هذه ذلك الذي التي لم لا ما"),
            OutletNouns = ["صحيفة", "لصحيفة", "مجلة", "لمجلة", "وكالة", "لوكالة", "قناة", "لقناة"],
            Given = GivenNames.Arabic,
            HasCapitals = false,
        },
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Forms that attribute a quotation beside them.</summary>
    public required FrozenSet<string> Verbs { get; init; }

    /// <summary>Words that attribute as a verb does, but only right behind a quotation: "so Holm".</summary>
    public FrozenSet<string> BehindQuotation { get; init; } = [];

    /// <summary>Words for "according to", with the source right behind.</summary>
    public FrozenSet<string> According { get; init; } = [];

    /// <summary>The word that opens what is said as a clause: "that".</summary>
    public required FrozenSet<string> That { get; init; }

    /// <summary>Marks that part a speaker from what is said within one pair of quotation marks; empty where that is not the custom.</summary>
    public FrozenSet<string> Inserts { get; init; } = [];

    /// <summary>Words for newspapers and agencies in the case in which they speak, where their name in marks follows.</summary>
    public FrozenSet<string> SpeakingOutlets { get; init; } = [];

    /// <summary>Articles, where every noun has a capital: what is one word behind one is no name.</summary>
    public FrozenSet<string> Articles { get; init; } = [];

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
    public static ForeignCues? Of(string language) =>
        Known.GetValueOrDefault(language.Split('-')[0].ToLowerInvariant() is "prs" ? "fa" : language.Split('-')[0].ToLowerInvariant());

    /// <summary>Whether a word attributes; French joins a pronoun to it: "explique-t-elle".</summary>
    public bool IsVerb(string lower) =>
        Verbs.Contains(lower)
        || (
            lower.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash
            && lower[(dash + 1)..] is "il" or "elle" or "t-il" or "t-elle" or "ils" or "elles"
            && Verbs.Contains(lower[..dash])
        );

    public bool IsOutletNoun(string lower) =>
        Array.Exists(OutletNouns, n =>
            lower.StartsWith(n, StringComparison.Ordinal) || (HasCapitals && lower.EndsWith(n, StringComparison.Ordinal))
        );
}
