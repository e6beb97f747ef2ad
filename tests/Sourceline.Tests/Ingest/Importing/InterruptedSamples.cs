using System.IO.Compression;
using System.Text;
using Sourceline.Tests.Archive;

namespace Sourceline.Tests.Ingest.Importing;

/// <summary>Inputs of each kind that take several batches.</summary>
internal static class InterruptedSamples
{
    /// <summary>Writes an input and gives the paths to import.</summary>
    /// <param name="site">Serves the pictures.</param>
    /// <param name="stories">How many; even.</param>
    public static string[] Write(string kind, TestFolder folder, TestSite site, int stories)
    {
        site.Serve("/photo.gif", Samples.Gif);
        switch (kind)
        {
            case "lines":
                return [folder.Write("many.jsonl", Lines("many.example", 1, stories))];
            case "packed lines":
                Pack(folder.At("many.jsonl.gz"), Lines("many.example", 1, stories));
                return [folder.At("many.jsonl.gz")];
            case "archive":
                return [folder.Write("old-quay.xml", Archive(site, stories))];
            case "folder of feeds":
                for (var id = 1; id <= stories; id += 2)
                    folder.Write($"{id % 7}/{id:0000}.xml", Feed(site, id));
                return [folder.Path];
            case "address":
                site.Serve("/many", Encoding.UTF8.GetBytes(Lines("many.example", 1, stories)), "application/x-ndjson");
                return [site.At("/many").ToString()];
            default:
                folder.Write("2/many.xml", Archive(site, stories / 2));
                Pack(folder.At("3/more.jsonl.gz"), Lines("more.example", stories / 2 + 1, stories - stories / 2 - 2));
                return [folder.Write("1.xml", Feed(site, 9000)), folder.At("2"), folder.At("3")];
        }
    }

    public static string Lines(string origin, int first, int count) =>
        string.Concat(
            Enumerable.Range(first, count).Select(id => Samples.Ninjs(origin, id, number: id, category: $"Harbour {id % 5}") + "\n")
        );

    public static string Attachment(int id, Uri address, int parent) =>
        Samples
            .WxrItem(id, "attachment", "Photo", more: $"<wp:attachment_url>{address}</wp:attachment_url>", status: "inherit")
            .Replace("<wp:post_parent>0", $"<wp:post_parent>{parent}", StringComparison.Ordinal);

    /// <summary>Posts with replies, drafts, things that are no news, and pictures behind the posts that show them, one of which cannot be had.</summary>
    private static string Archive(TestSite site, int stories)
    {
        site.Serve("/early.gif", [.. Samples.Gif, 1]);
        site.Serve("/last.gif", [.. Samples.Gif, 2]);
        var items = new StringBuilder();
        for (var id = 1; id <= stories; id++)
        {
            var picture = id % 10 == 3 ? $"<img src=\"{site.At(id % 20 == 3 ? "/early.gif" : "/gone.gif")}\">" : "";
            items.Append(
                Samples.WxrItem(
                    id,
                    "post",
                    $"Boat {id}",
                    $"<p>Boat {id} is in, harbour master Ada Brenn told the Quay Gazette.</p>{picture}",
                    id % 25 == 0 ? Comment(id * 2, 0) + Comment(id * 2 + 1, id * 2) : "",
                    id % 9 == 0 ? "draft" : "publish"
                )
            );
            if (id % 40 == 0)
                items.Append(Samples.WxrItem(100_000 + id, "nav_menu_item", "Menu"));
        }
        items
            .Append(Attachment(200_001, site.At("/early.gif"), 3))
            .Append(Attachment(200_002, site.At("/gone.gif"), 13))
            .Append(Attachment(200_003, site.At("/last.gif"), stories));
        return Samples.Wxr("http://old-quay.example", items.ToString());
    }

    private static string Feed(TestSite site, int id)
    {
        site.Serve($"/{id}.gif", [.. Samples.Gif, .. BitConverter.GetBytes(id)]);
        return $"""
            <rss version="2.0"><channel><title>Quay</title><link>https://quay.example/</link>
            <item><guid isPermaLink="false">{id}</guid><title>Boat {id}</title><description>&lt;p&gt;Boat {id} came in, Ada Brenn told the Quay Gazette.&lt;/p&gt;</description>
              <enclosure url="{site.At($"/{id}.gif")}" type="image/gif" length="1"/></item>
            <item><guid isPermaLink="false">{id + 1}</guid><title>Boat {id + 1}</title><description>Boat {id + 1} came in.</description>
              <enclosure url="{site.At("/photo.gif")}" type="image/gif" length="1"/></item></channel></rss>
            """;
    }

    private static string Comment(int id, int parent) =>
        $"""
            <wp:comment><wp:comment_id>{id}</wp:comment_id><wp:comment_author>Nan</wp:comment_author>
            <wp:comment_author_email>nan@mail.example</wp:comment_author_email><wp:comment_date_gmt>2020-05-05 10:00:00</wp:comment_date_gmt>
            <wp:comment_content><![CDATA[Well said {id}.]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved>
            <wp:comment_type></wp:comment_type><wp:comment_parent>{parent}</wp:comment_parent></wp:comment>
            """;

    private static void Pack(string path, string text)
    {
        using var packed = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        packed.Write(Encoding.UTF8.GetBytes(text));
    }
}
