namespace Sourceline.Attribution;

/// <summary>Tokens from <c>First</c> up to, not including, <c>End</c>.</summary>
internal readonly record struct TokenRange(int First, int End)
{
    public int Count => End - First;

    public bool IsEmpty => End <= First;

    public bool Has(int token) => First <= token && token < End;
}

/// <summary>A sentence: its tokens and the number of its paragraph.</summary>
internal readonly record struct Sentence(TokenRange Tokens, int Paragraph)
{
    public int First => Tokens.First;

    public int End => Tokens.End;
}
