using Sourceline.Ingest.Importing;

namespace Sourceline.Tests.Ingest.Importing;

public sealed class ProgressWordsTests
{
    [Fact]
    public void Of_WhatAnEarlierRunHadDone_IsNamedAndNotCountedForTheRate()
    {
        var words = new ProgressWords(1_000_000);
        var passed = new ImportProgress(90_000, 90_000, 0, 0, 0, 900_000, 900_000);

        Assert.Equal("90,000 read, 90,000 of them done by an earlier run, 0 stored, 0 unchanged, 0 failed, 0/s", words.Of(passed));
        // As fast as nothing was done yet, it would take for ever.
        Assert.Null(words.Left(passed));
    }

    [Fact]
    public void Left_AfterWhatWasPassedOver_IsAtThePaceOfTheRest()
    {
        var (resumed, fresh) = (new ProgressWords(1_000_000), new ProgressWords(100_000));

        var left = resumed.Left(new ImportProgress(90_100, 90_000, 100, 0, 0, 901_000, 900_000));

        Assert.NotNull(left);
        Assert.Equal(
            fresh.Left(new ImportProgress(100, 0, 100, 0, 0, 1_000, 0))!.Value.TotalSeconds,
            left.Value.TotalSeconds,
            tolerance: 60
        );
    }

    [Fact]
    public void Of_Note_SaysItAlone() => Assert.Equal("fetching", new ProgressWords(1).Of(ImportProgress.Doing("fetching")));
}
