using System.Collections.Frozen;

namespace Sourceline.Attribution;

/// <summary>What little is known of a language that has no rules of its own: its commonest cue verbs and pronouns.</summary>
/// <param name="Verbs">Forms that attribute a quotation beside them.</param>
/// <param name="Pronouns">Words for "he", "she", "they".</param>
/// <param name="Roles">Words that name somebody without a name, in scripts without capitals.</param>
/// <param name="HasCapitals">Whether names are known by capitals.</param>
internal sealed record ForeignCues(FrozenSet<string> Verbs, FrozenSet<string> Pronouns, FrozenSet<string> Roles, bool HasCapitals)
{
    private static readonly FrozenDictionary<string, ForeignCues> Known = new Dictionary<string, ForeignCues>
    {
        ["ru"] = Make(
            "сказал сказала сказали заявил заявила заявили сообщил сообщила сообщили отметил отметила добавил добавила подчеркнул подчеркнула "
            + "рассказал рассказала пояснил пояснила ответил ответила написал написала говорит считает уточнил уточнила",
            "он она они", ""),
        ["fr"] = Make(
            "dit déclaré affirmé ajouté expliqué indiqué précisé annoncé répondu écrit souligné estime affirme explique déclare ajoute assuré assure raconte",
            "il elle ils elles", ""),
        ["de"] = Make(
            "sagte sagten sagt erklärte erklärten betonte berichtete schrieb teilte antwortete fügte meinte kritisierte warnte forderte",
            "er sie es", ""),
        ["es"] = Make(
            "dijo dijeron dice afirmó declaró añadió agregó explicó señaló anunció aseguró indicó escribió respondió sostuvo advirtió",
            "él ella ellos ellas", ""),
        ["fa"] = Make("گفت گفتند افزود نوشت تأکید اظهار گفته", "او وی آنها", "سخنگوی سخنگو وزیر رئیس رییس مقام یک شهردار منبع", capitals: false),
        ["ar"] = Make("قال وقال قالت وقالت أضاف وأضاف أضافت صرح وصرح أكد وأكد أعلن كتب", "هو هي هم", "المتحدث وزير رئيس مسؤول مصدر", capitals: false),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The cues of a language by its BCP 47 tag; null where none are known.</summary>
    public static ForeignCues? Of(string language) => Known.GetValueOrDefault(language.Split('-')[0].ToLowerInvariant() is "prs" ? "fa" : language.Split('-')[0].ToLowerInvariant());

    private static ForeignCues Make(string verbs, string pronouns, string roles, bool capitals = true) =>
        new(WordSet.Of(verbs), WordSet.Of(pronouns), WordSet.Of(roles), capitals);
}
