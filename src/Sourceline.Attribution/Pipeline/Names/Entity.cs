using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Lexicons;

namespace Sourceline.Attribution.Pipeline.Names;

/// <summary>Somebody or something that the text names, under its fullest name.</summary>
internal sealed class Entity(string name, SourceKind kind, int firstToken, TextSpan span)
{
    public string Name { get; } = name;

    public SourceKind Kind { get; set; } = kind;

    /// <summary>The token of its first full mention.</summary>
    public int FirstToken { get; } = firstToken;

    /// <summary>The words of its first full mention.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>Other names that brackets introduce.</summary>
    public List<string> Aliases { get; } = [];

    public string? Role { get; set; }

    /// <summary>"magazine" for "the Mezhdunarodnaya Zhizn magazine".</summary>
    public string? OutletNoun { get; set; }

    /// <summary>"group" for "the Red Dawn group".</summary>
    public string? CalledAs { get; set; }

    public Gender Gender { get; set; }

    /// <summary>Whether the last word of its name says that it is called so: a Gazette is a newspaper.</summary>
    public bool IsCalledByTail(string noun) =>
        OutletNoun is null
        && Name.Contains(' ', StringComparison.Ordinal)
        && IsCalled(noun)
        && (Outlets.Tails.Contains(Tail) || Outlets.VagueTails.Contains(Tail));

    private string Tail => Name[(Name.LastIndexOf(' ') + 1)..].ToLowerInvariant();

    /// <summary>Whether the text may call this outlet "the newspaper" or "the agency": no agency is a newspaper.</summary>
    public bool IsCalled(string noun)
    {
        if (Kind != SourceKind.Outlet)
            return false;
        if (OutletNoun is not null)
            return OutletNoun == noun
                || Outlets.Pieces.Contains(noun)
                || (
                    OutletNoun is "daily" or "weekly" or "tabloid" or "broadsheet" or "newspaper"
                    && noun is "newspaper" or "paper" or "daily" or "weekly" or "tabloid"
                );
        return Tail switch
        {
            "agency" or "bureau" or "wire" or "press" => noun is "agency" or "newswire" or "outlet" || Outlets.Pieces.Contains(noun),
            "television" or "tv" or "radio" or "broadcasting" => noun is "broadcaster" or "station" or "channel" or "network" or "outlet"
                || Outlets.Pieces.Contains(noun),
            _ => !Outlets.Tails.Contains(Tail) && !Outlets.VagueTails.Contains(Tail)
                || noun is not ("agency" or "newswire" or "broadcaster" or "station" or "channel" or "network"),
        };
    }

    /// <summary>Whether a reference by a role noun, such as "the minister", may mean this person.</summary>
    public bool Fits(string noun) => Role is not null && Roles.Fits(noun, Role);
}

/// <summary>What a title or a role says of a person's sex; pronouns are matched with it where it is known.</summary>
internal enum Gender : byte
{
    Unknown,
    He,
    She,
}
