using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Ingest.Importing;
using Sourceline.Tests.Archive;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Ingest.Importing;

public sealed class WordPressImportOnSqliteTests(SqliteNewsroom newsroom) : WordPressImportTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class WordPressImportOnPostgresTests(PostgresNewsroom newsroom)
    : WordPressImportTests(newsroom),
        IClassFixture<PostgresNewsroom>;

public abstract class WordPressImportTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    private const string Email = "reader.of.note@mail.example";

    [Fact]
    public async Task Import_PictureBehindItsStory_IsStoredAndTheTextNamesTheStoredOne()
    {
        await using var site = await TestSite.StartAsync();
        site.Serve("/photo.gif", Samples.Gif, "text/html");
        using var folder = new TestFolder();
        var file = folder.Write(
            "old-quay.xml",
            Samples.Wxr(
                "http://pictures.example",
                Samples.WxrItem(11, "post", "A boat", $"<p>See <img src=\"{site.At("/photo-300x200.gif")}\" alt=\"boat\"></p>")
                    + Attachment(12, site.At("/photo.gif"), 11)
                    + Attachment(13, site.At("/gone.gif"), 11)
            )
        );

        var report = await Newsroom.ImportAsync(file);

        Assert.Equal(3, report.Sum());
        Assert.Equal(2, report.Count(ImportResult.Stored));
        Assert.Equal(1, report.Count(ImportResult.Failed));
        Assert.Contains("404", report.Text(), StringComparison.Ordinal);
        await using var db = Newsroom.OpenDb();
        var story = await db.Stories.Include(s => s.Versions).SingleAsync(s => s.Origin == "pictures.example", Cancel);
        var media = await db.StoryMedia.Include(m => m.File).SingleAsync(m => m.StoryId == story.Id, Cancel);
        Assert.Equal(".gif", media.File!.Extension);
        Assert.Contains($"src=\"/media/{media.Hash}.gif\"", story.Versions[0].BodyHtml, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Newsroom.DataFolder, "media", media.Hash[..2], media.Hash + ".gif")));
    }

    [Fact]
    public async Task Import_PicturesAgain_FetchesNothingAndChangesNothing()
    {
        await using var site = await TestSite.StartAsync();
        site.Serve("/photo.gif", Samples.Gif);
        using var folder = new TestFolder();
        var file = folder.Write(
            "again.xml",
            Samples.Wxr(
                "http://repeated.example",
                Attachment(21, site.At("/photo.gif"), 0) + Samples.WxrItem(22, "post", "A boat", $"<img src=\"{site.At("/photo.gif")}\">")
            )
        );
        await Newsroom.ImportAsync(file);

        var report = await Newsroom.ImportAsync(file);

        Assert.Equal(2, report.Count(ImportResult.Unchanged));
        Assert.Single(site.Asked);
    }

    [Fact]
    public async Task Import_PageThatCallsItselfPicture_IsNotStored()
    {
        await using var site = await TestSite.StartAsync();
        site.Serve("/evil.jpg", "<html><script>alert(1)</script>"u8.ToArray(), "image/jpeg");
        using var folder = new TestFolder();

        var report = await Newsroom.ImportAsync(
            folder.Write("evil.xml", Samples.Wxr("http://evil.example", Attachment(31, site.At("/evil.jpg"), 0)))
        );

        Assert.Equal(1, report.Count(ImportResult.Failed));
        await using var db = Newsroom.OpenDb();
        Assert.False(await db.StoryMedia.AnyAsync(m => m.OriginUrl == site.At("/evil.jpg").ToString(), Cancel));
    }

    [Fact]
    public async Task Import_Comments_BecomeRepliesAndNoEmailIsReported()
    {
        using var folder = new TestFolder();
        var file = folder.Write(
            "replies.xml",
            Samples.Wxr(
                "http://replies.example",
                Samples.WxrItem(41, "post", "Talk", "<p>Talk.</p>", Comment(1, 0, "1") + Comment(2, 1, "0") + Comment(3, 0, "spam"))
                    + Samples.WxrItem(42, "nav_menu_item", "Menu")
            )
        );
        var path = folder.At("report.jsonl");

        ImportReport report;
        using (var reportFile = new ReportFile(path))
            report = await Newsroom.ImportAsync(Imports.Publishing, reportFile, file);

        await using var db = Newsroom.OpenDb();
        var replies = await db.Replies.Where(r => r.Story!.Origin == "replies.example").OrderBy(r => r.OriginId).ToListAsync(Cancel);
        Assert.Equal([ReplyState.Approved, ReplyState.Held, ReplyState.Spam], replies.Select(r => r.State));
        Assert.Equal(replies[0].Id, replies[1].ParentId);
        Assert.Contains("nav_menu_item", report.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain(Email, report.Text() + await File.ReadAllTextAsync(path, Cancel), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Newsroom.Log.Messages, message => message.Contains(Email, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(await db.Payloads.Where(p => db.WireItems.Any(w => w.PayloadId == p.Id && w.ReadFrom == file)).ToListAsync(Cancel));
    }

    private static string Attachment(int id, Uri address, int parent) =>
        Samples
            .WxrItem(id, "attachment", "Photo", more: $"<wp:attachment_url>{address}</wp:attachment_url>", status: "inherit")
            .Replace("<wp:post_parent>0", $"<wp:post_parent>{parent}", StringComparison.Ordinal);

    private static string Comment(int id, int parent, string approved) =>
        $"""
            <wp:comment><wp:comment_id>{id}</wp:comment_id><wp:comment_author>Nan</wp:comment_author>
            <wp:comment_author_email>{Email}</wp:comment_author_email><wp:comment_date_gmt>2020-05-05 10:00:0{id}</wp:comment_date_gmt>
            <wp:comment_content><![CDATA[Well said {id}.]]></wp:comment_content><wp:comment_approved>{approved}</wp:comment_approved>
            <wp:comment_type></wp:comment_type><wp:comment_parent>{parent}</wp:comment_parent></wp:comment>
            """;
}
