using System.Collections.Frozen;

namespace Sourceline.Formats.Text;

/// <summary>The words before a name that say that it is the writer's: "By", "Von", "Written by:".</summary>
internal static class BylinePrefix
{
    /// <summary>Words that are never part of a name.</summary>
    private static readonly string[] Certain =
    [
        "written by",
        "reported by",
        "story by",
        "text by",
        "words by",
        "report by",
        "posted by",
        "published by",
        "authored by",
        "byline",
        "by",
        "geschrieben von",
        "ein bericht von",
        "bericht von",
        "von redakteur",
        "text von",
        "écrit par",
        "rédigé par",
        "propos recueillis par",
        "publié par",
        "escrito por",
        "publicado por",
        "redação por",
        "scritto da",
        "a cura di",
        "geschreven door",
        "door",
        "skrevet av",
        "napisał",
        "autor",
        "autorin",
        "auteur",
        "autora",
        "autore",
        "author",
        "authors",
        "автор",
        "авторы",
        "نویسنده",
        "بقلم",
        "کاتب",
    ];

    /// <summary>Words that begin names as well ("Von der Leyen"); a name of two words must follow.</summary>
    private static readonly FrozenSet<string> Doubtful = FrozenSet.ToFrozenSet(
        ["von", "par", "por", "av", "af", "fra", "от", "od", "text", "foto"],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The name alone; the line where no such words stand before it.</summary>
    public static string Remove(string line) => Find(line) ?? line;

    /// <summary>The name alone; null where no such words stand before it.</summary>
    public static string? Find(string line)
    {
        foreach (var words in Certain)
            if (line.StartsWith(words, StringComparison.OrdinalIgnoreCase) && Rest(line, words.Length) is { } name)
                return name;
        var end = line.AsSpan().IndexOfAny(' ', ':');
        if (end <= 0 || !Doubtful.Contains(line[..end]) || Rest(line, end) is not { } after)
            return null;
        var following = after.Split(' ');
        return following.Length >= 2 && char.IsUpper(following[0][0]) && char.IsUpper(following[1][0]) ? after : null;
    }

    /// <summary>What follows the words, where a colon or a space separates them from it.</summary>
    private static string? Rest(string line, int length)
    {
        if (line.Length <= length || line[length] is not (' ' or ':' or '：' or '\u00a0'))
            return null;
        var rest = line[length..].TrimStart(' ', ':', '：', '\u00a0');
        return rest.Length > 1 && !char.IsLower(rest[0]) ? rest : null;
    }
}
