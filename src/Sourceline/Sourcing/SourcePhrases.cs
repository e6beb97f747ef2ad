using System.Collections.Frozen;

namespace Sourceline.Sourcing;

/// <summary>Phrases that stand for a source without naming it.</summary>
internal static class SourcePhrases
{
    /// <summary>Pronouns that say nothing about who is meant, in the languages that are read.</summary>
    private static readonly FrozenSet<string> Pronouns = FrozenSet.ToFrozenSet(
        [
            "he", "she", "it", "they", "who", "which", "we", "i", "one", "this", "that",
            "он", "она", "оно", "они", "кто", "который", "которая", "которые", "мы", "я", "він", "вона", "воно", "вони", "ми",
            "او", "وی", "آن", "آنها", "آن‌ها", "ایشان", "آنان", "ما", "من", "هو", "هي", "هم", "نحن",
            "il", "elle", "ils", "elles", "on", "qui", "nous", "er", "sie", "es", "wir", "él", "ella", "ellos", "ellas", "quien",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Words that have a capital at the beginning of a sentence only.</summary>
    private static readonly FrozenSet<string> Openers = FrozenSet.ToFrozenSet(
        [
            "A", "An", "The", "One", "Two", "Three", "Four", "Five", "Six", "Several", "Some", "Many", "Both", "Other", "Another", "Its", "His", "Her", "Their", "He", "She",
            "It", "They", "Who", "Which", "We", "This", "That", "Sources", "Officials", "Witnesses", "People", "Он", "Она", "Оно", "Они", "Источник", "Источники", "Il", "Elle",
            "Un", "Une", "Le", "La", "Les", "Des", "Er", "Sie", "Ein", "Eine", "Der", "Die", "Das", "Él", "Ella", "El", "Los", "Las", "Una",
        ]);

    public static bool IsPronoun(string name) => Pronouns.Contains(name);

    /// <summary>"A ministry official" begins a sentence in the text and stands within one here. Names keep their capital.</summary>
    public static string WithinSentence(string name)
    {
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return Openers.Contains(space < 0 ? name : name[..space]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;
    }
}
