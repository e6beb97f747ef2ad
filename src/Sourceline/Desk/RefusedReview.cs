using Sourceline.Stories.Publishing;

namespace Sourceline.Desk;

/// <summary>A form of the review that was sent and could not be done; it is shown again as it was filled in.</summary>
/// <param name="Form">Which form.</param>
/// <param name="Id">Of the statement or the hop that it is about.</param>
/// <param name="Ordinal">Of the statement.</param>
/// <param name="Why">The reason.</param>
public sealed record RefusedReview(ReviewForm Form, long Id, int Ordinal, ActRefusedException Why)
{
    /// <summary>What was typed.</summary>
    public HopEditFields Fields { get; init; } = new();

    /// <summary>Where a hop was to be added.</summary>
    public int Chain { get; init; }

    /// <summary>The place in the chain where it was to be added.</summary>
    public int Position { get; init; }
}

/// <summary>The forms of the review in which an editor types.</summary>
public enum ReviewForm
{
    AddHop,
    EditHop,
    Identity,
}
