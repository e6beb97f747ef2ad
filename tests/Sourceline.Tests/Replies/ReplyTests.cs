using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Replies;

public abstract class ReplyTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    private const string Email = "quiet.reader+7@mail.example";

    [Fact]
    public async Task Reply_IsHeldUntilApproved()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
        using var client = Newsroom.Client();
        using var sent = await SendAsync(client, story, body: "I crossed the pier yesterday.");
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Equal($"/{story.Number}/reply/thanks", sent.Headers.Location?.OriginalString);
        Assert.Contains("waiting for an editor", await client.GetStringAsync(sent.Headers.Location), StringComparison.Ordinal);
        Assert.DoesNotContain("I crossed the pier", await client.GetStringAsync(Path(story)), StringComparison.Ordinal);

        using var desk = await DeskClient.EnterAsync(Newsroom, "Moderator One");
        var queue = await desk.SubmitAsync(
            "/desk/replies",
            "/desk/replies?state=Held",
            ("id", $"{(await OnlyAsync(story)).Id}"),
            ("from", "Held"),
            ("to", "Approved")
        );
        Assert.Contains("Reply approved", queue.QuerySelector(".note.done")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("I crossed the pier", await client.GetStringAsync(Path(story)), StringComparison.Ordinal);
        await using var db = Newsroom.OpenDb();
        Assert.Equal(1, (await db.Stories.SingleAsync(s => s.Id == story.Id, Cancel)).ReplyCount);
        Assert.Equal(
            "Moderator One",
            (await db.Acts.SingleAsync(a => a.StoryId == story.Id && a.Kind == ActKind.ApproveReply, Cancel)).Actor
        );
    }

    [Fact]
    public async Task Email_IsNowhereInClearNorHashed()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
        using var client = Newsroom.Client();
        (await SendAsync(client, story)).Dispose();
        (await SendAsync(client, story, name: "", body: "Kept by the form")).Dispose();
        var reply = await OnlyAsync(story);
        using var desk = await DeskClient.EnterAsync(Newsroom, "Moderator Two");
        var queue = await desk.Browser.GetStringAsync($"/desk/replies?state=Held&after={reply.WrittenUtc.Ticks}-{reply.Id - 1}");
        Assert.Contains($"reply-{reply.Id}", queue, StringComparison.Ordinal);
        string[] seen =
        [
            await client.GetStringAsync(Path(story)),
            queue,
            await desk.Browser.GetStringAsync($"/desk/replies/{reply.Id}"),
            JsonSerializer.Serialize(reply),
            Encoding.Latin1.GetString(reply.ProtectedEmail!),
            string.Join('\n', Newsroom.Log.Messages),
        ];
        foreach (var secret in Secrets())
            Assert.All(seen, words => Assert.DoesNotContain(secret, words, StringComparison.OrdinalIgnoreCase));

        using var revealed = await desk.PostAsync($"/desk/replies/{reply.Id}", $"/desk/replies/{reply.Id}?handler=Email");
        Assert.Contains(
            Email.Replace("+", "&#x2B;", StringComparison.Ordinal),
            await revealed.Content.ReadAsStringAsync(Cancel),
            StringComparison.Ordinal
        );
        Assert.Contains("no-store", revealed.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.All(Newsroom.Log.Messages, message => Assert.DoesNotContain(Email, message, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("", Email, "Words", "name")]
    [InlineData(" \t ", Email, "Words", "name")]
    [InlineData("Reader", "", "Words", "email")]
    [InlineData("Reader", "reader", "Words", "email")]
    [InlineData("Reader", "reader@@mail.example", "Words", "email")]
    [InlineData("Reader", "reader@mail", "Words", "email")]
    [InlineData("Reader", "reader@mail.example, other@mail.example", "Words", "email")]
    [InlineData("Reader", Email, "", "reply")]
    [InlineData("Reader", Email, "\u0007\u001b\n", "reply")]
    public async Task MissingOrWrongField_KeepsTheRestAndSaysWhich(string name, string email, string body, string wrong)
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
        using var client = Newsroom.Client();
        using var answer = await SendAsync(client, story, name, email, body);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = DeskClient.Parse(await answer.Content.ReadAsStringAsync(Cancel));
        var field = page.QuerySelector($"[name={wrong}]")!;
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.True(field.HasAttribute("autofocus"));
        Assert.NotEmpty(page.GetElementById(field.GetAttribute("aria-describedby")!)!.TextContent);
        Assert.Single(page.QuerySelectorAll("[aria-invalid]"));
        if (name.Trim().Length > 0)
            Assert.Equal(name, page.QuerySelector("[name=name]")!.GetAttribute("value"));
        if (body == "Words")
            Assert.Equal(body, page.QuerySelector("[name=reply]")!.TextContent);
        Assert.Contains("Harbour to close", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await AllAsync(story));
    }

    [Theory]
    [InlineData("Origin", "https://evil.example", false)]
    [InlineData("Origin", "null", false)]
    [InlineData("Origin", "https://courier.example", true)]
    [InlineData("Sec-Fetch-Site", "cross-site", false)]
    [InlineData("Sec-Fetch-Site", "same-site", false)]
    [InlineData("Sec-Fetch-Site", "same-origin", true)]
    public async Task FormOfAnotherSite_IsRefused(string header, string value, bool taken)
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
        using var client = Newsroom.Client();
        client.DefaultRequestHeaders.Add(header, value);
        using var answer = await SendAsync(client, story);
        Assert.Equal(taken ? HttpStatusCode.SeeOther : HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(taken ? 1 : 0, (await AllAsync(story)).Count);
    }

    [Fact]
    public async Task Trap_LooksTakenAndIsSpam()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
        using var client = Newsroom.Client();
        using var answer = await SendAsync(client, story, more: ("website", "https://pills.example"));
        Assert.Equal($"/{story.Number}/reply/thanks", answer.Headers.Location?.OriginalString);
        Assert.Equal(ReplyState.Spam, (await OnlyAsync(story)).State);
    }

    [Fact]
    public async Task SentTwice_IsOneReply()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
        using var client = Newsroom.Client();
        (await SendAsync(client, story)).Dispose();
        (await SendAsync(client, story)).Dispose();
        Assert.Single(await AllAsync(story));
    }

    [Fact]
    public async Task SameWordsOfTwoReaders_AreTwoReplies()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
        using var client = Newsroom.Client();
        (await SendAsync(client, story)).Dispose();
        (await SendAsync(client, story, email: "another@mail.example")).Dispose();
        Assert.Equal(2, (await AllAsync(story)).Count);
    }

    [Fact]
    public async Task PageOfAReply_ReadsNoEmailUntilItIsAskedFor()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
        using var client = Newsroom.Client();
        (await SendAsync(client, story)).Dispose();
        var path = $"/desk/replies/{(await OnlyAsync(story)).Id}";
        using var desk = await DeskClient.EnterAsync(Newsroom, "Moderator Five");
        Newsroom.Log.WithCommands = true;
        Assert.NotNull((await desk.PageAsync(path)).QuerySelector("form[action*='handler=Email']"));
        Newsroom.Log.WithCommands = false;
        var queries = Newsroom.Log.Messages.Where(message => message.Contains("FROM \"Replies\"", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(queries);
        // Whether there is one is asked, what it is is not.
        Assert.All(queries, query => Assert.DoesNotMatch("\"ProtectedEmail\"(?! IS NOT NULL)", query));
    }

    [Fact]
    public async Task Decision_LeadsBackToThePageOnWhichItWasMade()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
        using var client = Newsroom.Client();
        (await SendAsync(client, story)).Dispose();
        var reply = await OnlyAsync(story);
        var after = $"{reply.WrittenUtc.Ticks}-{reply.Id - 1}";
        using var desk = await DeskClient.EnterAsync(Newsroom, "Moderator Six");
        var page = $"/desk/replies?state=Held&after={after}";
        var form = (await desk.PageAsync(page)).QuerySelector($"#reply-{reply.Id} form")!.GetAttribute("action")!;
        using var answer = await desk.PostAsync(page, form, ("id", $"{reply.Id}"), ("from", "Held"), ("to", "Rejected"));
        Assert.Contains($"after={after}", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThanksPage_HasItsTitleAndStaysOutOfSearchEngines()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
        using var client = Newsroom.Client();
        var page = DeskClient.Parse(await client.GetStringAsync($"/{story.Number}/reply/thanks"));
        Assert.StartsWith("Your reply is waiting", page.Title, StringComparison.Ordinal);
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Theory]
    [InlineData(StoryState.Draft)]
    [InlineData(StoryState.Withheld)]
    [InlineData(StoryState.Unpublished)]
    public async Task StoryThatIsNotPublic_TakesNone(StoryState state)
    {
        var story = await SampleStory.AddAsync(Newsroom, state);
        using var client = Newsroom.Client();
        using var answer = await SendAsync(client, story);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await AllAsync(story));
    }

    [Fact]
    public async Task Parent_MustBeAnApprovedReplyOfTheStory()
    {
        var (story, other) = (
            await SampleStory.AddAsync(Newsroom, StoryState.Published),
            await SampleStory.AddAsync(Newsroom, StoryState.Published)
        );
        using var client = Newsroom.Client();
        (await SendAsync(client, other)).Dispose();
        var elsewhere = await OnlyAsync(other);
        using var refused = await SendAsync(client, story, more: ("to", $"{elsewhere.Id}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        (await SendAsync(client, story)).Dispose();
        var parent = await OnlyAsync(story);
        await using (var db = Newsroom.OpenDb())
            await db
                .Replies.Where(r => r.Id == parent.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.State, ReplyState.Approved), Cancel);
        using var taken = await SendAsync(client, story, body: "An answer", more: ("to", $"{parent.Id}"));
        Assert.Equal(HttpStatusCode.SeeOther, taken.StatusCode);
        Assert.Contains(await AllAsync(story), reply => reply.ParentId == parent.Id);
    }

    [Fact]
    public async Task TooLong_IsSaidAndTooLarge_IsCutOff()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
        using var client = Newsroom.Client();
        using var longer = await SendAsync(client, story, body: new string('x', 5001));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, longer.StatusCode);
        using var huge = await SendAsync(client, story, body: new string('x', 200_000));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, huge.StatusCode);
        using var longest = await SendAsync(client, story, body: new string('é', 5000));
        Assert.Equal(HttpStatusCode.SeeOther, longest.StatusCode);
    }

    [Fact]
    public async Task NaughtyStrings_SurviveAsText()
    {
        var strings = JsonSerializer.Deserialize<string[]>(
            await File.ReadAllTextAsync(SharedData.Path("data/hostile/blns/blns.json"), Cancel)
        )!;
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
        using var client = Newsroom.Client();
        foreach (var words in strings)
        {
            using var answer = await SendAsync(client, story, body: $"begin {words} end");
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        }
        var stored = (await AllAsync(story)).Select(reply => reply.Body).ToHashSet();
        foreach (var words in strings.Where(words => !words.EnumerateRunes().Any(Rune.IsControl)))
            Assert.Contains($"begin {words} end", stored);
        using var desk = await DeskClient.EnterAsync(Newsroom, "Moderator Three");
        for (var path = "/desk/replies"; path is not null; )
        {
            var page = await desk.PageAsync(path);
            Assert.Empty(page.QuerySelectorAll("main script, main img, main iframe, main svg, main [onerror], main [onload]"));
            path = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
    }

    [Fact]
    public async Task Decision_OfTwoModerators_CountsOnce()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
        using var client = Newsroom.Client();
        (await SendAsync(client, story)).Dispose();
        var id = (await OnlyAsync(story)).Id;
        using var desk = await DeskClient.EnterAsync(Newsroom, "Moderator Four");
        await desk.SubmitAsync("/desk/replies", "/desk/replies", ("id", $"{id}"), ("from", "Held"), ("to", "Approved"));
        var late = await desk.SubmitAsync("/desk/replies", "/desk/replies", ("id", $"{id}"), ("from", "Held"), ("to", "Approved"));
        Assert.Contains("Someone else has already decided", late.QuerySelector(".note.refused")!.TextContent, StringComparison.Ordinal);
        await using (var db = Newsroom.OpenDb())
            Assert.Equal(1, (await db.Stories.SingleAsync(s => s.Id == story.Id, Cancel)).ReplyCount);
        await desk.SubmitAsync("/desk/replies", "/desk/replies", ("id", $"{id}"), ("from", "Approved"), ("to", "Spam"));
        await using (var db = Newsroom.OpenDb())
            Assert.Equal(0, (await db.Stories.SingleAsync(s => s.Id == story.Id, Cancel)).ReplyCount);
    }

    internal static async Task<HttpResponseMessage> SendAsync(
        HttpClient client,
        Story story,
        string name = "A Reader",
        string email = Email,
        string body = "Thank you.",
        params (string Name, string Value)[] more
    )
    {
        using var form = new FormUrlEncodedContent(
            more.Select(field => KeyValuePair.Create(field.Name, field.Value))
                .Concat([KeyValuePair.Create("name", name), KeyValuePair.Create("email", email), KeyValuePair.Create("reply", body)])
        );
        return await client.PostAsync($"/{story.Number}/reply", form);
    }

    private static IEnumerable<string> Secrets()
    {
        var bytes = Encoding.UTF8.GetBytes(Email);
        yield return Email;
        yield return Convert.ToBase64String(bytes);
        // MD5, as avatar services want it, and SHA-1.
        yield return "6d3d21861fbe88788a50136e0814b5e6";
        yield return "9412c9ac0af2d865a45e7e6b20026e2112f10bfb";
        foreach (var hash in new[] { SHA256.HashData(bytes), SHA512.HashData(bytes) })
        {
            yield return Convert.ToHexString(hash);
            yield return Convert.ToBase64String(hash);
        }
    }

    private static string Path(Story story) => $"/{story.Number}/{story.Slug}";

    private async Task<Reply> OnlyAsync(Story story) => Assert.Single(await AllAsync(story));

    private async Task<List<Reply>> AllAsync(Story story)
    {
        await using var db = Newsroom.OpenDb();
        return await db.Replies.AsNoTracking().Where(reply => reply.StoryId == story.Id).ToListAsync(Cancel);
    }
}

public sealed class RepliesOnSqlite(SqliteNewsroom newsroom) : ReplyTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class RepliesOnPostgres(PostgresNewsroom newsroom) : ReplyTests(newsroom), IClassFixture<PostgresNewsroom>;
