using System.Text.Json.Nodes;

namespace Sourceline.Tests.Archive;

/// <summary>Small pieces of our own fiction to import.</summary>
internal static class Samples
{
    /// <summary>A picture of one pixel.</summary>
    public static readonly byte[] Gif = Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    /// <summary>A ninjs document on one line.</summary>
    public static string Ninjs(string origin, int id, long? number = null, string? body = null, string category = "Harbour") =>
        new JsonObject
        {
            ["uri"] = $"https://{origin}/{id}",
            ["type"] = "text",
            ["standard"] = new JsonObject { ["name"] = "ninjs", ["version"] = "3.0" },
            ["versionCreated"] = "2026-03-02T08:30:00Z",
            ["firstCreated"] = "2026-03-02T08:30:00Z",
            ["pubStatus"] = "usable",
            ["language"] = "en",
            ["headlines"] = Text("main", "text/plain", $"Ferry {id} leaves on time"),
            ["bodies"] = Text(
                "main",
                "text/html",
                body ?? $"<p>The ferry left on time, harbour master Ada Brenn told the Quay Gazette on trip {id}.</p>"
            ),
            ["subjects"] = new JsonArray(new JsonObject { ["name"] = category }),
            ["altIds"] = number is null ? [] : new JsonArray(new JsonObject { ["role"] = "number", ["value"] = $"{number}" }),
        }.ToJsonString();

    public static string Wxr(string site, string items) =>
        $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
              xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
            <channel><title>The Old Quay</title><link>{site}</link><language>en</language>
            <wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>{site}</wp:base_site_url><wp:base_blog_url>{site}</wp:base_blog_url>
            {items}
            </channel></rss>
            """;

    public static string WxrItem(int id, string type, string title, string body = "", string more = "", string status = "publish") =>
        $"""
            <item><title>{title}</title><link>http://old-quay.example/?p={id}</link><dc:creator>nell</dc:creator>
            <content:encoded><![CDATA[{body}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>
            <wp:post_id>{id}</wp:post_id><wp:post_date>2020-05-04 10:00:00</wp:post_date><wp:post_date_gmt>2020-05-04 10:00:00</wp:post_date_gmt>
            <wp:status>{status}</wp:status><wp:post_parent>0</wp:post_parent><wp:post_type>{type}</wp:post_type>{more}</item>
            """;

    private static JsonArray Text(string role, string contentType, string value) =>
        new(
            new JsonObject
            {
                ["role"] = role,
                ["contentType"] = contentType,
                ["value"] = value,
            }
        );
}
