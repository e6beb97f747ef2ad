namespace Sourceline.Attribution;

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

    public Gender Gender { get; set; }

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
