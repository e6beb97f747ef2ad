using Sourceline.Data.Model;
using Sourceline.Localization;

namespace Sourceline.Replies;

/// <summary>The desk's words for what becomes of replies.</summary>
internal static class ReplyWords
{
    public static string Of(Localizer words, ReplyState state) =>
        words[
            state switch
            {
                ReplyState.Held => "moderation.held",
                ReplyState.Approved => "moderation.approved",
                ReplyState.Rejected => "moderation.rejected",
                _ => "moderation.spam",
            }
        ];

    /// <summary>The state with who decided on it, as a key; <c>&lt;0&gt;</c> is around the name.</summary>
    public static string DecidedBy(ReplyState state) =>
        state switch
        {
            ReplyState.Held => "moderation.held-by",
            ReplyState.Approved => "moderation.approved-by",
            ReplyState.Rejected => "moderation.rejected-by",
            _ => "moderation.spam-by",
        };

    /// <summary>The button that brings a reply there.</summary>
    public static string Button(Localizer words, ReplyState to) =>
        words[
            to switch
            {
                ReplyState.Held => "moderation.hold-again",
                ReplyState.Approved => "moderation.approve",
                ReplyState.Rejected => "moderation.reject",
                _ => "moderation.mark-spam",
            }
        ];

    public static string Done(Localizer words, ReplyState to) =>
        words[
            to switch
            {
                ReplyState.Held => "moderation.done-held",
                ReplyState.Approved => "moderation.done-approved",
                ReplyState.Rejected => "moderation.done-rejected",
                _ => "moderation.done-spam",
            }
        ];
}
