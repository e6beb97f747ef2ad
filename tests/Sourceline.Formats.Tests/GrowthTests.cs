using System.Globalization;
using Sourceline.Formats.Tests.Support;
using Sourceline.Formats.Tests.Wxr;

namespace Sourceline.Formats.Tests;

/// <summary>The work that an item takes does not grow with the number of items in the document.</summary>
[Collection(nameof(Alone))]
public sealed class GrowthTests(ITestOutputHelper output)
{
    private const int Few = 1_000;
    private const int Many = 10_000;

    public static TheoryData<string> Formats =>
        [
            "rss",
            "rss without language",
            "rdf",
            "atom",
            "atom without authors",
            "json feed",
            "ninjs",
            "ninjs lines",
            "wxr",
            "wxr with replies",
        ];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Read_TenTimesAsManyItems_TakeTenTimesTheWork(string format)
    {
        Measure(Document(format, 100));
        var few = Measure(Document(format, Few));
        var many = Measure(Document(format, Many));

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{format}: {few.Allocated / Few:N0} and {many.Allocated / Many:N0} bytes an item, {few.Time.TotalMilliseconds:N0} and {many.Time.TotalMilliseconds:N0} ms"
            )
        );
        Assert.Equal((Few, Many), (few.Items, many.Items));
        Assert.InRange((double)many.Allocated / few.Allocated, 8, 12);
        // Quadratic time would be a hundred times as much.
        Assert.True(many.Time < few.Time * 40 || many.Time < TimeSpan.FromSeconds(0.2), $"{few.Time} became {many.Time}.");
    }

    private static (int Items, long Allocated, TimeSpan Time) Measure(string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        var best = (Items: 0, Allocated: long.MaxValue, Time: TimeSpan.MaxValue);
        for (var run = 0; run < 2; run++)
        {
            var (cpu, before) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
            var items = NewsReader.Read(new MemoryStream(bytes), Reading.Options()).OfType<ItemRead>().Count();
            var taken = Environment.CpuUsage.TotalTime - cpu;
            best = (
                items,
                Math.Min(best.Allocated, GC.GetAllocatedBytesForCurrentThread() - before),
                taken < best.Time ? taken : best.Time
            );
        }

        return best;
    }

    private static string Document(string format, int count)
    {
        return format switch
        {
            "rss" => $"<rss><channel><link>https://a.example/</link><language>en</language>{Repeated(Item)}</channel></rss>",
            "rss without language" => $"<rss><channel><link>https://a.example/</link>{Repeated(Item)}</channel></rss>",
            "rdf" =>
                $"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel><link>https://a.example/</link></channel>{Repeated(Item)}</rdf:RDF>",
            "atom" => $"<feed xmlns='http://www.w3.org/2005/Atom'><author><name>Jo</name></author>{Repeated(Entry)}</feed>",
            "atom without authors" => $"<feed xmlns='http://www.w3.org/2005/Atom'>{Repeated(Entry)}</feed>",
            "json feed" => $"{{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{string.Join(',', Numbers().Select(Json))}]}}",
            "ninjs" => $"[{string.Join(',', Numbers().Select(Ninjs))}]",
            "ninjs lines" => string.Join('\n', Numbers().Select(Ninjs)),
            "wxr" => WxrReaderTests.Export(Repeated(n => Post(n, ""))),
            _ => WxrReaderTests.Export(
                Repeated(n =>
                    Post(n, "<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_content>A reply.</wp:comment_content></wp:comment>")
                )
            ),
        };

        IEnumerable<int> Numbers() => Enumerable.Range(1, count);
        string Repeated(Func<int, string> one) => string.Concat(Numbers().Select(one));
    }

    private static string Item(int n) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"<item><title>Story {n}</title><link>https://a.example/{n}</link><pubDate>Mon, 19 Jul 2021 09:00:00 GMT</pubDate><description>&lt;p&gt;Words &lt;a href='/x'&gt;of&lt;/a&gt; it.&lt;/p&gt;</description></item>"
        );

    private static string Entry(int n) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"<entry><id>tag:a.example,2021:{n}</id><title>Story {n}</title><link href='https://a.example/{n}'/><updated>2021-07-19T09:00:00Z</updated><content type='html'>&lt;p&gt;Words.&lt;/p&gt;</content></entry>"
        );

    private static string Json(int n) =>
        string.Create(CultureInfo.InvariantCulture, $"{{\"id\":\"{n}\",\"title\":\"Story {n}\",\"content_html\":\"<p>Words.</p>\"}}");

    private static string Ninjs(int n) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"uri\":\"https://a.example/{n}\",\"headline\":\"Story {n}\",\"body_html\":\"<p>Words.</p>\"}}"
        );

    private static string Post(int n, string comment) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"<item><title>Story {n}</title><wp:post_id>{n}</wp:post_id><content:encoded><![CDATA[Words.\n\nMore words.]]></content:encoded><category domain='author' nicename='cap-a'>a</category>{comment}</item>\n"
        );
}
