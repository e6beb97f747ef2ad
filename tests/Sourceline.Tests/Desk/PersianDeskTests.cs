using Sourceline.Data.Model;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Desk;

/// <summary>The desk of a newsroom whose site is in Persian.</summary>
public sealed class PersianDeskTests(PersianNewsroom newsroom) : NewsroomTests(newsroom), IClassFixture<PersianNewsroom>
{
    [Fact]
    public async Task Pages_AreInPersianAndRunFromTheRight_ButAStoryKeepsItsOwn()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
        using var desk = await DeskClient.EnterAsync(Newsroom, "مینا حیدری");
        foreach (
            var path in (string[])
                [
                    "/desk",
                    "/desk/replies",
                    "/desk/sources",
                    $"/desk/story/{story.Number}",
                    $"/desk/story/{story.Number}/text",
                    $"/desk/story/{story.Number}/correct",
                    $"/desk/story/{story.Number}/confirm-all",
                ]
        )
        {
            var page = await desk.PageAsync(path);
            Assert.Equal(("fa", "rtl"), (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("dir")));
            Assert.Contains("خبرها", page.QuerySelector(".desk-head nav")!.TextContent, StringComparison.Ordinal);
        }
        var room = await desk.PageAsync($"/desk/story/{story.Number}");
        Assert.Equal(
            ("en", "ltr"),
            (room.QuerySelector("article.desk-text")!.GetAttribute("lang"), room.QuerySelector("article.desk-text")!.GetAttribute("dir"))
        );
        Assert.Equal("ltr", room.QuerySelector("#s1 blockquote")!.GetAttribute("dir"));
        Assert.Equal("خوانندگان نسخهٔ ۱ را می‌بینند.", room.QuerySelector("#seen")!.TextContent);
    }

    [Fact]
    public async Task Review_IsLoggedInPersian()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        using var desk = await DeskClient.EnterAsync(Newsroom, "مینا حیدری");
        await desk.SubmitAsync($"/desk/story/{story.Number}/confirm-all", $"/desk/story/{story.Number}/confirm-all", ("revision", "1"));
        Assert.Contains(
            "هر ۲ گفتهٔ در انتظار تأیید شد",
            (await desk.PageAsync($"/desk/story/{story.Number}")).QuerySelector(".acts")!.TextContent,
            StringComparison.Ordinal
        );
    }
}

/// <summary>A newsroom whose site is in Persian.</summary>
public sealed class PersianNewsroom : SqliteNewsroom
{
    public override Dictionary<string, string?> Settings() => new(base.Settings()) { ["Sourceline:Site:Language"] = "fa" };
}
