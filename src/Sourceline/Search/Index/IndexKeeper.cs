using Lucene.Net.Index;
using Lucene.Net.Store;
using Sourceline.Data;

namespace Sourceline.Search.Index;

/// <summary>Opens the index that is in use, makes one where there is none or where it does not fit.</summary>
internal sealed partial class IndexKeeper(
    IndexFolder folder,
    SearchIndex search,
    IndexBuilder builder,
    NewsDbFactory dbs,
    ILogger<IndexKeeper> log
)
{
    /// <summary>Makes the index ready: it is in step with what the log was when this began.</summary>
    /// <param name="progress">Told how many stories of how many are in, where it has to be built.</param>
    /// <param name="searched">Whether anybody will search it.</param>
    /// <param name="cancellationToken">Stops the building.</param>
    /// <exception cref="LockObtainFailedException">Another program keeps it.</exception>
    public async Task OpenAsync(Action<long, long>? progress, bool searched, CancellationToken cancellationToken)
    {
        var index = await OpenFittingAsync(searched, cancellationToken);
        // Searched while it is being built: half an answer that says so is better than none.
        search.Use(index);
        folder.Use(index.Folder);
        folder.Tidy();
        if (index.Mark is null)
            await builder.BuildAsync(index, Shown(index, progress), cancellationToken);
    }

    /// <summary>
    /// Asks for the index, and has searches answered meanwhile from what the program that keeps it has committed. Before its first commit there is
    /// nothing to search.
    /// </summary>
    public void Borrow()
    {
        if (folder.Current() is not { } path)
            return;
        OpenIndex.AskFor(path);
        if (search.Open is BorrowedIndex && !IsReplaced())
        {
            search.Open.Refresh();
            return;
        }
        try
        {
            search.Use(BorrowedIndex.Open(path));
            KeptElsewhere(log);
        }
        catch (Exception e) when (e is IndexNotFoundException or DirectoryNotFoundException)
        {
            search.Use(null);
        }
    }

    /// <summary>Whether the open index is the one in use no more: another program has put another in its place, or somebody has deleted it.</summary>
    public bool IsReplaced() => search.Open is { } open && folder.Current() != open.Folder;

    private static Action<long, long> Shown(OpenIndex index, Action<long, long>? progress) =>
        (done, total) =>
        {
            if (done % 5000 == 0)
                index.Refresh();
            progress?.Invoke(done, total);
        };

    private async Task<OpenIndex> OpenFittingAsync(bool searched, CancellationToken cancellationToken)
    {
        var index = TryOpen(folder.Current(), searched) ?? OpenIndex.Open(folder.Next(), searched);
        var fits = false;
        try
        {
            fits = index.Mark is not { } mark || await FitsAsync(mark, cancellationToken);
        }
        finally
        {
            // Also where the database does not answer: nobody else would close it, and it could not be opened again.
            if (!fits)
                index.Dispose();
        }
        if (fits)
            return index;
        DoesNotFit(log);
        return OpenIndex.Open(folder.Next(), searched);
    }

    private async Task<bool> FitsAsync(IndexMark mark, CancellationToken cancellationToken)
    {
        if (mark.Rules != builder.Rules)
            return false;
        await using var db = dbs.Create();
        return await mark.IsOfAsync(db, cancellationToken);
    }

    private OpenIndex? TryOpen(string? path, bool searched)
    {
        if (path is null)
            return null;
        try
        {
            return OpenIndex.Open(path, searched);
        }
        catch (Exception e)
            when (e
                    is CorruptIndexException
                        or IndexFormatTooOldException
                        or IndexFormatTooNewException
                        or FileNotFoundException
                        or DirectoryNotFoundException
                        or EndOfStreamException
            )
        {
            Broken(log, path, e);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search index does not fit the database or the settings; it is built anew.")]
    private static partial void DoesNotFit(ILogger logger);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Another program, an import perhaps, keeps the search index of this data folder and is asked for it; until then searches find what it has committed."
    )]
    private static partial void KeptElsewhere(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "The search index in {Folder} cannot be read; it is built anew.")]
    private static partial void Broken(ILogger logger, string folder, Exception exception);
}
