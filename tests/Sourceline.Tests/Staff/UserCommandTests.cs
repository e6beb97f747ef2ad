using Sourceline.Staff;

namespace Sourceline.Tests.Staff;

public sealed class UserCommandTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"sourceline-test-{Guid.NewGuid():n}");

    [Fact]
    public async Task ExitCodes_TellWhatHappened()
    {
        Assert.Equal(0, await RunAsync("add", "Mina Haidari", "--email", "mina@courier.example", "--generate"));
        Assert.Equal(1, await RunAsync("add", "Mina Haidari", "--email", "mina@courier.example", "--generate"));
        Assert.Equal(1, await RunAsync("add", "Nobody", "--email", "no address", "--generate"));
        Assert.NotEqual(0, await RunAsync("add", "Nobody"));
        Assert.NotEqual(0, await RunAsync("add", "Nobody", "--email", "a@b.example", "--generate", "--password-stdin"));
        Assert.Equal(0, await RunAsync("list"));
        Assert.Equal(0, await RunAsync("password", "MINA@courier.example", "--generate"));
        Assert.Equal(1, await RunAsync("remove", "stranger@courier.example"));
        Assert.Equal(0, await RunAsync("remove", "mina@courier.example"));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    private Task<int> RunAsync(params string[] arguments) =>
        UserCommand
            .Create(Program.Add)
            .Parse([.. arguments, "--data", _folder])
            .InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);
}
