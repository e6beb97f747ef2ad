using System.Text;
using Sourceline.Formats.Tests.Support;

namespace Sourceline.Formats.Tests;

public sealed class NewsReaderTests
{
    [Fact]
    public void Read_NoStream_Throws() => Assert.Throws<ArgumentNullException>(() => NewsReader.Read(null!, Reading.Options()));

    [Theory]
    [InlineData("<rss version='2.0'><channel></channel></rss>", NewsFormat.Rss)]
    [InlineData("<?xml version='1.0'?><!-- html --><rdf:RDF></rdf:RDF>", NewsFormat.Rss)]
    [InlineData("\ufeff \n<feed></feed>", NewsFormat.Atom)]
    [InlineData("<rss xmlns:wp=\"http://wordpress.org/export/1.0/\"><channel></channel></rss>", NewsFormat.Wxr)]
    [InlineData("<!DOCTYPE html><p>x</p>", NewsFormat.SavedHtml)]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[]}", NewsFormat.JsonFeed)]
    [InlineData("{\n\"uri\":\"a:b\"\n}", NewsFormat.Ninjs)]
    [InlineData("{\"uri\":\"a:b\"}", NewsFormat.Ninjs)]
    [InlineData("{\"uri\":\"a:b\"}\n{\"uri\":\"a:c\"}", NewsFormat.NinjsLines)]
    [InlineData("No: 5\n\nHeadline", NewsFormat.SavedText)]
    public void Read_KnownFormat_IsFoundFirst(string text, NewsFormat format) =>
        Assert.Equal(format, Assert.IsType<DocumentFound>(Reading.Text(text)[0]).Format);

    [Fact]
    public void Read_StreamThatFails_LetsTheErrorThrough() =>
        Assert.Throws<IOException>(() => NewsReader.Read(new GeneratedStream(Failing()), Reading.Options()).ToList());

    [Fact]
    public void Read_DeclaredEncoding_IsUsed()
    {
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;
        var bytes = windows.GetBytes(
            "<?xml version='1.0' encoding='windows-1251'?><rss><channel><item><title>Новости</title></item></channel></rss>"
        );

        Assert.Equal("Новости", Assert.Single(Reading.Bytes(bytes).OfType<ItemRead>()).Item.Headline);
    }

    private static IEnumerable<byte[]> Failing()
    {
        yield return Encoding.UTF8.GetBytes("<rss><channel>");
        throw new IOException("gone");
    }
}
