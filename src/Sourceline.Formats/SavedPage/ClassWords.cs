using AngleSharp.Dom;

namespace Sourceline.Formats.SavedPage;

/// <summary>The words of which classes and ids are made: "comments-area", "article__related" and "shareTools" in their parts, in lower case.</summary>
internal static class ClassWords
{
    private const int LongestName = 300;

    /// <summary>The words of each class and of the id.</summary>
    public static IEnumerable<List<string>> Of(IElement element) =>
        $"{element.ClassName} {element.Id}"
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(name => name.Length <= LongestName)
            .Select(Split);

    private static List<string> Split(string name)
    {
        var (words, start) = (new List<string>(), -1);
        for (var at = 0; at < name.Length; at++)
        {
            var isLetter = char.IsAsciiLetter(name[at]);
            var beginsWord = isLetter && (start < 0 || (char.IsAsciiLetterUpper(name[at]) && char.IsAsciiLetterLower(name[at - 1])));
            if (start >= 0 && (!isLetter || beginsWord))
                words.Add(name[start..at].ToLowerInvariant());
            if (beginsWord)
                start = at;
            else if (!isLetter)
                start = -1;
        }

        if (start >= 0)
            words.Add(name[start..].ToLowerInvariant());
        return words;
    }
}
