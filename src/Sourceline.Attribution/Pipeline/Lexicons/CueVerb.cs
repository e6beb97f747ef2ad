namespace Sourceline.Attribution.Pipeline.Lexicons;

/// <summary>What may follow a cue verb as content.</summary>
[Flags]
internal enum Complement : byte
{
    None = 0,

    /// <summary>A clause with "that", "whether", "how", or a quotation.</summary>
    Clause = 1,

    /// <summary>A clause without "that".</summary>
    Bare = 2,

    /// <summary>"to" and a verb.</summary>
    Infinitive = 4,

    /// <summary>A noun phrase: "condemned the raid".</summary>
    Object = 8,

    /// <summary>Somebody is spoken to before the content: "told the court that".</summary>
    Addressee = 16,
}

/// <summary>The form of a verb, as far as the rules part them.</summary>
internal enum VerbForm : byte
{
    Past,
    Third,
    Base,
    Gerund,
}

/// <summary>One form of a verb that attributes.</summary>
/// <param name="Lemma">Its dictionary form.</param>
/// <param name="Form">Which form.</param>
/// <param name="Takes">What may follow.</param>
/// <param name="Strong">Whether it reports speech wherever it stands with a subject.</param>
/// <param name="Weight">How much it is worth as evidence, 0 to 1.</param>
internal sealed record CueVerb(string Lemma, VerbForm Form, Complement Takes, bool Strong, double Weight);
