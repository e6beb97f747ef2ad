using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Formats;
using Sourceline.Ingest;
using Sourceline.Replies;
using Sourceline.Sourcing;
using Sourceline.Stories.Publishing;
using Sourceline.Stories.Reviewing;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.PageCache;

public sealed class FreshnessTestsOnSqlite(KeepingSqliteNewsroom newsroom) : FreshnessTests(newsroom), IClassFixture<KeepingSqliteNewsroom>;

public sealed class FreshnessTestsOnPostgres(KeepingPostgresNewsroom newsroom)
    : FreshnessTests(newsroom),
        IClassFixture<KeepingPostgresNewsroom>;

/// <summary>The same of pages on disk.</summary>
public sealed class FreshnessTestsStored(StoringSqliteNewsroom newsroom) : FreshnessTests(newsroom), IClassFixture<StoringSqliteNewsroom>;

/// <summary>Asks for every kind of page after every kind of act, of a node that keeps its pages and of one that keeps none.</summary>
public abstract class FreshnessTests(TestNewsroom newsroom) : ServingTests(newsroom)
{
    private const string Report = "The ferries stay in the north, the Gazetteer newspaper reported on Sunday.";

    private static readonly string[] Paths =
    [
        "/",
        "/18343",
        "/18343/veldmark-offers-quays",
        "/18343/the-ferries-stay",
        "/18343/the-ferries-go",
        "/18343?after=1",
        "/9001",
        "/18350",
        "/18351/hostile",
        "/40",
        "/42",
        "/43",
        "/44",
        "/51",
        "/18401",
        "/18402",
        "/category/politics",
        "/category/culture",
        "/category/culture?before=18350",
        "/category/harbours",
        "/source/gazetteer",
        "/source/gazetteer?before=18343",
        "/source/lookout-review",
        "/source/oskar-lind",
        "/source/bakhtar",
        "/sources",
        "/sources?after=gazetteer",
        "/archive",
        "/archive/2021",
        "/archive/2020",
        "/archive/2021/07",
        "/archive/2021/08",
        "/archive/2021/07/19",
        "/archive/2021/07/20",
        "/archive/2021/07/21",
        "/archive/2021/08/01",
        "/feed.rss",
        "/feed.atom",
        "/feed.json",
        "/category/politics/feed.rss",
        "/category/culture/feed.atom",
        "/source/gazetteer/feed.json",
        "/sitemap.xml",
        "/sitemap-0.xml",
        "/sitemap-1.xml",
        "/robots.txt",
        "/nothing",
    ];

    [Fact]
    public async Task EveryAct_LeavesNoPageStale()
    {
        await using var without = await Newsroom.StartNodeAsync(Keeping.Off);
        using var fresh = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(without.Urls.First()),
        };
        List<string> faults = [];
        await CompareAsync("before anything", fresh, faults);
        foreach (var (name, act) in Steps())
        {
            await act();
            await CompareAsync(name, fresh, faults);
        }
        Assert.Empty(faults);
        await without.StopAsync(Cancel);
    }

    private (string Name, Func<Task> Act)[] Steps() =>
        [
            ("link with a translation", () => LinkAsync(18350, 18343)),
            ("draft a text", () => ReviseAsync(18343, ActKind.Draft, "The ferries stay where they are", $"<p>{Report}</p>")),
            ("correct, minor", () =>
                ReviseAsync(
                    18343,
                    ActKind.CorrectMinor,
                    "The ferries stay",
                    $"<p>{Report}</p><p>“No,” Lind told the Lookout Review magazine.</p>"
                )
            ),
            ("correct, material", () => ReviseAsync(18343, ActKind.CorrectMaterial, "The ferries stay", $"<p>{Report}</p>")),
            ("clarify", () => ReviseAsync(18343, ActKind.Clarify, "The ferries stay", $"<p>{Report} Until spring.</p>")),
            ("update", () => ReviseAsync(18343, ActKind.Update, "The ferries go", $"<p>{Report} Not all.</p>")),
            ("confirm", () => ReviewAsync(18343, (reviews, at, statement) => reviews.ConfirmAsync(at, statement.Id, Cancel))),
            ("reject", () => ReviewAsync(18343, (reviews, at, statement) => reviews.RejectAsync(at, statement.Id, Cancel))),
            ("reopen", () => ReviewAsync(18343, (reviews, at, statement) => reviews.ReopenAsync(at, statement.Id, Cancel))),
            ("mend a link", () =>
                ReviewAsync(18343, (reviews, at, statement) =>
                    reviews.MendLinkAsync(
                        at,
                        statement.Hops[0].Id,
                        new HopEdit(
                            "Lookout Review",
                            Sourceline.Attribution.Model.SourceKind.Outlet,
                            null,
                            Sourceline.Attribution.Model.Basis.Stated,
                            "Gazetteer"
                        ),
                        Cancel
                    )
                )
            ),
            ("approve a reply", () => DecideAsync(ReplyState.Held, ReplyState.Approved)),
            ("reject a reply", () => DecideAsync(ReplyState.Approved, ReplyState.Rejected)),
            ("hold a reply", () => DecideAsync(ReplyState.Rejected, ReplyState.Held)),
            ("mark as spam", () => DecideAsync(ReplyState.Held, ReplyState.Spam)),
            ("correct the date", () => ActAsync(18343, ActKind.SetDate)),
            ("withhold", () => ActAsync(18343, ActKind.Withhold)),
            ("release", () => ActAsync(18343, ActKind.Release)),
            ("unpublish", () => ActAsync(18343, ActKind.Unpublish)),
            ("publish again", () => ActAsync(18343, ActKind.Publish)),
            ("publish a draft", () => ActAsync(44, ActKind.Publish)),
            ("release what never was public", () => ActAsync(48, ActKind.Release)),
            ("a new story in a new category", () => ReceiveAsync(true, Story())),
            ("another version with another category and date", () =>
                ReceiveAsync(
                    true,
                    Story() with
                    {
                        Categories = ["Culture"],
                        Published = new DateTimeOffset(2021, 8, 1, 8, 0, 0, TimeSpan.Zero),
                    }
                )
            ),
            ("another version, received only", () => ReceiveAsync(false, Story() with { Categories = ["Harbours"], Tags = ["Quays"] })),
            ("the same with a reply", () => ReceiveAsync(
                    true,
                    Story() with
                    {
                        Categories = ["Harbours"],
                        Tags = ["Quays"],
                        Replies =
                        [
                            new ItemReply
                            {
                                Id = "1",
                                Name = "Ida",
                                Body = "Well said.",
                                State = ItemReplyState.Approved,
                            },
                        ],
                    }
                )),
            ("a translation comes in, with a number of another part of the sitemap", () => ReceiveAsync(true, French())),
            ("its original is said to be one of its set", () =>
                ReceiveAsync(true, Story() with { Categories = ["Harbours"], Tags = ["Quays"], TranslationKey = "set" })
            ),
            ("the translation gets another headline", () =>
                ReviseAsync(9001, ActKind.CorrectMinor, "Le port a un phare", "<p>Le phare est neuf.</p>")
            ),
            ("and another language", () => ReceiveAsync(true, French() with { Language = "fr-CA" })),
            ("its text waits", () => ReceiveAsync(false, French() with { Language = "fr" })),
            ("withhold the translation", () => ActAsync(9001, ActKind.Withhold)),
            ("release the translation", () => ActAsync(9001, ActKind.Release)),
            ("unpublish the translation", () => ActAsync(9001, ActKind.Unpublish)),
            ("publish the translation again", () => ActAsync(9001, ActKind.Publish)),
            ("take it from its set", () => UnlinkAsync(9001)),
            ("link it with another set", () => LinkAsync(9001, 18343)),
            ("take the middle one away", () => UnlinkAsync(18343)),
            ("link all of both sets", () => LinkAsync(18350, 18401)),
            ("a draft comes in", () => ReceiveAsync(false, Story() with { Id = "other", Number = 18402 })),
            ("it is published", () => ActAsync(18402, ActKind.Publish)),
            ("kill", () => ActAsync(18401, ActKind.Kill)),
            ("take down", () => ActAsync(18343, ActKind.TakeDown)),
            ("take down the last of a section", () => ActAsync(18402, ActKind.TakeDown)),
        ];

    private async Task CompareAsync(string step, HttpClient fresh, List<string> faults)
    {
        foreach (var path in Paths)
        {
            var (kept, now) = (await AnswerAsync(Reader, path), await AnswerAsync(fresh, path));
            if (kept != now)
                faults.Add($"{step}: {path} ({kept.Status}, {now.Status})");
            // The next comparison finds it kept, where it may be.
            if (await AnswerAsync(Reader, path) != now)
                faults.Add($"{step}: {path}, asked again");
        }
    }

    private static async Task<(HttpStatusCode Status, string? Location, string Text)> AnswerAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        return (answer.StatusCode, answer.Headers.Location?.ToString(), await answer.Content.ReadAsStringAsync(Cancel));
    }

    private async Task DecideAsync(ReplyState from, ReplyState to)
    {
        await using var scope = Newsroom.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        var reply = await db.Replies.AsNoTracking().SingleAsync(known => known.Name == "Held", Cancel);
        Assert.True(await scope.ServiceProvider.GetRequiredService<ReplyActs>().DecideAsync(reply.Id, from, to, "Editor", Cancel));
    }

    private async Task LinkAsync(long number, long with) =>
        await Newsroom
            .Services.GetRequiredService<TranslationActs>()
            .LinkAsync(new TranslationOrder(await IdAsync(number), "Editor"), with, Cancel);

    private async Task UnlinkAsync(long number) =>
        await Newsroom
            .Services.GetRequiredService<TranslationActs>()
            .UnlinkAsync(new TranslationOrder(await IdAsync(number), "Editor"), Cancel);

    private async Task ReceiveAsync(bool publish, NewsItem item) =>
        await Newsroom
            .Services.GetRequiredService<StoryIntake>()
            .ReceiveAsync(
                [new IncomingItem(item, NewsFormat.Rss, "test", default, new Position(1, 1))],
                new IntakeOptions(publish, "import"),
                Cancel
            );

    private static NewsItem French() =>
        Story() with
        {
            Id = "french",
            Number = 9001,
            Headline = "Le port reçoit un phare",
            BodyHtml = "<p>Le phare est neuf.</p>",
            Language = "fr",
            TranslationKey = "set",
        };

    private static NewsItem Story() =>
        new()
        {
            Origin = "fresh.example",
            Id = "story",
            Number = 18401,
            Headline = "The harbour gets a light",
            BodyHtml = "<p>The light is new, the Gazetteer newspaper reported.</p>",
            Published = new DateTimeOffset(2021, 7, 21, 8, 0, 0, TimeSpan.Zero),
            Categories = ["Harbours"],
            Language = "en",
        };
}
