namespace Sourceline.Attribution.Model;

/// <summary>How a source stands to the content of a statement.</summary>
public enum Polarity
{
    /// <summary>The source says that the content is so: "said", "reported", "confirmed".</summary>
    Asserts,

    /// <summary>The source says that the content is not so: "denied that", "rejected claims that".</summary>
    Denies,

    /// <summary>The source doubts or opposes the content: "disputed", "questioned whether", "rejected the plan".</summary>
    Disputes,

    /// <summary>The source takes back what it said before: "withdrew its report that".</summary>
    Withdraws,

    /// <summary>The source does not say whether the content is so: "would neither confirm nor deny that".</summary>
    NeitherConfirmsNorDenies,

    /// <summary>The source asks a question, or asks for something: "asked whether", "urged".</summary>
    Asks,

    /// <summary>The source makes something known that it does or has decided: "announced".</summary>
    Announces,

    /// <summary>The source commits itself: "promised", "vowed", "pledged".</summary>
    Promises,

    /// <summary>The source warns of something, or threatens with it.</summary>
    Warns,

    /// <summary>The source accuses somebody, without proof: "alleged", "accused".</summary>
    Alleges,
}
