using System.Text;
using Sourceline.Attribution.Model;
using Sourceline.Localization;

namespace Sourceline.Sourcing;

/// <summary>Says in words what a line draws.</summary>
public static class ChainWords
{
    /// <summary>What is said beside everything that no editor has looked at.</summary>
    public const string Unconfirmed = "found automatically, not yet confirmed by an editor";

    /// <summary>
    /// One sentence without its full stop: "Kommersant newspaper, reported Saturday 17 July 2021; who told the newspaper is not stated".
    /// </summary>
    /// <param name="line">The chain.</param>
    /// <param name="from">The first day on which it can have been said; null where the text does not tell.</param>
    /// <param name="to">The last day.</param>
    public static string Sentence(ChainView line, DateOnly? from, DateOnly? to)
    {
        ArgumentNullException.ThrowIfNull(line);
        var when = DateWords.Said(from, to);
        var words = new StringBuilder();
        if (when is null && line.Hops.Count == 1) words.Append(Reported(line) ? "Reported by " : "Said by ").Append(Named(line.Hops[0]));
        else words.Append(First(line.Hops[0]));
        for (var i = 1; i < line.Hops.Count; i++)
            words.Append(i == 1 ? ", citing " : ", which cites ").Append(Named(line.Hops[i]));
        if (when is not null) words.Append(line.Hops.Count > 1 ? "; " : ", ").Append(Reported(line) ? "reported " : "said ").Append(when);
        if (line.IsOpen) words.Append("; who told ").Append(Again(line.End)).Append(" is not stated");
        return words.ToString();
    }

    /// <summary>How a link is known, in a word or two.</summary>
    public static string Of(Basis basis) => basis switch
    {
        Basis.Stated => "stated",
        Basis.Carried => "carried from the context",
        _ => "inferred",
    };

    /// <summary>What a source is, where the text gives no role.</summary>
    public static string Of(SourceKind kind) => kind switch
    {
        SourceKind.Person => "person",
        SourceKind.Outlet => "news outlet",
        SourceKind.Organisation => "organisation",
        SourceKind.Document => "document",
        SourceKind.Reporter => "our reporter",
        _ => "not named",
    };

    private static string First(HopView station)
    {
        var named = Named(station);
        return char.ToUpperInvariant(named[0]) + named[1..];
    }

    /// <summary>The name with what it is and who it is: "Sergei Ryabkov (“He” in the text)", "a senior diplomat, who is Sergei Ryabkov (inferred, …)".</summary>
    private static string Named(HopView station)
    {
        var words = station.Kind == SourceKind.Outlet && CommonNoun(station) is { } noun && !Has(station.Name, noun)
            ? $"{station.Name} {noun}"
            : station.Name;
        // "A ministry official" begins a sentence in the text, and none here.
        if (station.Kind is SourceKind.Unnamed or SourceKind.Document && station.Slug is null) words = char.ToLowerInvariant(words[0]) + words[1..];
        if (station.Basis != Basis.Stated) words += $" ({Of(station.Basis)})";
        return station.Identity switch
        {
            null => words,
            { Basis: Basis.Carried } who => $"{who.Name} (“{station.Name}” in the text)",
            { } who => $"{words}, who is {who.Name} ({Of(who.Basis)}{(who.Confirmed ? ", confirmed by an editor" : null)})",
        };
    }

    private static bool Reported(ChainView line) => line.End.KnownKind == SourceKind.Outlet;

    private static string Again(HopView end) =>
        end.Identity?.Name ?? (CommonNoun(end) is { } noun ? $"the {noun}" : end.Name);

    /// <summary>"newspaper", of a source whose role is a common noun such as that.</summary>
    private static string? CommonNoun(HopView station) =>
        station.Role is { Length: > 0 } role && char.IsLower(role[0]) && role.Count(c => c == ' ') < 2 ? role : null;

    private static bool Has(string name, string noun) => name.Contains(noun, StringComparison.OrdinalIgnoreCase);
}
