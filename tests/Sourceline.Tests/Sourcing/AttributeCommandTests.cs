using System.Text;
using System.Text.Json;
using Sourceline.Attribution;
using Sourceline.Attribution.Model;
using Sourceline.Sourcing;

namespace Sourceline.Tests.Sourcing;

public sealed class AttributeCommandTests
{
    private const string Text = "The bridge is shut, Ada Brenn told the Quay Gazette on Tuesday.";

    [Fact]
    public async Task Run_Text_IsOneDocumentWhoseOffsetsCountItsFirstSpaces()
    {
        const string input = "\n  The \ud83d\ude00 bridge is shut, Ada Brenn told the Quay Gazette on Tuesday.";

        var (code, output, _) = await RunAsync(input);

        Assert.Equal(0, code);
        var cue = Assert.Single(output).GetProperty("attributions")[0].GetProperty("cue")[0];
        Assert.Equal(input[..input.IndexOf("told", StringComparison.Ordinal)].EnumerateRunes().Count(), cue[0].GetInt32());
    }

    [Fact]
    public async Task Run_Lines_KeepTheirOrderAndBadOnesAreNamed()
    {
        var input = new StringBuilder("\n");
        for (var i = 0; i < 200; i++)
            input.AppendLine(i == 7 ? "{\"doc\": 7" : JsonSerializer.Serialize(new { doc = $"{i}", text = Text }));

        var (code, output, errors) = await RunAsync(input.ToString());

        Assert.Equal(1, code);
        Assert.StartsWith("line 9:", errors, StringComparison.Ordinal);
        Assert.Equal(
            Enumerable.Range(0, 200).Where(i => i != 7).Select(i => $"{i}"),
            output.Select(line => line.GetProperty("doc").GetString()!)
        );
    }

    [Fact]
    public async Task Run_TextOnWhichTheReadingFails_IsNamedAndTheOthersAreRead()
    {
        var lines = string.Concat(
            Enumerable.Range(0, 3).Select(i => JsonSerializer.Serialize(new { doc = $"{i}", text = i == 1 ? "Broken" : Text }) + "\n")
        );
        using var output = new MemoryStream();
        using var errors = new StringWriter();
        var reader = new AttributionLines(
            (article, cancellation) =>
                article.Text == "Broken" ? throw new InvalidOperationException("no way through") : Attributor.Read(article, cancellation),
            new Article(""),
            output,
            errors
        );

        Assert.Equal(1, await reader.RunAsync("", new StringReader(lines), TestContext.Current.CancellationToken));

        Assert.Equal("line 2: the text could not be read: no way through", errors.ToString().Trim());
        Assert.Equal(2, Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Run_DayOfPublication_IsTheLinesOwnOrTheDefault()
    {
        var (_, output, _) = await RunAsync(
            JsonSerializer.Serialize(
                new
                {
                    doc = "own",
                    text = Text,
                    published = "2021-07-19",
                }
            )
                + "\n"
                + JsonSerializer.Serialize(new { doc = "default", text = Text }),
            new Article("") { PublishedOn = new DateOnly(2026, 11, 20) }
        );

        Assert.Equal(
            ["2021-07-13", "2026-11-17"],
            output.Select(line => line.GetProperty("attributions")[0].GetProperty("date").GetProperty("from").GetString()!)
        );
    }

    [Theory]
    [InlineData("", "The text is longer than 2,000,000 UTF-16 code units")]
    [InlineData("{\"text\":\"", "line 1: the text could not be read: The text has 2,000,001 UTF-16 code units; 2,000,000 is the most")]
    public async Task Run_TextTooLong_IsRefusedByName(string before, string error)
    {
        var (code, output, errors) = await RunAsync($"{before}{new string('x', 2_000_001)}{(before.Length > 0 ? "\"}" : "")}");

        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.StartsWith(error, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Nothing_IsOneEmptyDocument()
    {
        var (code, output, _) = await RunAsync("");

        Assert.Equal(0, code);
        Assert.Equal(0, Assert.Single(output).GetProperty("attributions").GetArrayLength());
    }

    private static async Task<(int Code, List<JsonElement> Output, string Errors)> RunAsync(string input, Article? defaults = null)
    {
        using var output = new MemoryStream();
        await using var errors = new StringWriter();
        var code = await AttributeCommand.RunAsync(
            new StringReader(input),
            output,
            errors,
            defaults ?? new Article(""),
            null,
            TestContext.Current.CancellationToken
        );
        var lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return (code, [.. lines.Select(line => JsonDocument.Parse(line).RootElement)], errors.ToString());
    }
}
