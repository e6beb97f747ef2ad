using System.Net;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data.Model;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Desk;

/// <summary>A form that is sent after the session has ended is shown again, with what was typed.</summary>
public abstract class KeptFormTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    [Fact]
    public async Task SessionEnded_WhatWasTypedIsShownAndCanBeSentAgain()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        var email = await DeskClient.AddMemberAsync(Newsroom, "Editor Twenty-two");
        using var desk = new DeskClient(Newsroom.Browser());
        using (await desk.SignInAsync(email, DeskClient.Password))
        {
            var form = await desk.PageAsync($"{Room(story)}/text");
            var token = form.QuerySelector("form.text-form [name=__RequestVerificationToken]")!.GetAttribute("value")!;
            using (await desk.PostAsync("/desk", "/desk/sign-out"))
            {
                // She has the page open still, and presses the button.
            }
            var fields = new Dictionary<string, string>
            {
                ["Form.Revision"] = "1",
                ["Form.IsHtml"] = "False",
                ["Form.Headline"] = "Written <i>late</i>",
                ["Form.Lead"] = "",
                ["Form.Body"] = "\nOne.\n\nTwo & three.",
                ["__RequestVerificationToken"] = token,
            };
            using var content = new FormUrlEncodedContent(fields);
            using var answer = await desk.Browser.PostAsync($"{Room(story)}/text", content, Cancel);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            var kept = DeskClient.Parse(await answer.Content.ReadAsStringAsync(Cancel));
            Assert.Contains("/desk/sign-in", kept.QuerySelector(".steps a")!.GetAttribute("href")!, StringComparison.Ordinal);
            var sent = kept.QuerySelectorAll("form#kept [name]")
                .ToDictionary(
                    field => field.GetAttribute("name")!,
                    field => field.LocalName == "textarea" ? field.TextContent : field.GetAttribute("value") ?? ""
                );
            Assert.Equal(
                fields.OrderBy(field => field.Key, StringComparer.Ordinal),
                sent.OrderBy(field => field.Key, StringComparer.Ordinal)
            );

            using (await desk.SignInAsync(email, DeskClient.Password))
            {
                using var again = new FormUrlEncodedContent(sent);
                using var saved = await desk.Browser.PostAsync(kept.QuerySelector("form#kept")!.GetAttribute("action"), again, Cancel);
                Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
            }
        }
        await using var db = Newsroom.OpenDb();
        var version = await db.Versions.SingleAsync(v => v.StoryId == story.Id && v.Number == 2, Cancel);
        Assert.Equal(("Written <i>late</i>", "<p>One.</p><p>Two &amp; three.</p>"), (version.Headline, version.BodyHtml));
    }

    [Theory]
    [InlineData("https://evil.example", "Form.Headline", "Typed elsewhere")]
    [InlineData(null, "newPassword", "never shown again")]
    [InlineData(null, "revision", "7")]
    public async Task SessionEnded_FormsThatAreNotKept_LeadToSignIn(string? origin, string field, string value)
    {
        using var stranger = Newsroom.Client();
        using var content = new FormUrlEncodedContent([
            KeyValuePair.Create(field, value),
            KeyValuePair.Create("Form.Note", origin is null ? "" : "Note"),
        ]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/desk/story/1/text") { Content = content };
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        using var answer = await stranger.SendAsync(request, Cancel);
        Assert.Contains("/desk/sign-in", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain(value, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    private static string Room(Story story) => $"/desk/story/{story.Number}";
}

public sealed class KeptFormOnSqlite(SqliteNewsroom newsroom) : KeptFormTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class KeptFormOnPostgres(PostgresNewsroom newsroom) : KeptFormTests(newsroom), IClassFixture<PostgresNewsroom>;
