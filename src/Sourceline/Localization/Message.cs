namespace Sourceline.Localization;

/// <summary>A text with placeholders, taken apart once: <c>{0}</c> for an argument, <c>&lt;0&gt;…&lt;/0&gt;</c> for markup around words.</summary>
internal sealed class Message
{
    /// <summary>Arguments are <c>{0}</c> to <c>{9}</c>.</summary>
    public const int MostArguments = 10;

    private readonly Piece[] _pieces;

    private Message(Piece[] pieces) => _pieces = pieces;

    /// <summary>What a piece of a message is.</summary>
    public enum PieceKind
    {
        Literal,
        Argument,
        Open,
        Close,
    }

    public ReadOnlySpan<Piece> Pieces => _pieces;

    /// <summary>The whole text where it has no placeholders; otherwise null.</summary>
    public string? Constant =>
        _pieces switch
        {
            [] => "",
            [{ Kind: PieceKind.Literal, Text: var text }] => text,
            _ => null,
        };

    /// <summary>Its placeholders, such as <c>{0}</c> and <c>&lt;1&gt;</c>, each once, in order.</summary>
    public IReadOnlyList<string> Placeholders =>
        [
            .. _pieces
                .Where(piece => piece.Kind is PieceKind.Argument or PieceKind.Open)
                .Select(piece => piece.Kind == PieceKind.Argument ? $"{{{piece.Index}}}" : $"<{piece.Index}>")
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Takes a text apart.</summary>
    /// <param name="text">The text; <c>{{</c> and <c>}}</c> stand for braces.</param>
    /// <param name="error">What is wrong with it; null where nothing is.</param>
    public static Message? Parse(string text, out string? error)
    {
        var pieces = new List<Piece>();
        var open = new Stack<int>();
        var literal = new System.Text.StringBuilder();
        error = null;
        for (var at = 0; at < text.Length; at++)
        {
            var rest = text.AsSpan(at);
            if (rest.StartsWith("{{") || rest.StartsWith("}}"))
            {
                literal.Append(text[at++]);
                continue;
            }
            var (piece, length) = rest switch
            {
                ['{', >= '0' and <= '9' and var index, '}', ..] => (new Piece(PieceKind.Argument, index - '0', ""), 3),
                ['<', >= '0' and <= '9' and var index, '>', ..] => (new Piece(PieceKind.Open, index - '0', ""), 3),
                ['<', '/', >= '0' and <= '9' and var index, '>', ..] => (new Piece(PieceKind.Close, index - '0', ""), 4),
                _ => (default, 0),
            };
            if (length == 0)
            {
                if (text[at] is '{' or '}')
                    error ??= "A brace must be part of a placeholder such as {0}, or doubled.";
                literal.Append(text[at]);
                continue;
            }
            if (piece.Kind == PieceKind.Open)
                open.Push(piece.Index);
            else if (piece.Kind == PieceKind.Close && (!open.TryPop(out var last) || last != piece.Index))
                error ??= $"</{piece.Index}> closes nothing.";
            AddLiteral();
            pieces.Add(piece);
            at += length - 1;
        }
        AddLiteral();
        if (open.Count > 0)
            error ??= $"<{open.Peek()}> is not closed.";
        return error is null ? new([.. pieces]) : null;

        void AddLiteral()
        {
            if (literal.Length > 0)
                pieces.Add(new(PieceKind.Literal, 0, literal.ToString()));
            literal.Clear();
        }
    }

    /// <summary>A piece of a message.</summary>
    /// <param name="Kind">What it is.</param>
    /// <param name="Index">Which argument.</param>
    /// <param name="Text">The words of a literal.</param>
    public readonly record struct Piece(PieceKind Kind, int Index, string Text);
}
