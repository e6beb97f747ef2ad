namespace Sourceline.Formats.Markup;

/// <summary>One token of markup.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The name of a tag; decoded text; the content of a CDATA section.</param>
/// <param name="Line">Where it begins, 1 and up.</param>
internal readonly record struct MarkupToken(MarkupTokenKind Kind, string Value, long Line)
{
    /// <summary>Of an opening tag; names as written, values decoded.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Attributes { get; init; } = [];

    /// <summary>Whether an opening tag closes itself.</summary>
    public bool Empty { get; init; }

    /// <summary>Whether the text broke off inside this token.</summary>
    public bool Cut { get; init; }
}

internal enum MarkupTokenKind
{
    End,
    Text,
    CData,
    Open,
    Close,
}
