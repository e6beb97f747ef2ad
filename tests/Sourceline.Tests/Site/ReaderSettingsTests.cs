using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Site;

public sealed class ConfirmedOnlyOnSqlite : SqliteNewsroom
{
    public override Dictionary<string, string?> Settings() => new(base.Settings()) { ["Sourceline:Statements:ShowUnconfirmed"] = "false" };
}

public sealed class ConfirmedOnlyOnPostgres : PostgresNewsroom
{
    public override Dictionary<string, string?> Settings() => new(base.Settings()) { ["Sourceline:Statements:ShowUnconfirmed"] = "false" };
}

public sealed class SureOnlyOnSqlite : SqliteNewsroom
{
    public override Dictionary<string, string?> Settings() => new(base.Settings()) { ["Sourceline:Statements:MinimumConfidence"] = "0.95" };
}

public sealed class SureOnlyOnPostgres : PostgresNewsroom
{
    public override Dictionary<string, string?> Settings() => new(base.Settings()) { ["Sourceline:Statements:MinimumConfidence"] = "0.95" };
}

public sealed class ConfirmedOnlyTestsOnSqlite(ConfirmedOnlyOnSqlite newsroom)
    : ReaderSettingsTests(newsroom),
        IClassFixture<ConfirmedOnlyOnSqlite>;

public sealed class ConfirmedOnlyTestsOnPostgres(ConfirmedOnlyOnPostgres newsroom)
    : ReaderSettingsTests(newsroom),
        IClassFixture<ConfirmedOnlyOnPostgres>;

public sealed class SureOnlyTestsOnSqlite(SureOnlyOnSqlite newsroom) : ReaderSettingsTests(newsroom), IClassFixture<SureOnlyOnSqlite>;

public sealed class SureOnlyTestsOnPostgres(SureOnlyOnPostgres newsroom) : ReaderSettingsTests(newsroom), IClassFixture<SureOnlyOnPostgres>;

/// <summary>Sites that show readers no statement of the seed but the one that an editor confirmed, said by either setting.</summary>
public abstract class ReaderSettingsTests(TestNewsroom newsroom) : SiteTests(newsroom)
{
    [Fact]
    public async Task Sources_AreThoseOfShownStatementsAlone()
    {
        var slugs = (await PageAsync("/sources")).QuerySelectorAll(".index a").Select(link => link.GetAttribute("href"));
        Assert.Equal(["/source/lookout-review", "/source/oskar-lind"], slugs);
    }

    [Theory]
    [InlineData("/source/gazetteer", 404)]
    [InlineData("/source/gazetteer/feed.rss", 404)]
    [InlineData("/source/anchor-press", 404)]
    [InlineData("/source/ulla-tarn", 404)]
    [InlineData("/source/bakhtar", 404)]
    [InlineData("/source/lookout-review", 200)]
    [InlineData("/source/oskar-lind/feed.rss", 200)]
    public async Task Get_Source_IsThereOnceReadersAreShownAStatement(string path, int status)
    {
        using var answer = await GetAsync(path);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Source_ShowsItsConfirmedStatementAlone() =>
        Assert.Single((await PageAsync("/source/lookout-review")).QuerySelectorAll(".cited .groups > li"));
}
