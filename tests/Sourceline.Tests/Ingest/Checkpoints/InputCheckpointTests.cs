using Sourceline.Data.Model;
using Sourceline.Ingest.Checkpoints;

namespace Sourceline.Tests.Ingest.Checkpoints;

public sealed class InputCheckpointTests
{
    private static readonly ReadExtent Extent = new(10, "hash", false);

    [Fact]
    public void IsPassedOver_UpToTheEarlierRunsPlaceButForWhatFailed()
    {
        var checkpoint = new InputCheckpoint("run", 1, "settings", Earlier(4, failed: 2));

        var passed = new List<bool>();
        for (var result = 1; result <= 5; result++)
        {
            checkpoint.Next();
            passed.Add(checkpoint.IsPassedOver);
        }

        Assert.Equal([true, false, true, true, false], passed);
    }

    [Fact]
    public void RowOf_NamesWhatFailedHereOrEarlierAndIsNotYetIn()
    {
        var checkpoint = new InputCheckpoint("run", 1, "settings", Earlier(4, 2, 3));
        checkpoint.Settle(3, failed: false);
        checkpoint.Settle(9, failed: true);

        Assert.Equal([2, 9], checkpoint.RowOf(new CheckpointMark(checkpoint, 10, Extent), DateTime.UnixEpoch)!.Failed);
    }

    [Fact]
    public void RowOf_ManyHaveFailed_StaysWhereItIs()
    {
        var checkpoint = new InputCheckpoint("run", 1, "settings", null);
        var mark = new CheckpointMark(checkpoint, 5000, Extent);
        for (var result = 1; result <= 1000; result++)
            checkpoint.Settle(result, failed: true);
        Assert.NotNull(checkpoint.RowOf(mark, DateTime.UnixEpoch));

        checkpoint.Settle(1001, failed: true);

        Assert.Null(checkpoint.RowOf(mark, DateTime.UnixEpoch));
    }

    private static ImportCheckpoint Earlier(long results, params long[] failed) =>
        new()
        {
            Run = "before",
            Input = 1,
            Settings = "settings",
            Hash = "hash",
            Results = results,
            Failed = [.. failed],
        };
}
