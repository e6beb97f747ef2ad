using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Sourceline.Formats.Tests.Support;
using Sourceline.Formats.Writing;

namespace Sourceline.Formats.Tests.Writing;

public sealed class FeedWriterTests
{
    [Fact]
    public void WriteRss_Sample_AsApproved() => Approved.Match(Text(FeedWriter.WriteRss), "rss");

    [Fact]
    public void WriteAtom_Sample_AsApproved() => Approved.Match(Text(FeedWriter.WriteAtom), "atom");

    [Fact]
    public void WriteJsonFeed_Sample_AsApproved() => Approved.Match(Text(FeedWriter.WriteJsonFeed), "json");

    [Fact]
    public void Write_ToBuffer_GivesTheSameBytes()
    {
        var buffer = new ArrayBufferWriter<byte>();
        FeedWriter.WriteAtom(buffer, SampleFeed.Document);

        Assert.Equal(Text(FeedWriter.WriteAtom), Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    [Theory]
    [InlineData(NewsFormat.Rss)]
    [InlineData(NewsFormat.Atom)]
    [InlineData(NewsFormat.JsonFeed)]
    public void Write_ThenRead_GivesTheStoriesBack(NewsFormat format)
    {
        var results = Reading.Text(
            Text(
                format switch
                {
                    NewsFormat.Rss => FeedWriter.WriteRss,
                    NewsFormat.Atom => FeedWriter.WriteAtom,
                    _ => FeedWriter.WriteJsonFeed,
                }
            )
        );

        Assert.Equal(new DocumentFound(format, "harbour.example", SampleFeed.Document.Title), results[0]);
        var item = results.OfType<ItemRead>().First().Item;
        var entry = SampleFeed.Document.Entries[0];
        Assert.Equal(
            (entry.Id, entry.Url.AbsoluteUri, entry.Lead, entry.Byline, entry.Published, entry.Updated),
            (item.Id, item.Url, item.Lead, item.Byline, item.Published, item.Updated)
        );
        Assert.Equal("en-GB", item.Language);
        Assert.Equal("fa", results.OfType<ItemRead>().Last().Item.Language);
        Assert.Equal(["Transport", "bridges"], item.Categories);
    }

    [Fact]
    public void WriteAtom_Translations_AreReadAsOneSet()
    {
        var (persian, english) = (SampleFeed.Document.Entries[1], SampleFeed.Document.Entries[1].Translations[0]);
        var other = persian with
        {
            Id = "tag:harbour.example,2026:3",
            Url = english.Url,
            Language = english.Language,
            Translations = [new FeedTranslation("fa", persian.Url), persian.Translations[1]],
        };
        var items = Reading
            .Text(Text(FeedWriter.WriteAtom, SampleFeed.Document with { Entries = [persian, other] }))
            .OfType<ItemRead>()
            .Select(read => read.Item)
            .ToList();

        Assert.Equal([persian.Url.AbsoluteUri, english.Url.AbsoluteUri], items.Select(item => item.Url));
        Assert.NotNull(Assert.Single(items.Select(item => item.TranslationKey).Distinct()));
    }

    [Fact]
    public void Write_AnyCharacters_StaysWellFormed()
    {
        var nasty = string.Concat(Enumerable.Range(0, 0x10000).Select(i => (char)i));
        var feed = SampleFeed.Document with
        {
            Title = nasty,
            Entries =
            [
                SampleFeed.Document.Entries[0] with
                {
                    Id = nasty,
                    Headline = nasty,
                    Lead = nasty,
                    ContentHtml = nasty,
                    Byline = nasty,
                    Categories = [nasty],
                    Language = nasty,
                },
            ],
        };

        XDocument.Parse(Text(FeedWriter.WriteRss, feed));
        XDocument.Parse(Text(FeedWriter.WriteAtom, feed));
        JsonDocument.Parse(Text(FeedWriter.WriteJsonFeed, feed)).Dispose();
    }

    private static string Text(Action<Stream, FeedDocument> write, FeedDocument? feed = null)
    {
        using var output = new MemoryStream();
        write(output, feed ?? SampleFeed.Document);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
