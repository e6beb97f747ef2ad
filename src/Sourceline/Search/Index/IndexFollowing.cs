using Lucene.Net.Store;
using Sourceline.Data;

namespace Sourceline.Search.Index;

/// <summary>Brings the index up to date for a verb, where no server has it open.</summary>
internal sealed class IndexFollowing(IndexKeeper keeper, SearchIndex search) : LogFollowing
{
    public override string Name => "the search index";

    public override async Task<bool> CatchUpAsync(Action<long, long>? progress, CancellationToken cancellationToken)
    {
        try
        {
            await keeper.OpenAsync(progress, cancellationToken);
            await keeper.CatchUpAsync(search.Open!, cancellationToken);
            return true;
        }
        catch (LockObtainFailedException)
        {
            return false;
        }
        finally
        {
            // Closing commits what was taken in.
            search.Use(null);
        }
    }
}
