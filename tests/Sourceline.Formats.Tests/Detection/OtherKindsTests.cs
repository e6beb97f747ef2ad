using System.Text;
using Sourceline.Formats.Tests.Support;

namespace Sourceline.Formats.Tests.Detection;

/// <summary>Files of other kinds are refused with what they look like, and nothing of them becomes a story.</summary>
public sealed class OtherKindsTests
{
    private const string Prose =
        "The ferry to Skerry returns in April, the harbour board said on Saturday, after a winter of letters.\n\nIts chair said that the hull was sound.\n";

    public static TheoryData<string, string, string> Kinds =>
        new()
        {
            {
                "mail",
                "Delivered-To: desk@harbour.example\nReceived: by 192.0.2.7 with SMTP id x\nDate: Mon, 19 Jul 2021 09:00:00 +0200\nFrom: Jo Marsh <jo@desk.example>\nSubject: Ferry returns\n\n"
                    + Prose,
                "an e-mail"
            },
            {
                "folded.eml",
                "Received: from mx.example\n\tby mail.example; Mon, 19 Jul 2021\nMessage-ID: <1@x.example>\n\n" + Prose,
                "an e-mail"
            },
            { "outlook.txt", "Von: Jo Marsh\nGesendet: Montag, 19. Juli 2021 09:00\nAn: Desk\nBetreff: Fähre\n\n" + Prose, "an e-mail" },
            { "french.txt", "De : Jo Marsh\nEnvoyé : lundi 19 juillet 2021 09:00\nÀ : Desk\nObjet : Le bac\n\n" + Prose, "an e-mail" },
            { "russian.txt", "От: Jo Marsh\nКому: Desk\nТема: Паром\n\n" + Prose, "an e-mail" },
            {
                "forwarded.txt",
                "Please run this one tomorrow\n\n---------- Forwarded message ---------\nFrom: Jo Marsh <jo@desk.example>\nDate: Mon, 19 Jul 2021\nSubject: Ferry\nTo: Desk\n\n"
                    + Prose,
                "an e-mail"
            },
            {
                "far.txt",
                "Ferry returns\n\n"
                    + string.Concat(
                        Enumerable.Repeat("Words of the story, said the board of the harbour on Saturday, and more of them.\n\n", 40)
                    )
                    + "From: Jo <jo@x.example>\nTo: Desk\nSubject: Ferry\n",
                "an e-mail"
            },
            { "quoted.txt", "> From: Jo Marsh\n> To: Desk\n> Subject: Ferry\n>\n" + Prose, "an e-mail" },
            { "box", "From jo@desk.example Mon Jul 19 09:00:00 2021\nSubject: Ferry\n\n" + Prose, "an e-mail" },
            {
                "page.mht",
                "From: <Saved by Blink>\nSubject: Ferry\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary=\"x\"\n\n--x\n<html><body><p>"
                    + Prose,
                "a web page saved as a single file (MHTML)"
            },
            {
                "iptc",
                "\u0001abc0123 4 pol 123 DPA 0042\r\n\u0002Ferry returns\r\n\r\n" + Prose + "\u0003\u0004",
                "an agency's wire message"
            },
            { "iptc.txt", "abc0123 4 pol 123 DPA 0042\n\nFerry returns\n\n" + Prose, "an agency's wire message" },
            {
                "anpa",
                "\u0016\u0016\u0001a0123\u001fr i \u0013bc-ferry 07-19 0123\r\n\u0002BC-Ferry,0123\r\nFerry returns\r\n" + Prose + "\u0003",
                "an agency's wire message"
            },
            { "anpa.txt", "BC-Harbor Ferry,1st Ld-Writethru,0123\nFerry returns\n\n" + Prose, "an agency's wire message" },
            { "telex", "ZCZC HXA0123\nFerry returns\n\n" + Prose + "\nNNNN\n", "an agency's wire message" },
            {
                "nitf.xml",
                "<?xml version='1.0'?><!DOCTYPE nitf SYSTEM 'nitf.dtd'><nitf><head><title>Ferry</title></head><body><body.content><p>"
                    + Prose
                    + "</p></body.content></body></nitf>",
                "a NITF document"
            },
            {
                "newsml.xml",
                "<?xml version='1.0'?><newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet><newsItem/></itemSet></newsMessage>",
                "a NewsML-G2 document"
            },
            { "newsml1.xml", "<NewsML><NewsItem><title>Ferry</title><p>x</p></NewsItem></NewsML>", "a NewsML document" },
            { "list.opml", "<?xml version='1.0'?><opml version='2.0'><body><outline text='x'/></body></opml>", "a list of feeds (OPML)" },
            {
                "map.xml",
                "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://a.example/</loc></url></urlset>",
                "a sitemap"
            },
            {
                "items.xml",
                "<items><item><title>Ferry returns</title><description>x</description></item></items>",
                "an XML document with the root <items>"
            },
            { "title.xml", "<?xml version='1.0'?><title>Ferry returns</title>", "an XML document with the root <title>" },
            { "article.xml", "<?xml version='1.0'?><article><h1>x</h1><p>Words.</p></article>", "an XML document with the root <article>" },
            { "book.xml", "<article><title>Ferry</title><para>Words.</para></article>", "an XML document with the root <article>" },
            {
                "people.rdf",
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:foaf='http://xmlns.com/foaf/0.1/'><foaf:Person/></rdf:RDF>",
                "an XML document with the root <rdf:RDF>"
            },
            { "entry.xml", "<entry><id>1</id><title>A dictionary's entry</title></entry>", "an XML document with the root <entry>" },
            {
                "how-to.md",
                "How to write a feed\n\n```xml\n<?xml version='1.0'?>\n<rss version='2.0'><channel><item><title>x</title></item></channel></rss>\n```\n",
                "a text with markup in it"
            },
            { "post.md", "---\ntitle: Ferry returns\ndate: 2021-07-19\n---\n\n" + Prose, "front matter" },
            { "package.json", "{ \"name\": \"tide\", \"version\": \"1.0.0\" }", "JSON that is neither" },
            { "rows.jsonl", "{\"a\":1}\n{\"a\":2}\n", "JSON Lines without fields of ninjs" },
            { "broken.json", "{ not json", "damaged JSON" },
            { "card.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Jo Marsh\nEND:VCARD\n", "an address card" },
            {
                "talk.srt",
                "1\n00:00:01,000 --> 00:00:04,000\nThe ferry returns.\n\n2\n00:00:05,000 --> 00:00:06,000\nIn April.\n",
                "subtitles"
            },
            { "text.rtf", "{\\rtf1\\ansi Ferry returns\\par }", "a rich text document" },
            { "notes.txt", "milk\nbread\nrope for the boat\n", "a text without a headline" },
        };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Read_OtherKind_IsRefusedWithWhatItLooksLike(string name, string text, string looksLike)
    {
        var problem = Assert.IsType<ProblemFound>(Assert.Single(Reading.Text(text, Reading.Options(name))));

        Assert.Equal(ProblemSeverity.Error, problem.Severity);
        Assert.Contains(looksLike, problem.Reason);
        Assert.DoesNotContain("@", problem.Reason);
    }

    [Theory]
    [InlineData(new byte[] { 0x25, 0x50, 0x44, 0x46, 0x2D, 0x31 }, "a PDF document")]
    [InlineData(new byte[] { 0x50, 0x4B, 0x03, 0x04, 0x14 }, "a ZIP archive or an office document")]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1 }, "an old office document")]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 }, "a picture")]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D }, "a picture")]
    [InlineData(new byte[] { 0x49, 0x44, 0x33, 0x03 }, "sound or film")]
    [InlineData(new byte[] { 0x28, 0xB5, 0x2F, 0xFD, 0x00 }, "a packed archive")]
    [InlineData(new byte[] { 0x41, 0x07, 0x42, 0x05, 0x43, 0x0E }, "binary data")]
    public void Read_Binary_IsRefusedWithWhatItLooksLike(byte[] bytes, string looksLike) =>
        Assert.Contains(looksLike, Assert.IsType<ProblemFound>(Assert.Single(Reading.Bytes(bytes, Reading.Options("file.txt")))).Reason);

    [Theory]
    [InlineData("Ferry returns to Skerry in April\n\n" + Prose)]
    [InlineData("Date: 19 July 2021\n\nThe hull is sound\n\nTern: Is it sound?\nHolm: It is.\nTern: Who says so?\nHolm: The yard.\n")]
    [InlineData(
        "date: 19 July 2021\n\nWhat the letters said\n\nThe board released one of them on Saturday, and it begins with these words, the paper said.\n\nTo: the keeper of the light\n\nSir, I have the honour.\n"
    )]
    [InlineData("US-China talks, experts say\n\n" + Prose)]
    [InlineData("\ufeff\n\n• publish: 3 May 2020\n• No: 77\n\nA headline\n\nA first paragraph.")]
    [InlineData("“We waited,” says the keeper\n\n" + Prose)]
    public void Read_StoriesAsText_AreRead(string text) => Assert.Single(Reading.Text(text, Reading.Options("story")).OfType<ItemRead>());

    [Fact]
    public void Read_NameOfAnotherKind_DoesNotHideAFeed() =>
        Assert.Equal(
            NewsFormat.Rss,
            Assert
                .IsType<DocumentFound>(
                    Reading.Text("<rss><channel><item><title>x</title></item></channel></rss>", Reading.Options("feed.dat"))[0]
                )
                .Format
        );

    [Fact]
    public void Read_JsonFeedWithOneItemALine_IsAJsonFeed()
    {
        var results = Reading.File(Repository.Shared("faults/jsonfeed-item-per-line.json"));

        Assert.Equal(NewsFormat.JsonFeed, Assert.IsType<DocumentFound>(results[0]).Format);
        Assert.Equal(["1", "2", "3"], results.OfType<ItemRead>().Select(read => read.Item.Id));
    }

    [Theory]
    [InlineData(
        "{\"items\":[\n{\"id\":\"1\",\"title\":\"A\"}],\"title\":\"t\",\"version\":\"https://jsonfeed.org/version/1\"}",
        "feed.json",
        NewsFormat.JsonFeed
    )]
    [InlineData(
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[\n{\"id\":\"1\",\"title\":\"A\"}]}",
        "feed.jsonl",
        NewsFormat.JsonFeed
    )]
    [InlineData("[\n{\"uri\":\"a:1\",\"headline\":\"A\"},\n{\"uri\":\"a:2\",\"headline\":\"B\"}]", "items.json", NewsFormat.Ninjs)]
    [InlineData("{\"associations\":[\n{\"uri\":\"a:1\"}],\n\"uri\":\"a:2\"}", "item.json", NewsFormat.Ninjs)]
    [InlineData("{\"uri\":\"a:1\"}\n", "items.jsonl", NewsFormat.NinjsLines)]
    [InlineData("{\"uri\":\"a:1\"}{\"uri\":\"a:2\"}", "items", NewsFormat.NinjsLines)]
    public void Read_Json_IsToldByItsFields(string text, string name, NewsFormat format) =>
        Assert.Equal(format, Assert.IsType<DocumentFound>(Reading.Text(text, Reading.Options(name))[0]).Format);

    [Fact]
    public void Read_AtomEntryDocument_IsRead()
    {
        var item = Reading.OneItem(
            "<?xml version='1.0'?><entry xmlns='http://www.w3.org/2005/Atom'><id>tag:a.example,2021:1</id><title>Ferry returns</title><updated>2021-07-19T09:00:00Z</updated><link href='https://a.example/1'/><author><name>Jo Marsh</name></author></entry>"
        );

        Assert.Equal(
            ("tag:a.example,2021:1", "Ferry returns", "a.example", "Jo Marsh"),
            (item.Id, item.Headline, item.Origin, item.Byline)
        );
    }
}
