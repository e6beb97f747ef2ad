using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Tests.Newsrooms;
using Sourceline.Tests.Site;

namespace Sourceline.Tests.Search;

public sealed class OldYearTestsOnSqlite(SqliteNewsroom newsroom) : OldYearTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class OldYearTestsOnPostgres(PostgresNewsroom newsroom) : OldYearTests(newsroom), IClassFixture<PostgresNewsroom>;

/// <summary>Stories whose dates are older than any that can be asked for.</summary>
public abstract partial class OldYearTests(TestNewsroom newsroom) : SearchTests(newsroom)
{
    [Fact]
    public async Task Facets_LeaveOutYearsThatCannotBeAskedFor()
    {
        var answer = await AskAsync("q=ferries");
        Assert.Equal(4, answer.GetProperty("total").GetInt32());
        Assert.Equal(
            ["2021", "1000"],
            answer.GetProperty("facets").GetProperty("years").EnumerateArray().Select(year => year.GetProperty("key").GetString())
        );
    }

    [Fact]
    public async Task Page_LinksToYears_AreAllAnswered()
    {
        var page = await Reader.GetStringAsync(new Uri("/search?q=ferries", UriKind.Relative), Cancel);
        var links = Links().Matches(page).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value)).Distinct().ToList();
        Assert.Equal(2, links.Count);
        foreach (var link in links)
        {
            using var answer = await Reader.GetAsync(new Uri(link, UriKind.Relative), Cancel);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{link}: {answer.StatusCode}");
        }
    }

    protected override async Task PlantAsync(NewsDb db)
    {
        var harbour = new Category { Name = "Harbour", Slug = "harbour" };
        foreach (var (number, year) in ((long, int)[])[(301, 1), (302, 850), (303, 1000), (304, 2021)])
            await new StoryBuilder(
                number,
                harbour,
                $"Ferries of the year {year.ToString(CultureInfo.InvariantCulture)}",
                null,
                "<p>The ferries sail.</p>",
                new DateTime(year, 6, 14, 8, 0, 0, DateTimeKind.Utc)
            ).SaveAsync(db, Cancel);
    }

    [GeneratedRegex("href=\"(/search\\?[^\"]*from=[^\"]*)\"")]
    private static partial Regex Links();
}
