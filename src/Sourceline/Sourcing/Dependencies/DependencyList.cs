using System.Runtime.CompilerServices;

namespace Sourceline.Sourcing.Dependencies;

/// <summary>All stories that depend on a source, a page at a time, the next one being fetched while one is read and written: memory does not grow with the list.</summary>
internal sealed class DependencyList(DependencyReader reader)
{
    /// <summary>Few, so that the list begins at once.</summary>
    public int FirstPage { get; init; } = 50;

    public int Page { get; init; } = 500;

    /// <summary>The newest first.</summary>
    public async IAsyncEnumerable<IReadOnlyList<DependentStory>> PagesAsync(
        DependencyQuery which,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var next = reader.RowsAsync(which, null, FirstPage, cancellationToken);
        try
        {
            while (await next is { Count: > 0 } page)
            {
                var after = (page[^1].PublishedUtc, page[^1].StoryId);
                next = Task.Run(() => reader.RowsAsync(which, after, Page, cancellationToken), cancellationToken);
                yield return DependencyRow.Stories(page, which.SourceId);
            }
        }
        finally
        {
            // Whoever stops listening leaves a page that is being read; its connection is closed after it.
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
