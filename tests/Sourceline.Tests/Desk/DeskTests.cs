using System.Net;
using Microsoft.EntityFrameworkCore;
using Sourceline.Attribution.Model;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Desk;

/// <summary>The desk's rooms, walked through as a browser does without JavaScript.</summary>
public abstract class DeskTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    [Fact]
    public async Task List_ShowsTheStoryUnderItsStateWithItsCounts()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        using var desk = await DeskClient.EnterAsync(Newsroom, "Editor One");
        var list = await desk.PageAsync($"/desk?q={story.Number}");
        var row = Assert.Single(list.QuerySelectorAll("table.of-stories tbody tr"));
        Assert.Contains("Harbour to close", row.QuerySelector(".headline")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["2", "0", "2"], row.QuerySelectorAll("td[data-label]").Select(cell => cell.TextContent.Trim()));
        Assert.Empty((await desk.PageAsync($"/desk?state=Draft&q=no+such+headline")).QuerySelectorAll("tbody tr"));
        Assert.NotEmpty((await desk.PageAsync($"/desk?state=Draft&q=HARBOUR+to")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task List_IsPagedByKeyWithoutGapOrDouble()
    {
        var numbers = new HashSet<string>();
        for (var n = 0; n < 53; n++) numbers.Add($"{(await SampleStory.AddAsync(Newsroom, StoryState.Withheld)).Number}");
        using var desk = await DeskClient.EnterAsync(Newsroom, "Editor Two");
        var seen = new List<string>();
        for (var path = "/desk?state=Withheld"; path is not null;)
        {
            var page = await desk.PageAsync(path);
            seen.AddRange(page.QuerySelectorAll("tbody td:first-child").Select(cell => cell.TextContent.Trim()));
            path = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Superset(numbers, seen.ToHashSet());
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("No. {0}")]
    [InlineData("№{0}")]
    [InlineData("#{0}")]
    public async Task List_NumberTyped_FindsTheStoryInAnyState(string typed)
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
        using var desk = await DeskClient.EnterAsync(Newsroom, "Editor Three");
        foreach (var state in (string[])["", "state=Draft&"])
        {
            var words = Uri.EscapeDataString(typed.Replace("{0}", $"{story.Number}", StringComparison.Ordinal));
            var row = Assert.Single((await desk.PageAsync($"/desk?{state}q={words}")).QuerySelectorAll("tbody tr"));
            Assert.Equal(Room(story), row.QuerySelector(".headline a")!.GetAttribute("href"));
        }
        var persian = string.Concat($"{story.Number}".Select(digit => (char)('۰' + digit - '0')));
        Assert.Single((await desk.PageAsync($"/desk?q={Uri.EscapeDataString(persian)}")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task List_WordsTyped_FindStoriesInAllStates()
    {
        var word = $"quayside{Guid.NewGuid():n}";
        foreach (var state in Enum.GetValues<StoryState>())
        {
            var story = await SampleStory.AddAsync(Newsroom, state);
            await using var db = Newsroom.OpenDb();
            await db.Versions.Where(v => v.StoryId == story.Id).ExecuteUpdateAsync(set => set.SetProperty(v => v.Headline, $"The {word}"), Cancel);
        }
        using var desk = await DeskClient.EnterAsync(Newsroom, "Editor Fourteen");
        var page = await desk.PageAsync($"/desk?q={word}");
        Assert.Equal(
            ["Draft", "Killed", "Published", "Scheduled", "Taken down", "Under embargo", "Unpublished", "Withheld"],
            page.QuerySelectorAll("tbody .state").Select(cell => cell.TextContent).Order(StringComparer.Ordinal));
        Assert.Null(page.QuerySelector(".filter [name=state]"));
    }

    [Fact]
    public async Task List_OpensOnAllStories_WithCountsByState()
    {
        var withheld = await SampleStory.AddAsync(Newsroom, StoryState.Withheld);
        var draft = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        using var desk = await DeskClient.EnterAsync(Newsroom, "Editor Fifteen");
        var page = await desk.PageAsync("/desk");
        Assert.StartsWith("All", page.QuerySelector(".tabs [aria-current=page]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([Room(draft), Room(withheld)], page.QuerySelectorAll("tbody .headline a").Take(2).Select(link => link.GetAttribute("href")));
        await using var db = Newsroom.OpenDb();
        Assert.Equal($"{await db.Stories.CountAsync(s => s.State == StoryState.Draft, Cancel)}", page.QuerySelector(".tabs [href='/desk?state=Draft'] .n")!.TextContent);
        Assert.Equal($"{await db.Stories.CountAsync(Cancel)}", page.QuerySelector(".tabs [href='/desk'] .n")!.TextContent);
    }

    [Theory]
    [InlineData(StoryState.Draft, "Readers do not see this story yet.")]
    [InlineData(StoryState.Scheduled, "Readers do not see this story yet.")]
    [InlineData(StoryState.Published, "Readers see version 1.")]
    [InlineData(StoryState.Withheld, "Readers see a notice in place of the story. The pier is shut.")]
    [InlineData(StoryState.Unpublished, "Readers see a notice in place of the story. The pier is shut.")]
    [InlineData(StoryState.Killed, "Readers see a notice in place of the story. The pier is shut.")]
    [InlineData(StoryState.TakenDown, "Readers see a notice in place of the story. The pier is shut.")]
    public async Task Story_AnyState_SaysWhatReadersSee(StoryState state, string expected)
    {
        var story = await SampleStory.AddAsync(Newsroom, state);
        await using (var db = Newsroom.OpenDb())
        {
            // As after publishing and taking it back: the version that readers saw last is still noted.
            var live = state is StoryState.Draft or StoryState.Scheduled ? (int?)null : 1;
            var notice = state is StoryState.Withheld or StoryState.Unpublished or StoryState.Killed or StoryState.TakenDown ? "The pier is shut." : null;
            await db.Stories.Where(s => s.Id == story.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.LiveVersion, live).SetProperty(s => s.Notice, notice), Cancel);
        }
        using var desk = await DeskClient.EnterAsync(Newsroom, $"Editor {state}");
        var page = await desk.PageAsync(Room(story));
        Assert.Equal(expected, page.QuerySelector("#seen")!.TextContent.Trim());
        Assert.DoesNotContain("live", page.QuerySelector(".story-head")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Story_ShowsTextStatementsAndLines()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        using var desk = await DeskClient.EnterAsync(Newsroom, "Editor Four");
        var page = await desk.PageAsync(Room(story));
        Assert.Equal("1Harbour to close for a week", "1" + page.QuerySelector("h1.headline")!.TextContent.Trim());
        Assert.Equal("The harbour will close for a week", page.QuerySelector(".desk-text [data-s='1']")!.TextContent);
        Assert.Equal(2, page.QuerySelectorAll("article.statement").Length);
        var line = page.QuerySelector("#s1 .line")!.TextContent;
        foreach (var hand in new[] { "Harbour Gazette", "a senior official", "Ines Vale" }) Assert.Contains(hand, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirm_GoesOnToTheNextThatWaits()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        using var desk = await DeskClient.EnterAsync(Newsroom, "Editor Five");
        var page = await desk.PageAsync(Room(story));
        var button = page.QuerySelector("#s1 [data-key=c]")!.GetAttribute("value")!;
        using var answer = await desk.PostAsync(Room(story), $"{Room(story)}?handler=Confirm", ("revision", "1"), ("id", button));
        Assert.EndsWith("#s2", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var after = await desk.PageAsync(Room(story));
        Assert.Contains("confirmed", after.QuerySelector("#s1")!.ClassName!, StringComparison.Ordinal);
        Assert.Contains("Editor Five", after.QuerySelector(".acts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StalePage_IsToldWhoWasFirst()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        using var first = await DeskClient.EnterAsync(Newsroom, "Editor Six");
        using var second = await DeskClient.EnterAsync(Newsroom, "Editor Seven");
        await first.SubmitAsync($"{Room(story)}/confirm-all", $"{Room(story)}/confirm-all", ("revision", "1"));
        var id = (await second.PageAsync(Room(story))).QuerySelector("#s1 button[formaction*='handler=Reopen']")!.GetAttribute("value")!;
        var late = await second.SubmitAsync(Room(story), $"{Room(story)}?handler=Reopen", ("revision", "1"), ("id", id));
        Assert.Contains("Editor Six has changed this story", late.QuerySelector(".note.refused")!.TextContent, StringComparison.Ordinal);
        using var publish = await second.PostAsync(Room(story), $"{Room(story)}/publish", ("Form.Revision", "1"), ("Form.Reason", "Now."));
        Assert.Equal(HttpStatusCode.Conflict, publish.StatusCode);
        var again = DeskClient.Parse(await publish.Content.ReadAsStringAsync(Cancel));
        Assert.Contains("Editor Six has changed this story", again.QuerySelector(".note.refused")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("Now.", "2"), (again.QuerySelector("#reason")!.TextContent, again.QuerySelector("[name='Form.Revision']")!.GetAttribute("value")));
    }

    [Fact]
    public async Task EditHop_ThroughItsForm()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        using var desk = await DeskClient.EnterAsync(Newsroom, "Editor Eight");
        var hop = (await desk.PageAsync(Room(story))).QuerySelector("#s1 form[action*='handler=EditHop'] [name=id]")!.GetAttribute("value")!;
        var edited = await desk.SubmitAsync(Room(story), $"{Room(story)}?handler=EditHop", ("revision", "1"), ("id", hop),
            ("Name", "The Harbour Gazette"), ("Kind", "Outlet"), ("Basis", "Stated"), ("Role", "newspaper"), ("Words", "Harbour Gazette"));
        Assert.Contains("The Harbour Gazette", edited.QuerySelector("#s1 .line")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Statement 1: Harbour Gazette changed to The Harbour Gazette", edited.QuerySelector(".acts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddHop_Refused_KeepsTheFormOpenAndFilled()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        using var desk = await DeskClient.EnterAsync(Newsroom, "Editor Sixteen");
        var form = (await desk.PageAsync(Room(story))).QuerySelector("#s1 form[action*='handler=AddHop']")!;
        Assert.EndsWith("#s1", form.GetAttribute("action")!, StringComparison.Ordinal);
        var statement = form.QuerySelector("[name=id]")!.GetAttribute("value")!;
        using var refused = await desk.PostAsync(Room(story), $"{Room(story)}?handler=AddHop", ("revision", "1"), ("id", statement), ("chain", "0"),
            ("position", "1"), ("Name", "Reuters"), ("Kind", "Outlet"), ("Role", "agency"), ("Basis", "Carried"), ("Words", "the agency"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = DeskClient.Parse(await refused.Content.ReadAsStringAsync(Cancel));
        Assert.Contains("is not in the text", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        var again = page.QuerySelector("form#refused")!;
        for (var parent = again.ParentElement; parent?.LocalName != "article"; parent = parent!.ParentElement)
            if (parent!.LocalName == "details") Assert.True(parent.HasAttribute("open"));
        Assert.Equal(["Reuters", "agency", "the agency"], new[] { "Name", "Role", "Words" }.Select(name => again.QuerySelector($"[name={name}]")!.GetAttribute("value")));
        Assert.Equal(["1", "Outlet", "Carried"], new[] { "position", "Kind", "Basis" }.Select(name => again.QuerySelector($"[name={name}] [selected]")!.GetAttribute("value")));
        Assert.Single(page.QuerySelectorAll(".insert[open]"));
    }

    [Fact]
    public async Task EditHop_Late_KeepsTheFormAndSaysWhoWasFirst()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        using var first = await DeskClient.EnterAsync(Newsroom, "Editor Seventeen");
        using var second = await DeskClient.EnterAsync(Newsroom, "Editor Eighteen");
        var hop = (await second.PageAsync(Room(story))).QuerySelector("#s2 form[action*='handler=EditHop'] [name=id]")!.GetAttribute("value")!;
        await first.SubmitAsync($"{Room(story)}/confirm-all", $"{Room(story)}/confirm-all", ("revision", "1"));
        using var late = await second.PostAsync(Room(story), $"{Room(story)}?handler=EditHop", ("revision", "1"), ("id", hop), ("Name", "Ines Valle"), ("Kind", "Person"), ("Basis", "Stated"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var form = DeskClient.Parse(await late.Content.ReadAsStringAsync(Cancel)).QuerySelector("#s2 form#refused")!;
        Assert.Contains("Editor Seventeen has changed this story", form.QuerySelector(".fault")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("Ines Valle", "2"), (form.QuerySelector("[name=Name]")!.GetAttribute("value"), form.QuerySelector("[name=revision]")!.GetAttribute("value")));
    }

    [Fact]
    public async Task ConfirmAll_AsksFirst_AndCanBeUndone()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        using var desk = await DeskClient.EnterAsync(Newsroom, "Editor Nineteen");
        var room = await desk.PageAsync(Room(story));
        Assert.Equal($"{Room(story)}/confirm-all?version=1", room.QuerySelector(".statements-head a.button")!.GetAttribute("href"));
        var ask = await desk.PageAsync($"{Room(story)}/confirm-all?version=1");
        Assert.Equal("Confirm all 2 statements?", ask.QuerySelector("h1")!.TextContent);
        Assert.Contains("The harbour will close for a week", ask.QuerySelector(".confirm-list")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Reported by Harbour Gazette, citing a senior official", ask.QuerySelector(".confirm-list")!.TextContent, StringComparison.Ordinal);

        var done = await desk.SubmitAsync($"{Room(story)}/confirm-all", $"{Room(story)}/confirm-all?version=1", ("revision", "1"));
        Assert.Equal("2 statements confirmed.", done.QuerySelector(".note.done")!.TextContent);
        Assert.Equal(2, done.QuerySelectorAll("article.statement.confirmed").Length);
        var act = done.QuerySelector(".undo button")!.GetAttribute("value")!;
        var undone = await desk.SubmitAsync(Room(story), $"{Room(story)}?handler=UndoConfirmAll", ("revision", "2"), ("act", act));
        Assert.Equal(2, undone.QuerySelectorAll("article.statement.proposed").Length);
        Assert.Equal(2, undone.QuerySelectorAll(".hop.proposed").Length - 1);
        Assert.Null(undone.QuerySelector(".undo"));
        Assert.Contains("Confirmation of 2 statements undone", undone.QuerySelector(".acts")!.TextContent, StringComparison.Ordinal);

        var twice = await desk.SubmitAsync(Room(story), $"{Room(story)}?handler=UndoConfirmAll", ("revision", "3"), ("act", act));
        Assert.Contains("nothing to undo", twice.QuerySelector(".note.refused")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Polarity_IsShownEditedAndLogged()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
        using var desk = await DeskClient.EnterAsync(Newsroom, "Editor Twenty");
        var before = await desk.PageAsync(Room(story));
        Assert.Empty(before.QuerySelectorAll(".polarity"));
        var id = before.QuerySelector("#s2 form[action*='handler=Polarity'] [name=id]")!.GetAttribute("value")!;
        var after = await desk.SubmitAsync(Room(story), $"{Room(story)}?handler=Polarity", ("revision", "1"), ("id", id), ("polarity", "Denies"));
        Assert.Equal("Ines Vale denies this.", after.QuerySelector("#s2 .polarity")!.TextContent);
        Assert.Equal("Denies", after.QuerySelector("#s2 [name=polarity] [selected]")!.GetAttribute("value"));
        Assert.Contains("what the source does changed from “says” to “denies”", after.QuerySelector(".acts")!.TextContent, StringComparison.Ordinal);
        await using var db = Newsroom.OpenDb();
        Assert.Equal(Polarity.Denies, await db.Statements.Where(s => s.StoryId == story.Id && s.Ordinal == 2).Select(s => s.Polarity).SingleAsync(Cancel));
    }

    [Fact]
    public async Task Answers_AreShownWithTheWordsOfTheText()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        await using (var db = Newsroom.OpenDb())
        {
            var version = await db.Versions.SingleAsync(v => v.StoryId == story.Id, Cancel);
            var at = SampleStory.Text.IndexOf("harbour master Ines Vale said", StringComparison.Ordinal);
            version.Answers = [new(AnswerKind.Declined, "Ines Vale", SourceKind.Person, null, "Harbour Gazette", new(at, at + 14), 0.9)];
            await db.SaveChangesAsync(Cancel);
        }
        using var desk = await DeskClient.EnterAsync(Newsroom, "Editor Twenty-one");
        var answer = (await desk.PageAsync(Room(story))).QuerySelector(".answers li")!;
        Assert.StartsWith("Ines Vale declined to comment (asked by Harbour Gazette).", answer.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal("harbour master", answer.QuerySelector("q")!.TextContent);
    }

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
                ["Form.Revision"] = "1", ["Form.IsHtml"] = "False", ["Form.Headline"] = "Written <i>late</i>", ["Form.Lead"] = "", ["Form.Body"] = "\nOne.\n\nTwo & three.",
                ["__RequestVerificationToken"] = token,
            };
            using var content = new FormUrlEncodedContent(fields);
            using var answer = await desk.Browser.PostAsync($"{Room(story)}/text", content, Cancel);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            var kept = DeskClient.Parse(await answer.Content.ReadAsStringAsync(Cancel));
            Assert.Contains("/desk/sign-in", kept.QuerySelector(".steps a")!.GetAttribute("href")!, StringComparison.Ordinal);
            var sent = kept.QuerySelectorAll("form#kept [name]")
                .ToDictionary(field => field.GetAttribute("name")!, field => field.LocalName == "textarea" ? field.TextContent : field.GetAttribute("value") ?? "");
            Assert.Equal(fields.OrderBy(field => field.Key, StringComparer.Ordinal), sent.OrderBy(field => field.Key, StringComparer.Ordinal));

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
        using var content = new FormUrlEncodedContent([KeyValuePair.Create(field, value), KeyValuePair.Create("Form.Note", origin is null ? "" : "Note")]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/desk/story/1/text") { Content = content };
        if (origin is not null) request.Headers.Add("Origin", origin);
        using var answer = await stranger.SendAsync(request, Cancel);
        Assert.Contains("/desk/sign-in", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain(value, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublishAndUnpublish_WithAReason()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        using var desk = await DeskClient.EnterAsync(Newsroom, "Editor Nine");
        using var reader = Newsroom.Client();
        var published = await desk.SubmitAsync(Room(story), $"{Room(story)}/publish", ("Form.Revision", "1"), ("Form.Reason", ""));
        Assert.Contains("Published", published.QuerySelector(".note.done")!.TextContent, StringComparison.Ordinal);
        var slug = (await StoryAsync(story)).Slug;
        Assert.Contains("The pier is not safe", await reader.GetStringAsync($"/{story.Number}/{slug}"), StringComparison.Ordinal);

        var refused = await desk.SubmitAsync(Room(story), $"{Room(story)}/publish", ("Form.Revision", "2"));
        Assert.Contains("so it can't be published", refused.QuerySelector(".note.refused")!.TextContent, StringComparison.Ordinal);

        await desk.SubmitAsync(Room(story), $"{Room(story)}/unpublish", ("Form.Revision", "2"), ("Form.Reason", "The pier has opened."));
        Assert.Equal((StoryState.Unpublished, "The pier has opened."), ((await StoryAsync(story)).State, (await StoryAsync(story)).Notice));
        using var gone = await reader.GetAsync($"/{story.Number}/{slug}", Cancel);
        Assert.DoesNotContain("The pier is not safe", await gone.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_UnderEmbargo_SaysUntilWhenAndHowToLiftIt()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        await using (var db = Newsroom.OpenDb())
        {
            var due = Newsroom.Clock.GetUtcNow().UtcDateTime.AddHours(3);
            await db.Stories.Where(s => s.Id == story.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.DueUtc, due), Cancel);
        }
        using var desk = await DeskClient.EnterAsync(Newsroom, "Editor Twelve");
        // 12:00 UTC, in the site's zone.
        const string When = "23 November 2026, 4:30 pm";

        var waiting = await desk.SubmitAsync(Room(story), $"{Room(story)}/publish", ("Form.Revision", "1"));
        Assert.Equal($"Under embargo: the story will be published on {When}.", waiting.QuerySelector(".note.done")!.TextContent.Trim());
        Assert.Null(waiting.QuerySelector("button.main"));
        using var early = await desk.PostAsync(Room(story), $"{Room(story)}/publish", ("Form.Revision", "2"));
        var why = await desk.PageAsync(early.Headers.Location!.OriginalString);
        Assert.Contains("23 November 2026, 4:30 pm (Asia/Kabul). Lift the embargo", why.QuerySelector(".note.refused")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(When, (await desk.PageAsync($"/desk?state=Embargoed&q={story.Number}")).QuerySelector("tbody .when")!.TextContent, StringComparison.Ordinal);

        var published = await desk.SubmitAsync(Room(story), $"{Room(story)}/lift-embargo", ("Form.Revision", "2"));
        Assert.Equal("The embargo is lifted and the story is published.", published.QuerySelector(".note.done")!.TextContent.Trim());
    }

    [Fact]
    public async Task Versions_TheNewestAreLinked()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        await using (var db = Newsroom.OpenDb())
        {
            for (var number = 2; number <= 60; number++)
            {
                db.Versions.Add(new StoryVersion
                {
                    StoryId = story.Id, Number = number, Headline = $"Version {number}", Text = $"Version {number}", ContentHash = $"{number}", BodyHtml = "",
                    CreatedBy = "test",
                });
            }
            await db.SaveChangesAsync(Cancel);
            await db.Stories.Where(s => s.Id == story.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LatestVersion, 60), Cancel);
        }
        using var desk = await DeskClient.EnterAsync(Newsroom, "Editor Thirteen");
        var links = (await desk.PageAsync(Room(story))).QuerySelectorAll(".versions a").Select(link => link.TextContent);
        Assert.Equal(Enumerable.Range(11, 50).Select(number => $"{number}"), links);
    }

    [Fact]
    public async Task WhatIsNotThere_Gets404()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        using var desk = await DeskClient.EnterAsync(Newsroom, "Editor Ten");
        foreach (var path in new[] { "/desk/story/999999999", $"{Room(story)}?version=9", "/desk/replies/999999999" })
        {
            using var answer = await desk.Browser.GetAsync(path, Cancel);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Sources_AreLookedUpByTheirBeginning()
    {
        await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        using var desk = await DeskClient.EnterAsync(Newsroom, "Editor Eleven");
        Assert.Contains("Harbour Gazette", await desk.Browser.GetStringAsync("/desk/source-names?q=The+harb"), StringComparison.Ordinal);
    }

    private static string Room(Story story) => $"/desk/story/{story.Number}";

    private async Task<Story> StoryAsync(Story story)
    {
        await using var db = Newsroom.OpenDb();
        return await db.Stories.AsNoTracking().SingleAsync(s => s.Id == story.Id, Cancel);
    }
}

public sealed class DeskOnSqlite(SqliteNewsroom newsroom) : DeskTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class DeskOnPostgres(PostgresNewsroom newsroom) : DeskTests(newsroom), IClassFixture<PostgresNewsroom>;
