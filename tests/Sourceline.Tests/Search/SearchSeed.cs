using System.Globalization;
using Sourceline.Attribution.Model;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Tests.Site;
using static Sourceline.Tests.Site.StoryBuilder;
using Statement = Sourceline.Data.Model.Statement;

namespace Sourceline.Tests.Search;

/// <summary>Stories to look for: one minister in several of them, a story in each language, some that nobody may find.</summary>
internal static class SearchSeed
{
    public static readonly StoryState[] NotPublic =
    [
        StoryState.Draft,
        StoryState.Scheduled,
        StoryState.Embargoed,
        StoryState.Withheld,
        StoryState.Killed,
        StoryState.TakenDown,
        StoryState.Unpublished,
    ];

    public static async Task PlantAsync(NewsDb db, CancellationToken cancellationToken)
    {
        var (harbour, culture) = (new Category { Name = "Harbour", Slug = "harbour" }, new Category { Name = "Culture", Slug = "culture" });
        var minister = new Source
        {
            Name = "Oskar Lind",
            Slug = "oskar-lind",
            Kind = SourceKind.Person,
        };
        minister.Names.Add(new SourceName { Key = SourceName.Folded("Minister Lind"), Name = "Minister Lind" });
        var gazette = new Source
        {
            Name = "Harbour Gazette",
            Slug = "harbour-gazette",
            Kind = SourceKind.Outlet,
        };
        gazette.Names.Add(new SourceName { Key = SourceName.Folded("Harbour Gazette"), Name = "Harbour Gazette" });
        foreach (var story in English(harbour, minister, gazette).Concat(Languages(culture)))
            await story.SaveAsync(db, cancellationToken);
        for (var i = 0; i < NotPublic.Length; i++)
            await Hidden(900 + i, harbour, minister, NotPublic[i]).SaveAsync(db, cancellationToken);
    }

    private static IEnumerable<StoryBuilder> English(Category harbour, Source minister, Source gazette)
    {
        yield return new StoryBuilder(
            101,
            harbour,
            "Island turns down the winter ferries",
            "The island council met on Monday",
            "<p>“The ferries of northern Asia are no concern of ours,” Lind told the Harbour Gazette. He said nothing about the lighthouse.</p><p>The lighthouse keeper waved.</p>",
            Day(2021, 6, 14)
        ).Says(
            [
                Link(0, "Harbour Gazette", SourceKind.Outlet, gazette, role: "newspaper"),
                Link(1, "Oskar Lind", SourceKind.Person, minister, role: "Deputy Harbour Minister"),
            ],
            Confirmed,
            "“The ferries of northern Asia are no concern of ours,”"
        );
        yield return new StoryBuilder(
            102,
            harbour,
            "Minister speaks of the lighthouse",
            null,
            "<p>The Asian routes will close, Lind said.</p><p>A keeper said the ferries are late &amp; \"slow\" &lt;b&gt;.</p>",
            Day(2021, 8, 31)
        )
            .Says([Link(0, "Lind", SourceKind.Person, minister)], null, "The Asian routes will close")
            .Says([Link(0, "A keeper", SourceKind.Unnamed)], null, "the ferries are late & \"slow\" <b>");
        yield return new StoryBuilder(
            103,
            harbour,
            "Asian ferries sail again",
            null,
            "<p>The ferries sail. Lind said the weather was fine.</p>",
            Day(2022, 1, 2)
        )
            .Says([Link(0, "Lind", SourceKind.Person, minister)], null, "the weather was fine")
            .Says([Link(0, "Harbour Gazette", SourceKind.Outlet, gazette)], s => s.Confidence = 0.05, "The ferries sail");
    }

    private static IEnumerable<StoryBuilder> Languages(Category culture)
    {
        yield return In("ru", 201, culture, "Ёлки привезли на площадь", "<p>В городе готовятся к празднику, сообщила мэрия.</p>");
        yield return In(
            "fa",
            202,
            culture,
            "کتابخانهٔ ملی درهای خود را گشود",
            "<p>کتاب‌های کهن به قفسه‌ها بازگشتند و مردم می‌آیند. سال ۱۴۰۰ بود.</p>"
        );
        yield return In("ar", 203, culture, "المكتبة تفتح أبوابها", "<p>قال المدير إن الكتب القديمة عادت إلى الرفوف.</p>");
        yield return In("fr", 204, culture, "L’école rouvre ses portes", "<p>Les élèves arrivent, a dit la directrice, malgré l’été.</p>");
        yield return In("de", 205, culture, "Die Brücken werden gesperrt", "<p>Die Straßen über die Brücken bleiben zu.</p>");
        yield return In("es", 206, culture, "Los pescadores vuelven al mar", "<p>Las canciones de los pescadores suenan otra vez.</p>");
        yield return In("fi", 207, culture, "Majakka avataan", "<p>Kävijät saapuvat.</p>");
    }

    private static StoryBuilder In(string language, long number, Category culture, string headline, string html) =>
        new StoryBuilder(number, culture, headline, null, html, Day(2020, 3, (int)(number - 200))).With(
            (Story story) => story.Language = language
        );

    private static StoryBuilder Hidden(long number, Category harbour, Source minister, StoryState state) =>
        new StoryBuilder(
            number,
            harbour,
            $"Hidden ferries {number}",
            "A secretword in the lead",
            "<p>The ferries are hidden, Lind said in a secretword.</p>",
            Day(2021, 7, 1)
        )
            .With((Story story) => story.State = state)
            .Says([Link(0, "Lind", SourceKind.Person, minister)], null, "The ferries are hidden");

    private static void Confirmed(Statement statement)
    {
        statement.Review = Review.Confirmed;
        foreach (var link in statement.Hops)
            link.Review = Review.Confirmed;
    }

    private static DateTime Day(int year, int month, int day) =>
        DateTime.SpecifyKind(
            DateTime.Parse(
                string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}T08:00:00"),
                CultureInfo.InvariantCulture
            ),
            DateTimeKind.Utc
        );
}
