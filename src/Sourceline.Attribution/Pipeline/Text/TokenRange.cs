namespace Sourceline.Attribution.Pipeline.Text;

/// <summary>Tokens from <c>First</c> up to, not including, <c>End</c>.</summary>
internal readonly record struct TokenRange(int First, int End)
{
    public int Count => End - First;

    public bool IsEmpty => End <= First;

    public bool Has(int token) => First <= token && token < End;

    public bool Overlaps(TokenRange other) => First < other.End && other.First < End;

    /// <summary>How many tokens two ranges share.</summary>
    public int Shared(TokenRange other) => Math.Max(0, Math.Min(End, other.End) - Math.Max(First, other.First));
}

/// <summary>A sentence: its tokens and the number of its paragraph.</summary>
internal readonly record struct Sentence(TokenRange Tokens, int Paragraph)
{
    public int First => Tokens.First;

    public int End => Tokens.End;
}
