using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Names;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Clauses;

/// <summary>How a clause stands to what it attributes.</summary>
internal enum Placement : byte
{
    /// <summary>"Brand said the port was shut."</summary>
    Before,

    /// <summary>"The port was shut, Brand said."</summary>
    After,

    /// <summary>"The port, Brand said, was shut."</summary>
    Between,
}

/// <summary>A cue with its source and its content, as one sentence gives them.</summary>
internal sealed class CueClause
{
    public required Sentence Sentence { get; init; }

    public required TokenRange Cue { get; init; }

    public required double Weight { get; set; }

    /// <summary>How likely the model finds it that a reader would mark the clause; null where it was not asked.</summary>
    public double? Likely { get; set; }

    public CueVerb? Verb { get; init; }

    public Placement Placement { get; set; }

    /// <summary>Who says it; null where the sentence does not say.</summary>
    public SourcePhrase? Source { get; set; }

    /// <summary>The words that name the source as the model sees them, where it sees others than the rules; the chain keeps to the rules'.</summary>
    public TokenRange? Naming { get; set; }

    /// <summary>Hands between the reader and the source that the clause itself names, nearest first: outlets that a source was told to or cited by.</summary>
    public List<SourcePhrase> Relays { get; } = [];

    /// <summary>Who the source cites: "Reuters, citing two officials".</summary>
    public SourcePhrase? Cited { get; set; }

    /// <summary>The outlet's clause that this one stands in: "Reuters reported that Brand said ...".</summary>
    public CueClause? Outer { get; set; }

    public List<TokenRange> Content { get; } = [];

    /// <summary>The words around the cue that say when, where and to whom.</summary>
    public TokenRange Zone { get; set; }

    /// <summary>Words behind the content that say where it was said: ", in remarks carried by TASS".</summary>
    public TokenRange Venue { get; set; }

    public TokenRange? Hedge { get; set; }

    /// <summary>Whether it says how it came to this publication: "told reporters", "in a statement". Nothing is carried over it then.</summary>
    public bool OwnRoute { get; set; }

    /// <summary>Whether an outlet heard it from the source: "told Reuters", "in an interview with Reuters".</summary>
    public bool Heard { get; set; }

    /// <summary>Whether the speaker is that of the statement before: a quotation that follows without a cue, or "adding".</summary>
    public bool SameSpeaker { get; init; }

    /// <summary>Whether the cue is a noun: whose claim it is has not spoken here, so nobody later refers back to it as a speaker.</summary>
    public bool IsNoun { get; init; }

    /// <summary>How the source stands to the content, where the words around the cue say it: "rejected claims that". Null where the cue itself does.</summary>
    public Polarity? Polarity { get; set; }

    /// <summary>Where a hand before the source opens the clause: "TASS quoted Brand as saying".</summary>
    public int? Opens { get; init; }

    /// <summary>Where the clause begins: at its source or, where that does not stand in front, at its cue.</summary>
    public int Start =>
        Opens is { } opens ? opens
        : Source is { } source && source.Range.First < Cue.First && !SameSpeaker ? source.Range.First
        : Cue.First;

    public int FirstContent => Content.Count > 0 ? Content[0].First : Cue.First;
}
