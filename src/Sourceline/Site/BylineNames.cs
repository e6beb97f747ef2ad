namespace Sourceline.Site;

/// <summary>The writers whom a byline names. A byline is one line of text; machines want a person each.</summary>
internal static class BylineNames
{
    private static readonly string[] Conjunctions =
    [
        " and ",
        " und ",
        " et ",
        " y ",
        " e ",
        " en ",
        " och ",
        " og ",
        " i ",
        " и ",
        " و ",
        " ve ",
    ];

    /// <summary>The names in their order; the whole line where it may be one name, such as that of a couple or a firm.</summary>
    public static IReadOnlyList<string> Of(string byline)
    {
        ArgumentNullException.ThrowIfNull(byline);
        var parts = byline.Split([", ", "، ", .. Conjunctions], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && Array.TrueForAll(parts, part => part.Contains(' ', StringComparison.Ordinal) && !char.IsLower(part[0]))
            ? parts
            : [byline];
    }
}
