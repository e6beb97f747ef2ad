using Sourceline.Data.Model;

namespace Sourceline.Replies;

/// <summary>The desk's words for what becomes of replies.</summary>
internal static class ReplyWords
{
    public static string Of(ReplyState state) => state switch
    {
        ReplyState.Held => "Held",
        ReplyState.Approved => "Approved",
        ReplyState.Rejected => "Rejected",
        _ => "Spam",
    };

    /// <summary>The button that brings a reply there.</summary>
    public static string Button(ReplyState to) => to switch
    {
        ReplyState.Held => "Hold again",
        ReplyState.Approved => "Approve",
        ReplyState.Rejected => "Reject",
        _ => "Spam",
    };

    public static string Done(ReplyState to) => to switch
    {
        ReplyState.Held => "The reply is held again.",
        ReplyState.Approved => "The reply is approved and stands under its story.",
        ReplyState.Rejected => "The reply is rejected.",
        _ => "The reply is marked as spam.",
    };
}
