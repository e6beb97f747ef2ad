using System.Net;
using Sourceline.Data.Model;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Replies;

/// <summary>A newsroom of its own: the limit is kept by the server, for one address.</summary>
public sealed class ReplyLimitTests(ReplyLimitTests.Strict newsroom) : NewsroomTests(newsroom), IClassFixture<ReplyLimitTests.Strict>
{
    [Fact]
    public async Task MoreThanAllowed_Gets429WithTheFormKept()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
        using var client = Newsroom.Client();
        for (var n = 0; n < 6; n++)
        {
            // A form to be mended uses up nothing.
            using var wrong = await ReplyTests.SendAsync(client, story, name: "");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }
        for (var n = 0; n < 2; n++)
        {
            using var taken = await ReplyTests.SendAsync(client, story, body: $"Reply {n}");
            Assert.Equal(HttpStatusCode.SeeOther, taken.StatusCode);
        }
        using var answer = await ReplyTests.SendAsync(client, story, body: "One too many");
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        var page = DeskClient.Parse(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal("One too many", page.QuerySelector("[name=reply]")!.TextContent);
    }

    public sealed class Strict : TestNewsroom
    {
        public override Dictionary<string, string?> Settings() => new(base.Settings()) { ["Sourceline:Replies:PerTenMinutes"] = "2" };
    }
}
