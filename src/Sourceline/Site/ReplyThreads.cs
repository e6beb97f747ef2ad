using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;

namespace Sourceline.Site;

/// <summary>A reply as readers see it. Neither the e-mail nor anything made of it is read.</summary>
public sealed record ReplyView(long Id, long? ParentId, string Name, string Body, DateTime WrittenUtc);

/// <summary>Approved replies with those that answer them, oldest first, a page at a time.</summary>
/// <param name="Top">Those that answer none on this page.</param>
/// <param name="Answers">By the reply that they answer.</param>
/// <param name="Next">The last reply here where later ones follow; null at the end.</param>
public sealed record ReplyThreads(IReadOnlyList<ReplyView> Top, ILookup<long, ReplyView> Answers, long? Next)
{
    private const int PageSize = 100;

    /// <summary>Indentation ends here; a longer argument goes on at the same depth.</summary>
    public const int Deepest = 4;

    /// <summary>A reply of this page; null where it is not here.</summary>
    public ReplyView? Find(long? id) =>
        id is null ? null : Top.Concat(Answers.SelectMany(answers => answers)).FirstOrDefault(reply => reply.Id == id);

    /// <summary>The approved replies of a story after one of them, or from the start.</summary>
    internal static async Task<ReplyThreads> ReadAsync(NewsDb db, long storyId, long? after, CancellationToken cancellationToken)
    {
        var replies = db.Replies.AsNoTracking().Where(reply => reply.StoryId == storyId && reply.State == ReplyState.Approved);
        if (
            after is not null
            && await replies
                .Where(reply => reply.Id == after)
                .Select(reply => (DateTime?)reply.WrittenUtc)
                .FirstOrDefaultAsync(cancellationToken)
                is { } at
        )
            replies = replies.Where(reply => reply.WrittenUtc >= at && (reply.WrittenUtc > at || reply.Id > after));
        var read = await replies
            .OrderBy(reply => reply.WrittenUtc)
            .ThenBy(reply => reply.Id)
            .Take(PageSize + 1)
            .Select(reply => new ReplyView(reply.Id, reply.ParentId, reply.Name, reply.Body, reply.WrittenUtc))
            .ToListAsync(cancellationToken);
        List<ReplyView> page = [.. read.Take(PageSize)];
        return Threads(page, read.Count > PageSize ? page[^1].Id : null);
    }

    private static ReplyThreads Threads(List<ReplyView> page, long? next)
    {
        var here = page.Select(reply => reply.Id).ToHashSet();
        bool Answers(ReplyView reply) => reply.ParentId is { } parent && parent != reply.Id && here.Contains(parent);
        return new([.. page.Where(reply => !Answers(reply))], page.Where(Answers).ToLookup(reply => reply.ParentId!.Value), next);
    }
}

/// <summary>A reply in its thread, for the page.</summary>
/// <param name="Depth">1 for one that answers none.</param>
public sealed record ReplyNode(ReplyView Reply, StoryPage Story, int Depth);
