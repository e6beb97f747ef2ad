using Sourceline.Formats.Tests.Support;

namespace Sourceline.Formats.Tests.Ninjs;

public sealed class NinjsReaderTests
{
    [Fact]
    public void Read_Samples_AsApproved()
    {
        foreach (var path in Repository.Samples("Ninjs"))
            Approved.Match(Described.Results(Reading.File(path)), Path.GetFileName(path));
    }

    [Fact]
    public void Read_Lines_KeepsRawBytesAndGoesOnAfterABadLine()
    {
        const string good = """{"uri":"https://desk.example/1","headlines":[{"value":"One"}]}""";
        var results = Reading.Text($"{good}\r\n{{\"uri\": broken\n\n[1]\n{{\"headline\":\"no uri\"}}\n{good.Replace('1', '2')}");

        Assert.Equal(NewsFormat.NinjsLines, Assert.IsType<DocumentFound>(results[0]).Format);
        var items = results.OfType<ItemRead>().ToList();
        Assert.Equal(good, System.Text.Encoding.UTF8.GetString(items[0].Raw.Span));
        Assert.Equal(new Position(6, 5), items[1].Position);
        Assert.Equal([2, 4, 5], results.OfType<ProblemFound>().Select(p => p.Position.Line));
        Assert.All(results.OfType<ProblemFound>(), p => Assert.Equal(ProblemSeverity.Error, p.Severity));
    }

    [Fact]
    public void Read_FirstLineBroken_IsStillLines() =>
        Assert.Equal(2, Reading.Text("{\"uri\": oops\n{\"uri\":\"a:b\"}\n{\"uri\":\"a:c\"}").OfType<ItemRead>().Count());

    [Fact]
    public void Read_HalfSurrogate_BecomesReplacement() =>
        Assert.Equal("a\ufffdb \ud83d\ude00", Reading.OneItem("""{"uri":"a:b","headline":"a\ud800b \ud83d\ude00"}""").Headline);

    [Theory]
    [InlineData("urn:newsml:agency.example:2026:1", "agency.example")]
    [InlineData("tag:agency.example,2026:1", "agency.example")]
    [InlineData("https://Agency.example/x", "agency.example")]
    [InlineData("urn:uuid:5", "urn")]
    [InlineData("local-5", "test")]
    public void Origin_OfUri_IsItsGiver(string uri, string origin) =>
        Assert.Equal(origin, Reading.OneItem($$"""{"uri":"{{uri}}"}""").Origin);

    [Fact]
    public void Read_TooLongLine_IsReportedAndTheRestGoesIn()
    {
        var lines = $$"""
            {"uri":"a:1","headline":"{{new string('x', 5000)}}"}
            {"uri":"a:2","headline":"y"}
            {"uri":"a:3"}
            """;
        var results = Reading.Text(lines, Reading.Options() with { MaxItemBytes = 1000 });

        Assert.Equal(["a:2", "a:3"], results.OfType<ItemRead>().Select(r => r.Item.Id));
        Assert.Equal(1, Assert.Single(results.OfType<ProblemFound>()).Position.Line);
    }

    [Fact]
    public void Read_ValidationSuite_ReadsWhatShouldPass()
    {
        var files = Directory
            .EnumerateFiles(Repository.Shared("data/iptc/ninjs/validation"), "*.json", SearchOption.AllDirectories)
            .Where(f => f.Contains("should_pass", StringComparison.Ordinal))
            .ToList();

        var failures = files
            .Where(f => Reading.File(f).OfType<ProblemFound>().Any(p => p.Severity == ProblemSeverity.Error))
            .Select(Path.GetFileName);
        Assert.Empty(failures);
        Assert.True(files.Count > 100);
    }

    /// <summary>One of the files beside the examples describes the format and is no example.</summary>
    private static bool IsSchema(string file) => file.EndsWith("schema.json", StringComparison.Ordinal);

    [Fact]
    public void Read_AgencyExamples_HaveHeadlineOrText()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Shared("data/iptc/ninjs/examples"), "*.json", SearchOption.AllDirectories))
        {
            var results = Reading.File(file);
            Assert.DoesNotContain(results.OfType<ProblemFound>(), p =>
                p.Severity == ProblemSeverity.Error && !p.Reason.Contains("\"uri\"", StringComparison.Ordinal) && !IsSchema(file)
            );
            Assert.All(results.OfType<ItemRead>(), r =>
                Assert.True(
                    r.Item.Headline is not null || r.Item.BodyHtml is not null || r.Item.Lead is not null || !r.Item.Attachments.IsEmpty,
                    file
                )
            );
        }
    }
}
