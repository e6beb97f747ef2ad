namespace Sourceline.Tests.Newsrooms;

/// <summary>The base of every test class that needs a newsroom. Where its database cannot be had, each test skips and says why.</summary>
public abstract class NewsroomTests
{
    protected NewsroomTests(TestNewsroom newsroom)
    {
        ArgumentNullException.ThrowIfNull(newsroom);
        Assert.SkipWhen(newsroom.Missing is not null, newsroom.Missing ?? "");
        Newsroom = newsroom;
    }

    protected TestNewsroom Newsroom { get; }

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
