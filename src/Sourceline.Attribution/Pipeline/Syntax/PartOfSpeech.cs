namespace Sourceline.Attribution.Pipeline.Syntax;

/// <summary>The parts of speech of the Penn Treebank. A contraction ("it's") has that of its first part.</summary>
internal enum PartOfSpeech : byte
{
    None,
    CC,
    CD,
    DT,
    EX,
    FW,
    IN,
    JJ,
    JJR,
    JJS,
    LS,
    MD,
    NN,
    NNP,
    NNPS,
    NNS,
    PDT,
    POS,
    PRP,
    PRPS,
    RB,
    RBR,
    RBS,
    RP,
    SYM,
    TO,
    UH,
    VB,
    VBD,
    VBG,
    VBN,
    VBP,
    VBZ,
    WDT,
    WP,
    WPS,
    WRB,
    Comma,
    Stop,
    Colon,
    OpenQuote,
    CloseQuote,
    OpenBracket,
    CloseBracket,
    Currency,
}

internal static class PartsOfSpeech
{
    public const int Count = (int)PartOfSpeech.Currency + 1;

    public static bool IsVerb(this PartOfSpeech pos) => pos is >= PartOfSpeech.VB and <= PartOfSpeech.VBZ;

    public static bool IsNoun(this PartOfSpeech pos) => pos is >= PartOfSpeech.NN and <= PartOfSpeech.NNS;

    /// <summary>From the treebank's name of it; <see cref="PartOfSpeech.None"/> for a name that is not known.</summary>
    public static PartOfSpeech Of(string name) =>
        name switch
        {
            "PRP$" => PartOfSpeech.PRPS,
            "WP$" => PartOfSpeech.WPS,
            "," => PartOfSpeech.Comma,
            "." => PartOfSpeech.Stop,
            ":" => PartOfSpeech.Colon,
            "``" => PartOfSpeech.OpenQuote,
            "''" => PartOfSpeech.CloseQuote,
            "-LRB-" => PartOfSpeech.OpenBracket,
            "-RRB-" => PartOfSpeech.CloseBracket,
            "$" or "#" => PartOfSpeech.Currency,
            _ => Enum.TryParse<PartOfSpeech>(name, out var pos) && pos <= PartOfSpeech.WRB ? pos : PartOfSpeech.None,
        };
}
