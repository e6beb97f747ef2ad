using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Localization;

namespace Sourceline.Web.DeskShell;

/// <summary>What waits for somebody, for the head of every desk page.</summary>
public sealed class DeskWaiting(NewsDb db)
{
    /// <summary>Counting stops here, so that the head of a page costs the same in a small archive and in a large one.</summary>
    public const int Most = 1000;

    public async Task<Waiting> CountAsync(CancellationToken cancellationToken) =>
        new(
            await UpTo(db.Stories.Where(story => story.State == StoryState.Draft).OrderBy(story => story.ReceivedUtc))
                .CountAsync(cancellationToken),
            await UpTo(db.Replies.Where(reply => reply.State == ReplyState.Held).OrderBy(reply => reply.WrittenUtc))
                .CountAsync(cancellationToken)
        );

    /// <summary>At most <see cref="Most"/> rows of a query, to be counted; in the order of an index, so that none is sorted for it.</summary>
    public static IQueryable<T> UpTo<T>(IOrderedQueryable<T> rows) => rows.Take(Most);

    /// <summary>The number as it is shown: 1,000 may be more.</summary>
    public static string Words(Localizer words, int count)
    {
        ArgumentNullException.ThrowIfNull(words);
        return count < Most ? words.Number(count) : words["desk.or-more", Most];
    }
}

/// <summary>Stories and replies that nobody has decided on.</summary>
public sealed record Waiting(int Drafts, int Replies);
