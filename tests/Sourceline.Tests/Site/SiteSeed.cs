using Sourceline.Attribution.Model;
using Sourceline.Data;
using Sourceline.Data.Model;
using static Sourceline.Tests.Site.StoryBuilder;
using Statement = Sourceline.Data.Model.Statement;

namespace Sourceline.Tests.Site;

/// <summary>A few stories to look at: one with sourcing in layers, one written from right to left, some that readers may not see.</summary>
internal static class SiteSeed
{
    public const string DiplomatsWords = "“To move the ferries for good is something that nobody here will accept,”";

    /// <summary>Numbers and states of stories that readers could read once; a notice stands in their place.</summary>
    public static readonly (long Number, StoryState State)[] OncePublic =
    [
        (40, StoryState.Killed),
        (41, StoryState.TakenDown),
        (42, StoryState.Withheld),
        (43, StoryState.Unpublished),
        (51, StoryState.Embargoed),
    ];

    /// <summary>Stories that readers never could read. All but the first have a date nonetheless, as what comes over a wire has.</summary>
    public static readonly (long Number, StoryState State)[] NeverPublic =
    [
        (44, StoryState.Draft),
        (45, StoryState.Embargoed),
        (46, StoryState.Scheduled),
        (47, StoryState.Draft),
        (48, StoryState.Withheld),
        (49, StoryState.Killed),
    ];

    public static async Task PlantAsync(NewsDb db, CancellationToken cancellationToken)
    {
        var politics = new Category
        {
            Name = "Politics",
            Slug = "politics",
            Position = 1,
        };
        var culture = new Category
        {
            Name = "Culture",
            Slug = "culture",
            Position = 2,
        };
        await Layered(politics).SaveAsync(db, cancellationToken);
        await Persian(culture).SaveAsync(db, cancellationToken);
        await Hostile(culture).SaveAsync(db, cancellationToken);
        foreach (var (number, state) in OncePublic)
            await Hidden(politics, number, state, wasPublic: true).SaveAsync(db, cancellationToken);
        foreach (var (number, state) in NeverPublic)
            await Hidden(politics, number, state, wasPublic: false).SaveAsync(db, cancellationToken);
        await AroundAsync(db, cancellationToken);
    }

    private static StoryBuilder Layered(Category politics)
    {
        var (paper, agency, magazine) = (
            Named("Gazetteer", "gazetteer"),
            Named("Anchor Press", "anchor-press"),
            Named("Lookout Review", "lookout-review")
        );
        var (diplomat, president) = (
            Named("Oskar Lind", "oskar-lind", SourceKind.Person),
            Named("Ulla Tarn", "ulla-tarn", SourceKind.Person)
        );
        return new StoryBuilder(
            18343,
            politics,
            "Veldmark offers the island the use of its quays for the winter ferries",
            "The port director in June offered the island the use of two quays for the winter ferries, the Gazetteer newspaper reported on Saturday",
            """
            <p>The director reportedly made the offer at a June 16 meeting on the island. For the summer timetable, <em>Tarn</em> said the ferries could use the northern quays.</p>
            <p>The fees were discussed too, the report said, adding there had been no answer from the island.</p>
            <p>Meanwhile, the Anchor Press (AP), citing the Lookout Review magazine, says the island has warned the port against moving the ferries before spring, a senior diplomat said in remarks published on Tuesday.</p>
            <p>“To move the ferries for good is something that nobody here will accept,” Lind said. “We said so to their faces, and more than once.”</p>
            <p>He added that the island has also written to the ferry company.</p>
            """,
            new DateTime(2021, 7, 19, 9, 12, 0, DateTimeKind.Utc)
        )
            .With(
                (Story story) =>
                {
                    story.Slug = "veldmark-offers-quays";
                    story.Tags = ["Ferries"];
                    story.UpdatedUtc = new DateTime(2021, 7, 20, 5, 0, 0, DateTimeKind.Utc);
                    story.ReplyCount = 3;
                }
            )
            .With(
                (StoryVersion version) =>
                {
                    version.Byline = "The foreign desk";
                    version.Place = "Kabul";
                }
            )
            .Says(
                [Link(0, "Gazetteer", SourceKind.Outlet, paper, role: "newspaper")],
                Saturday,
                "The port director in June offered the island the use of two quays for the winter ferries"
            )
            .Says(
                [Link(0, "Gazetteer", SourceKind.Outlet, paper, Basis.Carried, "newspaper")],
                s => s.Hedge = "reportedly",
                "The director reportedly made the offer at a June 16 meeting on the island"
            )
            .Says(
                [
                    Link(0, "Gazetteer", SourceKind.Outlet, paper, Basis.Carried, "newspaper"),
                    Link(1, "Ulla Tarn", SourceKind.Person, president),
                ],
                null,
                "For the summer timetable",
                "the ferries could use the northern quays"
            )
            .Says(
                [
                    Link(0, "Anchor Press", SourceKind.Outlet, agency),
                    Link(1, "Lookout Review", SourceKind.Outlet, magazine, role: "magazine"),
                    Is(Link(2, "a senior diplomat", SourceKind.Unnamed), diplomat, Basis.Inferred),
                ],
                s => s.DateFrom = s.DateTo = new DateOnly(2021, 7, 13),
                "the island has warned the port against moving the ferries before spring"
            )
            .Says(
                [
                    Link(0, "Lookout Review", SourceKind.Outlet, magazine, Basis.Carried, "magazine"),
                    Link(1, "Oskar Lind", SourceKind.Person, diplomat, role: "Deputy Harbour Minister"),
                ],
                Confirmed,
                DiplomatsWords,
                "“We said so to their faces, and more than once.”"
            )
            .Says(
                [Is(Link(0, "He", SourceKind.Unnamed), diplomat, Basis.Carried)],
                null,
                "the island has also written to the ferry company"
            );
    }

    private static StoryBuilder Persian(Category culture) =>
        new StoryBuilder(
            18350,
            culture,
            "کتابخانهٔ ملی کابل پس از دو سال بازسازی درهای خود را گشود",
            "وزارت فرهنگ روز یکشنبه اعلام کرد که بیش از سی هزار جلد کتاب به قفسه‌ها بازگشته است",
            "<p>به گفتهٔ خبرگزاری باختر، «تالار نسخه‌های خطی» نخستین بخشی است که بازدیدکنندگان را می‌پذیرد. مدیر کتابخانه گفت که کار فهرست‌نویسی تا پایان سال ادامه دارد.</p><p>این بنا در سال‌های گذشته آسیب فراوان دیده بود.</p>",
            new DateTime(2021, 7, 20, 4, 30, 0, DateTimeKind.Utc)
        )
            .With(
                (Story story) =>
                {
                    story.Language = "fa";
                    story.Slug = "کتابخانهٔ-ملی";
                }
            )
            .Says(
                [Link(0, "خبرگزاری باختر", SourceKind.Outlet, Named("خبرگزاری باختر", "bakhtar"))],
                null,
                "«تالار نسخه‌های خطی» نخستین بخشی است که بازدیدکنندگان را می‌پذیرد"
            );

    /// <summary>Published on 18 July in London, on 19 July in Kabul.</summary>
    private static StoryBuilder Hostile(Category culture) =>
        new StoryBuilder(
            18351,
            culture,
            "</script><script>alert(1)</script> & \"quoted\"",
            "<img src=x onerror=alert(1)>",
            "<p>Plain.</p>",
            new DateTime(2021, 7, 18, 20, 0, 0, DateTimeKind.Utc)
        ).With((Story story) => story.Slug = "hostile");

    private static StoryBuilder Hidden(Category politics, long number, StoryState state, bool wasPublic) =>
        new StoryBuilder(
            number,
            politics,
            $"The secret headline {number}",
            "The secret lead",
            "<p>The secret text, Gazetteer reported.</p>",
            new DateTime(2021, 7, 19, 6, 0, 0, DateTimeKind.Utc)
        )
            .With(
                (Story story) =>
                {
                    (story.State, story.Notice) = (state, $"Reason {number}.");
                    if (!wasPublic)
                        story.LiveVersion = null;
                    if (number == 44)
                        story.PublishedUtc = null;
                    if (state is StoryState.Embargoed or StoryState.Scheduled)
                        story.DueUtc = new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc);
                }
            )
            .Says(
                [Link(0, "The Secret Gazette", SourceKind.Outlet, Named($"Secret Gazette {number}", $"secret-{number}"))],
                Confirmed,
                "The secret text"
            );

    /// <summary>What lies around the first story: a correction, replies, an address that it had elsewhere.</summary>
    private static async Task AroundAsync(NewsDb db, CancellationToken cancellationToken)
    {
        var story = db.Stories.Single(known => known.Number == 18343);
        var at = new DateTime(2021, 7, 19, 12, 0, 0, DateTimeKind.Utc);
        db.Acts.Add(
            new Act
            {
                Sequence = 1,
                Kind = ActKind.CorrectMaterial,
                StoryId = story.Id,
                Actor = "desk",
                Note = "An earlier version gave the date of the meeting as June 17.",
                AtUtc = at.AddHours(17),
            }
        );
        db.StoryAddresses.Add(new StoryAddress { Path = "/?p=77", StoryId = story.Id });
        db.StoryAddresses.Add(new StoryAddress { Path = "/2021/07/19/old-address", StoryId = story.Id });
        // A story may have had the address elsewhere that it has here.
        db.StoryAddresses.Add(new StoryAddress { Path = "/18343/veldmark-offers-quays", StoryId = story.Id });
        foreach (var hidden in db.Stories.Where(known => known.Number < 100).ToList())
        {
            db.StoryAddresses.Add(new StoryAddress { Path = $"/old/{hidden.Number}", StoryId = hidden.Id });
            db.StoryAddresses.Add(new StoryAddress { Path = $"/{hidden.Number}", StoryId = hidden.Id });
        }
        var first = new Reply
        {
            StoryId = story.Id,
            Name = "Amina",
            Body = "Who told the newspaper?\n\nThat would be good to know.",
            State = ReplyState.Approved,
            WrittenUtc = at,
        };
        db.Replies.Add(first);
        await db.SaveChangesAsync(cancellationToken);
        db.Replies.Add(
            new Reply
            {
                StoryId = story.Id,
                ParentId = first.Id,
                Name = "Bo <b>",
                Body = "<script>alert(2)</script> It says so: not stated.",
                State = ReplyState.Approved,
                WrittenUtc = at.AddHours(1),
            }
        );
        db.Replies.Add(
            new Reply
            {
                StoryId = story.Id,
                Name = "Held",
                Body = "held words",
                State = ReplyState.Held,
                WrittenUtc = at.AddHours(2),
                ProtectedEmail = [1, 2, 3],
            }
        );
        db.Replies.Add(
            new Reply
            {
                StoryId = story.Id,
                Name = "Chen",
                Body = "Thank you.",
                State = ReplyState.Approved,
                WrittenUtc = at.AddHours(3),
            }
        );
        await db.SaveChangesAsync(cancellationToken);
    }

    private static Source Named(string name, string slug, SourceKind kind = SourceKind.Outlet) =>
        new()
        {
            Name = name,
            Slug = slug,
            Kind = kind,
        };

    private static StatementHop Is(StatementHop link, Source who, Basis basis)
    {
        (link.Identity, link.IdentityBasis, link.IdentityConfidence) = (who, basis, 0.8);
        return link;
    }

    private static void Saturday(Statement statement) =>
        (statement.DateFrom, statement.DateTo, statement.DateWords) = (new DateOnly(2021, 7, 17), new DateOnly(2021, 7, 17), "on Saturday");

    private static void Confirmed(Statement statement)
    {
        statement.Review = Review.Confirmed;
        foreach (var link in statement.Hops)
            link.Review = Review.Confirmed;
    }
}
