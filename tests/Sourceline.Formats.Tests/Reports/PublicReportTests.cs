using Sourceline.Formats.Tests.Support;

namespace Sourceline.Formats.Tests.Reports;

/// <summary>Inputs rebuilt from public reports on importers, feed readers and page extractors, which lie beside the repository.</summary>
public sealed class PublicReportTests
{
    private static readonly DateTimeOffset July19 = new(2021, 7, 19, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Read_CoAuthors_NamesBothAndFilesUnderNews()
    {
        var item = Stories("02-coauthors/in.xml").Single();

        Assert.Equal(("Ole Brand, Mina Haidari", "News", "Ferry"), (item.Byline, item.Categories.Single(), item.Tags.Single()));
    }

    [Fact]
    public void Read_SyncedPattern_IsInItsPlace() =>
        Assert.Contains(
            "<p>The weather service advises to stay away from the quay.</p>\n<p>Schools stay open.</p>",
            Stories("03-synced-pattern/in.xml").Single().BodyHtml
        );

    [Fact]
    public void Read_Footnotes_AreBelowTheText()
    {
        var body = Stories("04-footnotes/in.xml").Single().BodyHtml;

        Assert.Contains("<a href=\"#note-1\" id=\"noteref-1\">1</a>", body);
        Assert.EndsWith(
            "<ol><li id=\"note-1\">Figures by the town treasurer, <em>2021 budget</em>. <a href=\"#noteref-1\">↩</a></li></ol>",
            body
        );
    }

    [Fact]
    public void Read_EntitiesInNames_AreCharacters()
    {
        var results = Read("06-entity-names/in.xml");
        var item = results.OfType<ItemRead>().Single().Item;

        Assert.Equal(
            ("Tim & Jane O'Hara", "Fish & chips prices", "Arts & Culture"),
            (item.Byline, item.Headline, item.Categories.Single())
        );
        Assert.Equal(["Tom & Jerry", "O’Neill"], item.Replies.Select(reply => reply.Name));
        Assert.Equal("Herald & Post", results.OfType<DocumentFound>().Single().Title);
    }

    [Fact]
    public void Read_NoticeBeforeTheXml_IsSkippedWithAWarning()
    {
        var results = Read("07-php-notice/in.xml");

        Assert.Equal("Ferry to run again", results.OfType<ItemRead>().Single().Item.Headline);
        Assert.Contains(
            "Deprecated",
            Assert.Single(results.OfType<ProblemFound>(), problem => problem.Severity == ProblemSeverity.Warning).Reason
        );
    }

    [Fact]
    public void Read_BrokenByte_KeepsUtf8AndUndatedStaysUndated()
    {
        var results = Read("10-bad-utf8/in.rss");
        var items = results.OfType<ItemRead>().Select(read => read.Item).ToList();

        Assert.Equal(["Fähre fährt wieder", "Straße gesperrt – für eine Woche"], items.Select(item => item.Headline));
        Assert.Equal([July19, null], items.Select(item => item.Published));
        Assert.EndsWith("Boote folgen \ufffd</p>", items[0].BodyHtml);
        Assert.Equal(3, Assert.Single(results.OfType<ProblemFound>()).Position.Line);
    }

    [Fact]
    public void Read_CharsetBehindTheFirstKilobyte_IsCyrillic() =>
        Assert.Contains(Stories("11-late-charset/in.html").Single().Headline!, c => c is >= 'а' and <= 'я');

    [Fact]
    public void Read_OneGuidForThreeLinks_IsThreeStories() =>
        Assert.Equal(
            ["https://isle.example/1", "https://isle.example/2", "https://isle.example/3"],
            Stories("12-same-guid/in.rss").Select(item => item.Id)
        );

    [Fact]
    public void Read_TeasersTime_IsNotTheDate() =>
        Assert.Equal(new DateTimeOffset(2021, 7, 19, 11, 42, 0, TimeSpan.Zero), Stories("13-first-time/in.html").Single().Published);

    [Theory]
    [InlineData("14-title-suffix/in.html", "Ferry to run again")]
    [InlineData("15-logo-h1/in.html", "Council buys a tugboat")]
    public void Read_Headline_IsTheStorys(string file, string headline) => Assert.Equal(headline, Stories(file).Single().Headline);

    [Fact]
    public void Read_LazyPictures_AreKept() =>
        Assert.Equal(
            [
                "https://harbour.example/a.png",
                "https://harbour.example/b.png",
                "https://harbour.example/c.png",
                "https://harbour.example/d2.png",
            ],
            Stories("16-lazy-images/in.html").Single().Attachments.Select(file => file.Url)
        );

    [Fact]
    public void Read_TextWithBreaks_IsTheTextAlone()
    {
        var body = Stories("17-br-text/in.html").Single().BodyHtml!;

        Assert.Equal(3, body.Split("<p>").Length - 1);
        Assert.DoesNotContain("Herald", body);
        Assert.DoesNotContain("Mayor", body);
    }

    [Theory]
    [InlineData("in1.html")]
    [InlineData("in4.html")]
    [InlineData("in5.html")]
    [InlineData("in8.html")]
    public void Read_JsonLd_GivesDateAndAuthor(string file)
    {
        var item = Stories("20-jsonld/" + file).Single();

        Assert.Equal((new DateTimeOffset(2021, 7, 19, 11, 42, 0, TimeSpan.Zero), "Jo Marsh"), (item.Published, item.Byline));
        Assert.StartsWith("Ferry data", item.Headline);
    }

    /// <summary>Every item is titled with its date. All but two name a time of 19 July 2021; a day of 32 and a month that is none are unknown.</summary>
    [Fact]
    public void Read_Dates_AreRightOrUnknown()
    {
        var items = Stories("24-dates/in2.rss");

        Assert.Equal(
            ["19 Tammuz 2021", "Mon, 32 Jul 2021 09:00:00 GMT"],
            items.Where(item => item.Published is null).Select(item => item.Headline).Order(StringComparer.Ordinal)
        );
        Assert.All(items.Where(item => item.Published is not null), item =>
            Assert.InRange(item.Published!.Value, July19.AddHours(-12), July19.AddHours(16))
        );
        Assert.Equal(July19.AddHours(-2), items.First(item => item.Headline!.EndsWith("GMT+0200", StringComparison.Ordinal)).Published);
    }

    [Fact]
    public void Read_Bodies_AreTextWithoutCodes()
    {
        var bodies = Stories("25-bodies/in.xml").ToDictionary(item => item.Headline!, item => item.BodyHtml!);

        Assert.Equal("<p>Text in a builder, said the mayor.</p>", bodies["Body wpb"]);
        Assert.Equal("<p>Divi text &#091;x&#093;, said the mayor.</p>", bodies["Body divi"]);
        Assert.Contains("<code>a &lt; b\n\n\nc</code>", bodies["Body gut"]);
        Assert.Contains("<p><a href=\"https://social.example/status/1\">https://social.example/status/1</a></p>", bodies["Body tweet"]);
        Assert.Contains("<a href=\"https://video.example/only\">", bodies["Body tweet"]);
        Assert.Contains("<pre>line 1\n\nline 2\n</pre>", bodies["Body pre"]);
        Assert.Contains("Code ]]> stays & <b>bold</b>.", bodies["Body cdata"]);
        Assert.Contains("<figcaption>The boat [Photo: J. Marsh]</figcaption>", bodies["Body classic"]);
        Assert.Contains("[sic]", bodies["Body classic"]);
    }

    [Fact]
    public void Read_Comments_OfReadersAloneAreReplies()
    {
        var results = Read("27-comments/in.xml");
        var replies = results.OfType<ItemRead>().Single().Item.Replies;

        Assert.DoesNotContain(replies, reply => reply.Id is "15" or "24");
        Assert.DoesNotContain(replies, reply => reply.Name?.Contains('@', StringComparison.Ordinal) == true);
        Assert.Contains("Line one<br />\nline two", Assert.Single(replies, reply => reply.Id == "14").Body);
        Assert.Contains(results.OfType<ProblemFound>(), problem => problem.Reason.Contains("\"review\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("in5002.html", "Jo Marsh")]
    [InlineData("in5008.html", "Jo Marsh, Ole Brand")]
    public void Read_Bylines_AreOffTheBody(string file, string byline)
    {
        var item = Stories("28-bylines/" + file).Single();

        Assert.Equal(byline, item.Byline);
        Assert.DoesNotContain("Marsh", item.BodyHtml);
    }

    [Fact]
    public void Read_Noise_IsOff()
    {
        var body = Stories("29-noise/in1.html").Single().BodyHtml!;

        Assert.Equal(3, body.Split("<p>").Length - 1);
        foreach (var noise in (string[])["READ MORE", "Related", "Advertisement", "Buy boats", "Share", "Sign up", "©"])
            Assert.DoesNotContain(noise, body);
    }

    [Fact]
    public void Read_PictureBesideASavedPage_IsNoneOfTheSite()
    {
        var results = Read("38-saved-complete/in/Ferry.html");

        Assert.DoesNotContain("Ferry_files", results.OfType<ItemRead>().Single().Item.BodyHtml);
        Assert.Contains(results.OfType<ProblemFound>(), problem =>
            problem.Reason.Contains("Ferry_files/ferry.png", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("in1.xml")]
    [InlineData("in2.html")]
    public void Read_Modified_IsKept(string file) =>
        Assert.Equal(new DateTimeOffset(2021, 7, 22, 11, 0, 0, TimeSpan.Zero), Stories("43-modified/" + file).Single().Updated);

    [Theory]
    [InlineData("in1.rss", new[] { "https://harbour.example/big.png", "https://harbour.example/gone.png" })]
    [InlineData("in2.html", new[] { "https://harbour.example/mid.png" })]
    [InlineData("in3.xml", new[] { "https://harbour.example/small.png", "https://herald.example/wp-content/uploads/rel.png" })]
    [InlineData("in4.jsonl", new[] { "https://harbour.example/ferry.png", "https://harbour.example/d2.png" })]
    public void Read_PicturesOfBodies_AreFiles(string file, string[] urls) =>
        Assert.Equal(urls, Stories("44-body-pictures/" + file).Single().Attachments.Select(one => one.Url));

    [Fact]
    public void Read_Planet_NamesTheSourcesAuthor() => Assert.Equal("Other Author", Stories("46-planet/in.atom").Single().Byline);

    private static List<ReadResult> Read(string file) => Reading.File(Repository.Shared("faults/cases/" + file));

    private static List<NewsItem> Stories(string file) => [.. Read(file).OfType<ItemRead>().Select(read => read.Item)];
}
