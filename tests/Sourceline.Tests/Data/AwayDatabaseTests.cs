using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Sourceline.Data;
using Sourceline.EventLog;
using Sourceline.Settings;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Data;

/// <summary>A database that is away for a night must not fill the disk with words about it: the log is looked at all the time.</summary>
public sealed class AwayDatabaseTests : IDisposable
{
    private readonly RecordedLog _log = new();
    private readonly ILoggerFactory _logs;

    public AwayDatabaseTests() => _logs = LoggerFactory.Create(logging => logging.AddProvider(_log));

    private IEnumerable<string> Errors => _log.Messages.Where(message => message.StartsWith("Error", StringComparison.Ordinal));

    public void Dispose()
    {
        _logs.Dispose();
        _log.Dispose();
    }

    [Fact]
    public async Task Raise_ToAFollowerThatFails_SaysSoOnceUntilItFollowsAgain()
    {
        var signal = new ActSignal(_logs.CreateLogger<ActSignal>());
        var fails = true;
        signal.Add(_ => fails ? throw new TimeoutException("Nobody answers.") : Task.CompletedTask);
        for (var look = 0; look < 3; look++)
            Assert.False(await signal.RaiseAsync(null));
        Assert.Single(Errors);
        // An act was done and is not followed: that is said each time.
        Assert.False(await signal.RaiseAsync(7));
        Assert.Equal(2, Errors.Count());
        fails = false;
        Assert.True(await signal.RaiseAsync(null));
        fails = true;
        Assert.False(await signal.RaiseAsync(null));
        Assert.Equal(3, Errors.Count());
    }

    [Fact]
    public async Task Query_WithoutADatabase_ThrowsAndLeavesTheWordsToWhoeverCatches()
    {
        var options = Options.Create(
            new SourcelineOptions { Database = $"Host={Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}")};Username=nobody" }
        );
        await using var db = new NewsDbFactory(options, [], _logs).Create();
        await Assert.ThrowsAnyAsync<Exception>(() => db.Acts.ToListAsync(TestContext.Current.CancellationToken));
        Assert.Empty(Errors);
    }
}
