using System.ComponentModel.DataAnnotations;

namespace Sourceline.Data.Model;

/// <summary>
/// Something that was done, by whom, when and why. The log of acts is what everything derived follows; only <c>ActLog</c>
/// writes it.
/// </summary>
public sealed class Act
{
    /// <summary>1 and up in the order of commit, without one ever appearing below a number already seen.</summary>
    public long Sequence { get; set; }

    public ActKind Kind { get; set; }

    public long? StoryId { get; set; }

    /// <summary>The version that the act is about.</summary>
    public int? Version { get; set; }

    /// <summary>The reply, source or statement that the act is about.</summary>
    public long? SubjectId { get; set; }

    /// <summary>A staff member's name, or <c>import</c>, <c>clock</c>.</summary>
    [MaxLength(256)]
    public required string Actor { get; set; }

    /// <summary>Why, for the log; of an act that takes a story from readers, also for the notice in its place.</summary>
    [MaxLength(2000)]
    public string? Reason { get; set; }

    /// <summary>What readers are told of a new text: the words under "Correction".</summary>
    [MaxLength(2000)]
    public string? Note { get; set; }

    public DateTime AtUtc { get; set; }

    /// <summary>The time that the act set: when a story is scheduled or under embargo until, or its new date.</summary>
    public DateTime? TimeUtc { get; set; }

    /// <summary>The date under which readers saw the story before, where the act changed it: lists have it there no more.</summary>
    public DateTime? DateBeforeUtc { get; set; }
}

/// <summary>What was done. Each kind has its own file in <c>Stories/Publishing/Acts</c>.</summary>
public enum ActKind
{
    /// <summary>A new version came in; not public by itself.</summary>
    Receive,

    /// <summary>A new text was written at the desk; not public by itself.</summary>
    Draft,
    Publish,
    Schedule,
    Embargo,
    Update,

    /// <summary>A slip that changes nothing in what is told.</summary>
    CorrectMinor,

    /// <summary>Something told was wrong.</summary>
    CorrectMaterial,
    Clarify,
    Withhold,
    Release,
    Kill,
    TakeDown,
    Unpublish,

    /// <summary>An editor confirmed, mended or rejected statements.</summary>
    ReviewStatements,

    /// <summary>The story was said to be a translation of another.</summary>
    LinkTranslation,

    /// <summary>It was said to be none.</summary>
    UnlinkTranslation,
    ApproveReply,
    RejectReply,
    MarkReplySpam,

    /// <summary>A reply was held again.</summary>
    HoldReply,

    /// <summary>The embargo ended before its time, and the story was published.</summary>
    LiftEmbargo,

    /// <summary>A story that was scheduled or under embargo was taken back.</summary>
    BackToDraft,

    /// <summary>The date that the page shows was corrected.</summary>
    SetDate,

    /// <summary>Derived rows were repaired by <c>sourceline rebuild</c>. It belongs to no story.</summary>
    Rebuild,
}
