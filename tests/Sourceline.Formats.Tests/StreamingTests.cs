using System.Text;
using Sourceline.Formats.Tests.Support;
using Sourceline.Formats.Tests.Wxr;

namespace Sourceline.Formats.Tests;

/// <summary>The memory of the whole program is looked at, so that no other test may run meanwhile.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>The bulk formats are read in memory that does not grow with the input.</summary>
[Collection(nameof(Alone))]
public sealed class StreamingTests
{
    private const int Lines = 200_000;
    private const int ExportItems = 60_000;
    private const long Bound = 64L * 1024 * 1024;
    private static readonly string Words = string.Concat(Enumerable.Repeat("Words of a story. ", 20));

    [Fact]
    public void Read_ManyLines_HoldsOneAtATime() => ReadAll(Enumerable.Range(1, Lines).Select(Line), Lines);

    [Fact]
    public void Read_ManyExportItems_HoldsOneAtATime()
    {
        var parts = WxrReaderTests.Export("¤").Split('¤');
        ReadAll(
            Enumerable
                .Range(1, ExportItems)
                .Select(ExportItem)
                .Prepend(Encoding.UTF8.GetBytes(parts[0]))
                .Append(Encoding.UTF8.GetBytes(parts[1])),
            ExportItems
        );
    }

    [Fact]
    public void Read_FirstExportItems_TakesNoMoreThanTheyNeed()
    {
        var head = Encoding.UTF8.GetBytes(WxrReaderTests.Export("¤").Split('¤')[0]);
        using var stream = new GeneratedStream(Enumerable.Range(1, ExportItems).Select(ExportItem).Prepend(head));
        Assert.Equal(50, NewsReader.Read(stream, Reading.Options()).OfType<ItemRead>().Take(50).Count());
        Assert.True(stream.Given < 1_000_000, "more was read than fifty items need");
    }

    [Fact]
    public void Read_FirstItems_TakesNoMoreThanTheyNeed()
    {
        using var stream = new GeneratedStream(Enumerable.Range(1, Lines).Select(Line));
        Assert.Equal(50, NewsReader.Read(stream, Reading.Options()).OfType<ItemRead>().Take(50).Count());
        Assert.True(stream.Given < 1_000_000, "more was read than fifty items need");
    }

    private static void ReadAll(IEnumerable<byte[]> pieces, int expected)
    {
        using var stream = new GeneratedStream(pieces);
        var (count, peak, before) = (0, 0L, GC.GetTotalMemory(true));
        foreach (var result in NewsReader.Read(stream, Reading.Options()))
        {
            if (result is ItemRead && ++count % 20_000 == 0)
                peak = Math.Max(peak, GC.GetTotalMemory(true) - before);
        }

        Assert.Equal(expected, count);
        Assert.True(peak < Bound, $"{peak:N0} bytes were held");
    }

    private static byte[] Line(int number) =>
        Encoding.UTF8.GetBytes(
            $$"""{"uri":"https://desk.example/{{number}}","headlines":[{"value":"Story {{number}}"}],"bodies":[{"contentType":"text/html","value":"<p>{{Words}}</p>"}]}"""
                + "\n"
        );

    private static byte[] ExportItem(int number) =>
        Encoding.UTF8.GetBytes(
            $"<item><title>Story {number}</title><wp:post_id>{number}</wp:post_id><content:encoded><![CDATA[{Words}]]></content:encoded></item>\n"
        );
}
