using Sourceline.Media;

namespace Sourceline.Tests.Media;

public sealed class BodyAddressesTests
{
    private static readonly Dictionary<string, string> Stored = new()
    {
        ["https://old.example/photo.jpg"] = "/media/aa.jpg",
        ["https://old.example/big-scaled.jpg"] = "/media/bb.jpg",
        ["https://old.example/talk.mp3"] = "/media/cc.mp3",
        ["https://old.example/a.jpg?x=1&y=2"] = "/media/dd.jpg",
    };

    [Theory]
    [InlineData("<img src=\"https://old.example/photo.jpg\">", "<img src=\"/media/aa.jpg\">")]
    [InlineData("<img src='http://old.example/photo.jpg'>", "<img src=\"/media/aa.jpg\">")]
    [InlineData("<img src=\"//old.example/photo-300x200.jpg\">", "<img src=\"/media/aa.jpg\">")]
    [InlineData("<a href=\"https://old.example/photo.jpg\">p</a>", "<a href=\"/media/aa.jpg\">p</a>")]
    [InlineData("<img src=\"https://old.example/big-1024x768.jpg\">", "<img src=\"/media/bb.jpg\">")]
    [InlineData("<img src=\"https://old.example/a.jpg?x=1&amp;y=2\">", "<img src=\"/media/dd.jpg\">")]
    [InlineData("<audio src=\"https://old.example/talk.mp3\"></audio>", "<p><a href=\"/media/cc.mp3\">audio</a></p>")]
    public void Rewrite_KnownAddress_NamesTheStoredFile(string html, string expected) =>
        Assert.Equal(expected, BodyUrls.Rewrite(html, Stored));

    [Theory]
    [InlineData("<p>src=\"https://old.example/photo.jpg\" as text</p>")]
    [InlineData("<img src=\"https://new.example/photo.jpg\">")]
    [InlineData("<img src=\"/photo.jpg\"><IMG SRC=x>")]
    public void Rewrite_AnythingElse_StaysAsItWas(string html) => Assert.Equal(html, BodyUrls.Rewrite(html, Stored));
}
