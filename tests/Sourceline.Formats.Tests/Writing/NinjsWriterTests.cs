using System.Collections.Immutable;
using System.Text;
using CsCheck;
using Sourceline.Formats.Tests.Support;
using Sourceline.Formats.Writing;

namespace Sourceline.Formats.Tests.Writing;

public sealed class NinjsWriterTests
{
    private static readonly Gen<string> Word = Gen
        .Char.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && !char.IsWhiteSpace(c))
        .Array[1, 12]
        .Select(c => new string(c));
    private static readonly Gen<string> Line = Word.Array[1, 6].Select(words => string.Join(' ', words));
    private static readonly Gen<ImmutableArray<string>> Names = Line.Array[0, 3].Select(n => n.Distinct().ToImmutableArray());
    private static readonly Gen<DateTimeOffset> Instant = Gen.Select(
            Gen.Long[630_000_000_000_000_000, 650_000_000_000_000_000],
            Gen.Int[-28, 28]
        )
        .Select((ticks, quarters) => new DateTimeOffset(ticks, TimeSpan.FromMinutes(quarters * 30)));

    private static readonly Gen<FeedEntry> Entries = Gen.Select(
            Line,
            Line,
            Line,
            Names,
            Names,
            Gen.Select(Instant, Instant),
            Gen.Select(Gen.Int[0, 99_999], Gen.Int[0, 2], Gen.Bool)
        )
        .Select(
            (headline, lead, body, categories, tags, dates, other) =>
                new FeedEntry
                {
                    Id = $"https://desk.example/{other.Item1}",
                    Number = other.Item1 == 0 ? null : other.Item1,
                    Url = new Uri($"https://desk.example/{other.Item1}/slug"),
                    Headline = headline,
                    Lead = other.Item3 ? lead : null,
                    ContentHtml = $"<p>{body.Replace("<body", "", StringComparison.OrdinalIgnoreCase)}\n</p>",
                    Published = dates.Item1,
                    Updated = dates.Item2,
                    Categories = categories,
                    Tags = tags,
                    Byline = other.Item3 ? null : lead,
                    Place = other.Item3 ? lead : null,
                    Language = "fa-AF",
                    Version = other.Item1,
                    Status = (PublishingStatus)other.Item2,
                    EmbargoedUntil = other.Item3 ? dates.Item2 : null,
                }
        );

    [Fact]
    public void Write_Sample_AsApproved() => Approved.Match(Encoding.UTF8.GetString(Bytes(SampleFeed.Document.Entries[0])), "ninjs");

    [Fact]
    public void Write_ThenRead_IsExact() =>
        Entries.Sample(
            entry =>
            {
                var item = Assert.Single(Reading.Bytes(Bytes(entry)).OfType<ItemRead>()).Item;
                Assert.Equal(ToItem(entry), item with { Categories = [], Tags = [], Replies = [], Attachments = [] });
                Assert.Equal(entry.Categories, item.Categories);
                Assert.Equal(entry.Tags, item.Tags);
            },
            iter: 500
        );

    [Fact]
    public void Write_ManyLines_AreReadOneByOne()
    {
        var entry = SampleFeed.Document.Entries[0];
        var lines = Enumerable
            .Range(1, 3)
            .SelectMany(n => (byte[])[.. Bytes(entry with { Id = $"https://desk.example/{n}", Number = n }), (byte)'\n'])
            .ToArray();

        Assert.Equal([1, 2, 3], Reading.Bytes(lines).OfType<ItemRead>().Select(r => r.Item.Number!.Value));
    }

    private static NewsItem ToItem(FeedEntry entry) =>
        new()
        {
            Origin = "desk.example",
            Id = entry.Id,
            Number = entry.Number,
            Url = entry.Url.AbsoluteUri,
            Headline = entry.Headline,
            Lead = entry.Lead,
            BodyHtml = entry.ContentHtml,
            Published = entry.Published,
            Updated = entry.Updated,
            EmbargoedUntil = entry.EmbargoedUntil,
            Byline = entry.Byline,
            Place = entry.Place,
            Language = entry.Language,
            Status = entry.Status,
            Version = entry.Version,
        };

    private static byte[] Bytes(FeedEntry entry)
    {
        using var output = new MemoryStream();
        NinjsWriter.Write(output, entry);
        return output.ToArray();
    }
}
