using Microsoft.EntityFrameworkCore;
using Sourceline.Data.Model;
using Sourceline.Ingest.Importing;
using Sourceline.Tests.Archive;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Ingest.Importing;

public sealed class ReportedInputOnSqliteTests(SqliteNewsroom newsroom) : ReportedInputTests(newsroom), IClassFixture<SqliteNewsroom>;

/// <summary>Inputs that importers were reported to take in wrongly, from the file to the story.</summary>
public abstract class ReportedInputTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    private const string Prose = "The ferry to Skerry returns in April, the harbour board said on Saturday, after a winter of letters.";

    [Fact]
    public async Task Import_OlderExport_DoesNotReplaceNewerText()
    {
        using var folder = new TestFolder();
        var newer = folder.Write("newer.xml", Export("older.example", Post("Three were hurt.", "2021-07-22 11:00:00")));
        var older = folder.Write("older.xml", Export("older.example", Post("Thirty were hurt.", "2021-07-19 11:00:00")));
        await Newsroom.ImportAsync(newer);

        var report = await Newsroom.ImportAsync(older);

        Assert.Equal((0, 1), (report.Count(ImportResult.NewVersion), report.Count(ImportResult.Unchanged)));
        Assert.Contains("is older than", report.Text(), StringComparison.Ordinal);
        var story = await StoryAsync("older.example");
        Assert.Equal("<p>Three were hurt.</p>", Assert.Single(story.Versions).BodyHtml);
        Assert.Equal(new DateTime(2021, 7, 22, 11, 0, 0, DateTimeKind.Utc), story.UpdatedUtc);
    }

    [Fact]
    public async Task Import_NewerExport_ReplacesOlderText()
    {
        using var folder = new TestFolder();
        await Newsroom.ImportAsync(folder.Write("older.xml", Export("newer.example", Post("Thirty were hurt.", "2021-07-19 11:00:00"))));

        var report = await Newsroom.ImportAsync(
            folder.Write("newer.xml", Export("newer.example", Post("Three were hurt.", "2021-07-22 11:00:00")))
        );

        Assert.Equal(1, report.Count(ImportResult.NewVersion));
    }

    [Fact]
    public async Task Import_ItemWithoutADate_WaitsAsADraft()
    {
        using var folder = new TestFolder();
        const string items =
            "<item><title>No date</title><guid>n</guid></item><item><title>Unread</title><guid>u</guid><pubDate>soon</pubDate></item>"
            + "<item><title>Dated</title><guid>d</guid><pubDate>Mon, 19 Jul 2021 09:00:00 GMT</pubDate></item>";
        var file = folder.Write("feed.xml", $"<rss><channel><link>https://undated.example/</link>{items}</channel></rss>");
        await Newsroom.ImportAsync(file);

        var report = await Newsroom.ImportAsync(file);

        Assert.Equal(3, report.Count(ImportResult.Unchanged));
        await using var db = Newsroom.OpenDb();
        var states = await db
            .Stories.Where(story => story.Origin == "undated.example")
            .OrderBy(story => story.OriginId)
            .Select(story => new
            {
                story.OriginId,
                story.State,
                story.PublishedUtc,
            })
            .ToListAsync(Cancel);
        Assert.Equal(
            [("d", StoryState.Published), ("n", StoryState.Draft), ("u", StoryState.Draft)],
            states.Select(story => (story.OriginId, story.State))
        );
        Assert.All(states.Skip(1), story => Assert.Null(story.PublishedUtc));
    }

    [Fact]
    public async Task Import_Email_IsRefused()
    {
        using var folder = new TestFolder();

        var report = await Newsroom.ImportAsync(
            folder.Write(
                "mail.txt",
                $"Delivered-To: desk@mail.example\nFrom: Jo <jo@mail.example>\nSubject: Ferry\nDate: Mon, 19 Jul 2021 09:00:00 +0000\n\nFerry returns\n\n{Prose}\n"
            )
        );

        Assert.Equal((0, 3), (report.Read, report.ExitCode));
        Assert.Contains("an e-mail", report.Text(), StringComparison.Ordinal);
        await using var db = Newsroom.OpenDb();
        Assert.False(await db.Versions.AnyAsync(version => version.Headline.Contains("Delivered-To"), Cancel));
    }

    [Fact]
    public async Task Import_Folder_CountsEveryFile()
    {
        using var folder = new TestFolder();
        folder.Write("story.dat", $"date: 19 July 2021\n\nFerry returns from a folder\n\n{Prose}\n");
        folder.Write(
            "page.aspx",
            $"<!doctype html><link rel=canonical href='https://folder.example/1'><article><h1>Ferry returns</h1><p>{Prose}</p></article>"
        );
        folder.Write("table.csv", "no,date,headline\n5,2021-07-19,Ferry\n6,2021-07-20,Crane\n7,2021-07-21,Pier\n");
        folder.Write("program.js", "const a = 1;\nfunction b() {\n}\n");
        await File.WriteAllBytesAsync(folder.At("photo.jpg"), [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10], Cancel);

        var report = await Newsroom.ImportAsync(folder.At("."));

        Assert.Equal((5, 2, 3, 0), (report.Read, report.Count(ImportResult.Stored), report.Count(ImportResult.Skipped), report.ExitCode));
        Assert.Contains("a picture", report.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_SavedPage_BringsThePicturesBesideIt()
    {
        using var folder = new TestFolder();
        Directory.CreateDirectory(folder.At("Ferry_files"));
        await File.WriteAllBytesAsync(folder.At("Ferry_files/ferry.png"), Png(1), Cancel);
        await File.WriteAllBytesAsync(folder.At("secret.png"), Png(2), Cancel);
        var page = folder.Write(
            "Ferry.html",
            $"<!doctype html><link rel=canonical href='https://saved.example/1'><meta property='article:published_time' content='2021-07-19T09:00:00Z'><article><h1>Ferry</h1><p>{Prose}</p>"
                + $"<p><img src='./Ferry_files/ferry.png' alt='Ferry'></p><p>{Prose}</p><img src='{new Uri(folder.At("secret.png")).AbsoluteUri}'></article>"
        );

        var report = await Newsroom.ImportAsync(page);

        Assert.Equal(1, report.Count(ImportResult.Stored));
        var body = Assert.Single((await StoryAsync("saved.example")).Versions).BodyHtml;
        Assert.Matches("<img src=\"/media/[0-9a-f]+\\.png\" alt=\"Ferry\">", body);
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
        await using var db = Newsroom.OpenDb();
        Assert.False(await db.StoryMedia.AnyAsync(media => media.OriginUrl!.Contains("secret"), Cancel));
    }

    [Fact]
    public async Task Import_WordPress_KeepsNotesAndOldUrlsAndLeavesOutOtherComments()
    {
        using var folder = new TestFolder();
        const string post = """
            <item><title>Budget</title><link>https://notes.example/2021/07/budget/</link><wp:post_id>131</wp:post_id><wp:post_name>budget</wp:post_name><wp:post_date_gmt>2021-07-19 09:00:00</wp:post_date_gmt>
            <content:encoded><![CDATA[<!-- wp:paragraph --><p id="panel">4.1 million<sup data-fn="a-1" class="fn"><a href="#a-1" id="a-1-link">1</a></sup> on roads.</p><!-- /wp:paragraph --><!-- wp:footnotes /-->]]></content:encoded>
            <wp:postmeta><wp:meta_key>footnotes</wp:meta_key><wp:meta_value><![CDATA[[{"content":"By the treasurer.","id":"a-1"}]]]></wp:meta_value></wp:postmeta>
            <wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>money</wp:meta_value></wp:postmeta>
            <wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_approved>1</wp:comment_approved><wp:comment_type>note</wp:comment_type><wp:comment_content>Check this figure!</wp:comment_content></wp:comment>
            <wp:comment><wp:comment_id>2</wp:comment_id><wp:comment_author>Pell</wp:comment_author><wp:comment_approved>1</wp:comment_approved><wp:comment_type>comment</wp:comment_type><wp:comment_content><![CDATA[One line
            and another.]]></wp:comment_content></wp:comment></item>
            """;

        var report = await Newsroom.ImportAsync(folder.Write("notes.xml", Export("notes.example", post)));

        Assert.Contains("One comment of the type \"note\"", report.Text(), StringComparison.Ordinal);
        var story = await StoryAsync("notes.example");
        var body = Assert.Single(story.Versions).BodyHtml;
        Assert.Contains("<a href=\"#note-1\" id=\"noteref-1\">1</a>", body, StringComparison.Ordinal);
        Assert.Contains("<li id=\"note-1\">By the treasurer. <a href=\"#noteref-1\">↩</a></li>", body, StringComparison.Ordinal);
        Assert.DoesNotContain("panel", body, StringComparison.Ordinal);
        await using var db = Newsroom.OpenDb();
        var reply = await db.Replies.SingleAsync(reply => reply.StoryId == story.Id, Cancel);
        Assert.Equal(("Pell", "One line\nand another."), (reply.Name, reply.Body));
        Assert.Contains(
            "/2021/07/money",
            await db.StoryAddresses.Where(address => address.StoryId == story.Id).Select(address => address.Path).ToListAsync(Cancel)
        );
    }

    private async Task<Story> StoryAsync(string origin)
    {
        await using var db = Newsroom.OpenDb();
        return await db.Stories.AsNoTracking().Include(story => story.Versions).SingleAsync(story => story.Origin == origin, Cancel);
    }

    private static string Post(string words, string modified) =>
        $"<item><title>Count</title><wp:post_id>731</wp:post_id><wp:post_date_gmt>2021-07-19 09:00:00</wp:post_date_gmt><wp:post_modified_gmt>{modified}</wp:post_modified_gmt>"
        + $"<content:encoded><![CDATA[<p>{words}</p>]]></content:encoded></item>";

    private static string Export(string host, string items) =>
        "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:wp='http://wordpress.org/export/1.2/'><channel>"
        + $"<wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://{host}</wp:base_blog_url>{items}</channel></rss>";

    private static byte[] Png(byte last) => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, last];
}
