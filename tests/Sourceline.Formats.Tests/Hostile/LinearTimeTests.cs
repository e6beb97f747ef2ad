using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using Sourceline.Formats.Tests.Support;
using Sourceline.Formats.Tests.Wxr;

namespace Sourceline.Formats.Tests.Hostile;

/// <summary>Time grows with the text and no faster, whatever it holds. The processor's time counts, which other programs do not change.</summary>
[Collection(nameof(Alone))]
public sealed class LinearTimeTests
{
    private const int Small = 25_000;
    private const int Factor = 16;

    /// <summary>Text that repeats itself, in the place where it used to stall.</summary>
    public static TheoryData<string, string, string> Repetitions =>
        new()
        {
            { "<rss><channel><item><author>", "a", "</author></item></channel></rss>" },
            { "<rss><channel><item><author>", "a@", "</author></item></channel></rss>" },
            { "<rss><channel><item><title>", "&lt;b ", "</title></item></channel></rss>" },
            { "<rss><channel><item><description>", "&lt;!--", "</description></item></channel></rss>" },
            { "<rss><channel><item><description>&lt;p ", "a=&quot; ", "</description></item></channel></rss>" },
            { "<rss><channel><item><description>&lt;img srcset=&quot;", "x, ", "&quot;&gt;</description></item></channel></rss>" },
            { "<rss><channel><item><pubDate>", "1 ", "</pubDate></item></channel></rss>" },
            { "¤", "[caption ", "" },
            { "¤[caption ", "a", "" },
            { "¤", "[x a=1]", "" },
            { "¤", "[[x]", "" },
            { "¤", "[vc_row]", "" },
            { "¤", "[/x]", "" },
            { "¤x", " ", "x" },
            { "¤x\n", " \n", "x" },
            { "¤", "\n<br />", "x" },
            { "¤", "<!-- wp:", "" },
            { "¤", "<!-- wp:x /-->", "" },
            { "¤", "<p", "" },
            { "¤", "<a b='", "" },
            { "¤", "https://a.example/\n", "" },
            { "<!doctype html><article><h1>A</h1><p>x</p>", "<br>", "</article>" },
            { "<!doctype html><article><h1>A</h1>", "x<br><br>", "</article>" },
            { "<!doctype html><article><h1>A</h1>", "<p>x</p>", "</article>" },
            { "<!doctype html><article><h1>A</h1><p>", "<a href='#'>1</a> ", "</p></article>" },
            { "<!doctype html><article><h1>A</h1>", "<noscript><img src=x></noscript>", "</article>" },
            { "<!doctype html><article><h1>A</h1><div>", "<div class='share reply'>x</div>", "</div></article>" },
            { "<!doctype html><p ", "a1 ", ">x</p>" },
            { "<!doctype html><script type='application/ld+json'>", "{\"@graph\":[", "</script><p>x</p>" },
            { "<!doctype html><script type='application/ld+json'>", "{}", "</script><p>x</p>" },
            { "date: 19 July 2021\n\nA\n\n", "Leave a ", "reply" },
            { "date: 19 July 2021\n\nA\n\n", "a: ", "" },
            { "date: 19 July 2021\n\nA\n\n", "· ", "" },
            { "", "From: ", "" },
            { "", "a1234 ", "" },
            { "{\"uri\":\"a:b\",\"body_html\":\"", "<body ", "\"}" },
            { "{\"uri\":\"a:b\",\"headline\":\"", "\\ud83d", "\"}" },
        };

    [Theory]
    [MemberData(nameof(Repetitions))]
    public void Read_RepeatedText_TakesTimeInProportion(string start, string repeated, string end)
    {
        var small = Time(start, repeated, end, Small);
        var large = Time(start, repeated, end, Small * Factor);

        // Quadratic time would be 256 times as much; below a fifth of a second the collection of garbage outweighs it.
        Assert.True(
            large < TimeSpan.FromSeconds(0.2) || large < small * Factor * 5,
            $"{Small} characters took {small}, {Factor} times as many {large}."
        );
    }

    [Fact]
    public void Patterns_NeverBacktrack()
    {
        var fields = typeof(NewsReader)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(Regex))
            .ToList();

        Assert.NotEmpty(fields);
        Assert.All(fields, field =>
            Assert.True(((Regex)field.GetValue(null)!).Options.HasFlag(RegexOptions.NonBacktracking), $"{field.DeclaringType}.{field.Name}")
        );
        Assert.DoesNotContain(typeof(NewsReader).Assembly.GetTypes(), type => typeof(Regex).IsAssignableFrom(type));
    }

    [Theory]
    [InlineData("<rss><channel>", "<item><title>A story</title></item>")]
    [InlineData("<feed>", "<entry><id>1</id><title>A story</title></entry>")]
    [InlineData("<!doctype html><article><h1>A</h1>", "<p>Words of it.</p>")]
    [InlineData("", "{\"uri\":\"a:1\",\"headline\":\"A story\"}\n")]
    [InlineData(
        "<rss xmlns:wp='http://wordpress.org/export/1.2/'><channel>",
        "<item><title>A story</title><wp:post_id>1</wp:post_id></item>"
    )]
    public void Read_Cancelled_StopsAtOnce(string start, string repeated)
    {
        using var cancellation = new CancellationTokenSource();
        var text = start + string.Concat(Enumerable.Repeat(repeated, 4_000_000 / repeated.Length));
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        cancellation.CancelAfter(TimeSpan.FromMilliseconds(20));
        var watch = Stopwatch.StartNew();
        try
        {
            foreach (var _ in NewsReader.Read(stream, Reading.Options(), cancellation.Token)) { }
        }
        catch (OperationCanceledException)
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1.5), $"It took {watch.Elapsed} to stop.");
            return;
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"It took {watch.Elapsed} to end.");
    }

    private static TimeSpan Time(string start, string repeated, string end, int length)
    {
        var content = string.Concat(Enumerable.Repeat(repeated, Math.Max(1, length / repeated.Length)));
        var text = start.StartsWith('¤')
            ? WxrReaderTests.Export(
                $"<item><wp:post_id>1</wp:post_id><content:encoded><![CDATA[{start[1..]}{content}{end}]]></content:encoded></item>"
            )
            : start + content + end;
        var best = TimeSpan.MaxValue;
        for (var run = 0; run < 3 && best > TimeSpan.FromSeconds(0.02); run++)
        {
            var before = Environment.CpuUsage.TotalTime;
            Reading.Text(text);
            var taken = Environment.CpuUsage.TotalTime - before;
            best = taken < best ? taken : best;
        }

        return best;
    }
}
