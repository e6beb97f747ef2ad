using Sourceline.Formats.Writing;

namespace Sourceline.Formats.Tests.Writing;

internal static class SampleFeed
{
    public static FeedDocument Document { get; } =
        new()
        {
            Title = "Harbour Post & Gazette",
            HomeUrl = new Uri("https://harbour.example/"),
            SelfUrl = new Uri("https://harbour.example/feed"),
            Description = "News of the harbour",
            Language = "en-GB",
            Updated = At(12),
            Entries =
            [
                new FeedEntry
                {
                    Id = "https://harbour.example/18350",
                    Number = 18350,
                    Url = new Uri("https://harbour.example/18350"),
                    Headline = "Bridge \u0001shut <soon> & \ud83d\ude00",
                    Lead = "Cracks & rust were found",
                    ContentHtml = "<p>The bridge is shut, the <em>Skerry Post</em> reported. ]]&gt; \ufffe</p>",
                    Published = At(9),
                    Updated = At(12),
                    Categories = ["Transport"],
                    Tags = ["bridges"],
                    Byline = "Ida Quill",
                    Place = "Northport",
                    Version = 3,
                    Sourcing =
                    [
                        new FeedStatement
                        {
                            Sentence = "Skerry Post, reported; who told it is not stated.",
                            Content = "The bridge is shut",
                            Chain = ["Skerry Post"],
                            Confirmed = true,
                        },
                        new FeedStatement
                        {
                            Sentence = "A driver, through Skerry Post; found automatically, not yet confirmed by an editor.",
                            Chain = ["Skerry Post", "a driver"],
                            Polarity = "denies",
                        },
                    ],
                },
                new FeedEntry
                {
                    Id = "tag:harbour.example,2026:2",
                    Url = new Uri("https://harbour.example/18349"),
                    Headline = "کشتی بازگشت",
                    Published = At(8),
                    Updated = At(8),
                    Language = "fa",
                    Translations =
                    [
                        new FeedTranslation("en", new Uri("https://harbour.example/18351")),
                        new FeedTranslation("fr", new Uri("https://harbour.example/18352")),
                    ],
                },
            ],
        };

    private static DateTimeOffset At(int hour) => new(2026, 2, 1, hour, 0, 0, TimeSpan.FromHours(1));
}
