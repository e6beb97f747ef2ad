using System.Net;
using System.Text.Json;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Search;

public sealed class FindingTestsOnSqlite(SqliteNewsroom newsroom) : FindingTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class FindingTestsOnPostgres(PostgresNewsroom newsroom) : FindingTests(newsroom), IClassFixture<PostgresNewsroom>;

/// <summary>What a search finds, and what it never does.</summary>
public abstract class FindingTests(TestNewsroom newsroom) : SearchTests(newsroom)
{
    [Theory]
    // The words in what was said, the days in the site's zone: not the story of January, nor the one that only tells of Asia.
    [InlineData("speaker=Lind&q=Asia&from=2021-06&to=2021-08", new long[] { 102, 101 })]
    [InlineData("speaker=Oskar+Lind&q=ferries", new long[] { 101 })]
    [InlineData("speaker=lind", new long[] { 103, 102, 101 })]
    [InlineData("speaker=Minister+Lind", new long[] { 103, 102, 101 })]
    [InlineData("speaker=deputy+harbour+minister", new long[] { 101 })]
    [InlineData("speaker=Harbour+Gazette", new long[] { })]
    [InlineData("via=Harbour+Gazette&order=newest", new long[] { 101 })]
    [InlineData("via=Harbour+Gazette&speaker=Lind&q=concern", new long[] { 101 })]
    [InlineData("source=harbour-gazette", new long[] { 101 })]
    [InlineData("source=nobody", new long[] { })]
    [InlineData("speaker=keeper&q=late", new long[] { 102 })]
    public async Task Statements_AreFoundByWhoSaidThem(string query, long[] numbers) =>
        Assert.Equal(numbers, (await NumbersAsync(query)).OrderDescending());

    [Fact]
    public async Task Statements_ThatMatch_StandUnderTheirStory()
    {
        var answer = await AskAsync("speaker=Lind&q=Asia&from=2021-06-01&to=2021-06-30");
        var statement = Assert.Single(
            Assert.Single(answer.GetProperty("stories").EnumerateArray()).GetProperty("statements").EnumerateArray()
        );
        Assert.True(statement.GetProperty("confirmed").GetBoolean());
        Assert.Contains("<mark>Asia</mark>", statement.GetProperty("wordsHtml").GetString(), StringComparison.Ordinal);
        var hands = Assert
            .Single(statement.GetProperty("chains").EnumerateArray())
            .GetProperty("hands")
            .EnumerateArray()
            .Select(hand => hand.GetProperty("name").GetString());
        Assert.Equal(["Harbour Gazette", "Oskar Lind"], hands);
        var other = (await AskAsync("speaker=Lind&q=routes")).GetProperty("stories")[0].GetProperty("statements")[0];
        Assert.False(other.GetProperty("confirmed").GetBoolean());
        Assert.Equal("found automatically, not yet checked by an editor", other.GetProperty("remark").GetString());
    }

    [Fact]
    public async Task Statements_WithoutTheWords_GiveWayToStoriesThatHaveBoth()
    {
        Assert.False((await AskAsync("speaker=Lind&q=routes")).GetProperty("loosely").GetBoolean());
        var answer = await AskAsync("speaker=Lind&q=waved");
        Assert.True(answer.GetProperty("loosely").GetBoolean());
        Assert.Equal([101], Numbers(answer));
    }

    [Theory]
    [InlineData("q=101", new long[] { 101 })]
    [InlineData("q=No.+103", new long[] { 103 })]
    [InlineData("q=101&category=none", new long[] { })]
    [InlineData("q=ferry", new long[] { 103, 102, 101 })]
    [InlineData("q=%22winter+ferries%22", new long[] { 101 })]
    [InlineData("q=%22ferries+winter%22", new long[] { })]
    [InlineData("q=ferries+-winter", new long[] { 103, 102 })]
    [InlineData("q=waved+OR+routes", new long[] { 102, 101 })]
    [InlineData("q=lightho*", new long[] { 102, 101 })]
    [InlineData("q=lightho", new long[] { })]
    [InlineData("q=lightho&typing=1", new long[] { 102, 101 })]
    [InlineData("q=the+ferries+of+the+island", new long[] { 101 })]
    // The common word is an alternative of the last alone.
    [InlineData("q=lighthouse+the+OR+sail", new long[] { 102, 101 })]
    [InlineData("q=asia", new long[] { 103, 102, 101 })]
    [InlineData("q=ferries&category=harbour", new long[] { 103, 102, 101 })]
    [InlineData("q=ferries&category=culture", new long[] { })]
    [InlineData("q=ferries&from=2022", new long[] { 103 })]
    [InlineData("q=ferries&to=2021-06-14", new long[] { 101 })]
    [InlineData("q=ferries&to=2021-06-13", new long[] { })]
    [InlineData("category=harbour", new long[] { 103, 102, 101 })]
    // Letters that the index knows no words of.
    [InlineData("q=𞤀𞤁𞤂", new long[] { })]
    // What no text and no database holds.
    [InlineData("q=asia%00", new long[] { 103, 102, 101 })]
    [InlineData("source=%00&category=%00x", new long[] { })]
    [InlineData("speaker=%EF%BF%BElind", new long[] { 103, 102, 101 })]
    [InlineData("language=ru", new long[] { 201 })]
    public async Task Stories_AreFoundByTheirWords(string query, long[] numbers) =>
        Assert.Equal(numbers, (await NumbersAsync(query)).OrderDescending());

    [Theory]
    [InlineData("елка", 201)]
    [InlineData("ЁЛКИ", 201)]
    [InlineData("площади", 201)]
    [InlineData("كتابخانه", 202)]
    [InlineData("کتاب", 202)]
    [InlineData("1400", 202)]
    [InlineData("كتب", 203)]
    [InlineData("قديمه", 203)]
    [InlineData("ecole", 204)]
    [InlineData("élève", 204)]
    [InlineData("été", 204)]
    [InlineData("brücke", 205)]
    [InlineData("brucke", 205)]
    [InlineData("strasse", 205)]
    [InlineData("pescador", 206)]
    [InlineData("cancion", 206)]
    [InlineData("kävijät", 207)]
    [InlineData("kavijat", 207)]
    public async Task Words_AreReadInTheLanguageOfTheStory(string word, long number) =>
        Assert.Contains(number, await NumbersAsync($"q={Uri.EscapeDataString(word)}"));

    [Fact]
    public async Task Stories_ThatAreNotPublic_AreFoundByNothing()
    {
        foreach (
            var query in (string[])
                [
                    "q=secretword",
                    "q=hidden",
                    "speaker=Lind&q=hidden",
                    "speaker=Lind&from=2021-07&to=2021-07",
                    "q=secretw*",
                    "from=2021-07&to=2021-07",
                ]
        )
            Assert.Empty(await NumbersAsync(query));
        Assert.Equal(10, (await AskAsync("")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Statements_ThatReadersAreNotShown_AreNotFound()
    {
        Assert.DoesNotContain(103, await NumbersAsync("via=Harbour+Gazette"));
        Assert.DoesNotContain(103, await NumbersAsync("source=harbour-gazette"));
    }

    [Fact]
    public async Task Facets_CountWhatIsFound()
    {
        var facets = (await AskAsync("q=ferries")).GetProperty("facets");
        Assert.Equal([("harbour", "Harbour", 3)], Facets(facets, "categories"));
        Assert.Equal([("2022", "2022", 1), ("2021", "2021", 2)], Facets(facets, "years"));
        Assert.Equal([("oskar-lind", "Oskar Lind", 3), ("harbour-gazette", "Harbour Gazette", 1)], Facets(facets, "sources"));
    }

    [Fact]
    public async Task Marks_EscapeTheText()
    {
        var statement = (await AskAsync("q=late+slow")).GetProperty("stories")[0].GetProperty("statements")[0];
        Assert.Equal(
            "the ferries are <mark>late</mark> &amp; &quot;<mark>slow</mark>&quot; &lt;b&gt;",
            statement.GetProperty("wordsHtml").GetString()
        );
        var page = await Reader.GetStringAsync(new Uri("/search?q=%3Cscript%3Elate+%22%3E%3Cimg", UriKind.Relative), Cancel);
        Assert.DoesNotContain("<script>late", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q=*")]
    [InlineData("q=a*")]
    [InlineData("q=-ferries")]
    [InlineData("q=%22%22")]
    [InlineData("q=((((((")]
    [InlineData("from=yesterday")]
    [InlineData("from=0001-01-01")]
    [InlineData("from=2022&to=2021")]
    [InlineData("order=best")]
    [InlineData("after=AAAA")]
    [InlineData("q=ferries&after=!!!")]
    public async Task Requests_ThatCannotBeRead_AreAnsweredWithWhatIsWrong(string query)
    {
        using var answer = await Reader.GetAsync(new Uri($"/api/search?{query}", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problems = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement.GetProperty("problems");
        Assert.All(problems.EnumerateArray(), problem => Assert.EndsWith(".", problem.GetString(), StringComparison.Ordinal));
        foreach (var asked in (string[])["/search", "/search/feed.atom"])
        {
            using var page = await Reader.GetAsync(new Uri($"{asked}?{query}", UriKind.Relative), Cancel);
            Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        }
    }

    [Theory]
    [InlineData("q=ferries&year=2021", "“year” is no parameter")]
    [InlineData("sort=newest", "“sort” is no parameter")]
    [InlineData("sort=newest&q=ferries&utm_source=x", "“sort” and “utm_source” are no parameters")]
    [InlineData("=ferries", "“” is no parameter")]
    public async Task Requests_WithAnUnknownParameter_AreRefusedToProgramsAndNotToReaders(string query, string says)
    {
        using var answer = await Reader.GetAsync(new Uri($"/api/search?{query}", UriKind.Relative), Cancel);
        Assert.Equal(
            (HttpStatusCode.BadRequest, "application/problem+json"),
            (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType)
        );
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement;
        const string there = "there are q, speaker, via, source, category, language, from, to, order, typing and after.";
        Assert.Equal($"{says} of a search; {there}", Assert.Single(problem.GetProperty("problems").EnumerateArray()).GetString());
        Assert.Equal((400, true), (problem.GetProperty("status").GetInt32(), problem.GetProperty("title").GetString()!.Length > 0));
        foreach (var lenient in new[] { "/search", "/search/feed.rss" })
        {
            using var page = await Reader.GetAsync(new Uri($"{lenient}?{query}", UriKind.Relative), Cancel);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }
    }

    [Fact]
    public async Task Requests_InOtherCase_AreRead() => Assert.Equal(await NumbersAsync("q=ferries"), await NumbersAsync("Q=ferries"));

    [Fact]
    public async Task Requests_OfAnySize_AreBounded()
    {
        foreach (
            var hostile in (string[])
                [
                    new string('(', 300),
                    string.Concat(Enumerable.Repeat("a* ", 100)),
                    new string('"', 399),
                    "\ud800\udfff\u0000*\\u0000",
                    string.Concat(Enumerable.Repeat("-OR ", 90)),
                    "???? **** ~~~~ ^^^^ [a TO z]",
                ]
        )
        {
            using var answer = await Reader.GetAsync(new Uri($"/api/search?q={Uri.EscapeDataString(hostile)}", UriKind.Relative), Cancel);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{answer.StatusCode} for {hostile}");
        }
        using var longer = await Reader.GetAsync(new Uri($"/api/search?q={new string('a', 5000)}", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, longer.StatusCode);
        Assert.Contains("400 at most", await longer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using var huge = await Reader.GetAsync(new Uri($"/api/search?q={new string('a', 60_000)}", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.RequestUriTooLong, huge.StatusCode);
    }

    [Theory]
    [InlineData("rss")]
    [InlineData("atom")]
    [InlineData("json")]
    public async Task Feeds_OfASearch_HoldWhatItFinds(string format)
    {
        var feed = await Reader.GetStringAsync(new Uri($"/search/feed.{format}?speaker=Lind&q=Asia", UriKind.Relative), Cancel);
        Assert.Contains("Island turns down the winter ferries", feed, StringComparison.Ordinal);
        Assert.DoesNotContain("Asian ferries sail again", feed, StringComparison.Ordinal);
        Assert.DoesNotContain("secretword", feed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/search/feed.rss")]
    [InlineData("/search/feed.atom")]
    [InlineData("/search/feed.json")]
    [InlineData("/api/search")]
    [InlineData("/search")]
    public async Task Answers_AreSentPacked(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{path}?q=ferries", UriKind.Relative));
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        using var answer = await Reader.SendAsync(request, Cancel);
        Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("q=ferries&order=newest", "newest")]
    [InlineData("q=ferries&order=relevance", null)]
    [InlineData("order=newest", null)]
    public async Task Form_HoldsTheOrderThatWasChosen(string query, string? order)
    {
        var page = DeskClient.Parse(await Reader.GetStringAsync(new Uri($"/search?{query}", UriKind.Relative), Cancel));
        Assert.Equal(order, page.QuerySelector(".search-form input[name=order]")?.GetAttribute("value"));
    }

    [Fact]
    public async Task Page_WithoutScript_ShowsStoriesStatementsAndWhatNarrows()
    {
        var page = DeskClient.Parse(await Reader.GetStringAsync(new Uri("/search?q=ferries&speaker=Lind", UriKind.Relative), Cancel));
        Assert.Equal("1 story", page.QuerySelector("#found")!.TextContent);
        Assert.Equal("ferries", page.QuerySelector("#q")!.GetAttribute("value"));
        Assert.Contains("Harbour Gazette", page.QuerySelector(".found .line")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("ferries", page.QuerySelector(".found .words mark")!.TextContent);
        Assert.NotNull(page.QuerySelector(".narrow a[href='/search?q=ferries&speaker=Lind&category=harbour']"));
        Assert.Equal("noindex, follow", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    private static IEnumerable<(string, string, int)> Facets(JsonElement facets, string kind) =>
        facets
            .GetProperty(kind)
            .EnumerateArray()
            .Select(facet =>
                (facet.GetProperty("key").GetString()!, facet.GetProperty("name").GetString()!, facet.GetProperty("count").GetInt32())
            );
}
