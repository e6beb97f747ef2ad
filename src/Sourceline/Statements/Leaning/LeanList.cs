using System.Runtime.CompilerServices;
using Sourceline.Data;

namespace Sourceline.Statements;

/// <summary>
/// All that leans on a source, a page at a time: memory does not grow with the list. Tellings lie all over the database, so several pages are read at once;
/// where they have to come from a disk, one alone would wait for it most of the time.
/// </summary>
internal sealed class LeanList(NewsDbFactory dbs)
{
    private const int AtOnce = 8;

    /// <summary>Few, so that the list begins at once.</summary>
    public int FirstPage { get; init; } = 50;

    public int Page { get; init; } = 500;

    /// <summary>The newest first; none of the pages is empty.</summary>
    public async IAsyncEnumerable<IReadOnlyList<LeaningStory>> PagesAsync(LeansOf which, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = dbs.Create();
        var leans = new LeanReader(db);
        var pages = new Queue<Task<List<LeaningStory>>>();
        var (last, isWhole) = (((DateTime, long)?)null, false);
        try
        {
            do
            {
                // One more than is taken, until there are enough.
                for (var more = 2; more > 0 && pages.Count < AtOnce && !isWhole; more--)
                {
                    var page = await leans.LeansAsync(which, last, last is null ? FirstPage : Page, cancellationToken);
                    isWhole = page.Count == 0;
                    if (isWhole) break;
                    last = (page[^1].PublishedUtc, page[^1].StoryId);
                    pages.Enqueue(Task.Run(() => TellAsync(which.SourceId, page, cancellationToken), cancellationToken));
                }
                if (pages.TryPeek(out var next) && await next is { Count: > 0 } stories) yield return stories;
                pages.TryDequeue(out _);
            } while (pages.Count > 0 || !isWhole);
        }
        finally
        {
            // Whoever stops listening leaves pages that are being read.
            await ((Task)Task.WhenAll(pages)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<List<LeaningStory>> TellAsync(long sourceId, List<LeanRow> leans, CancellationToken cancellationToken)
    {
        await using var db = dbs.Create();
        return await new LeanReader(db).TellAsync(sourceId, leans, cancellationToken);
    }
}
