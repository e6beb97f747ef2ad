using System.Text;
using System.Text.Json;
using Sourceline.Attribution.Json;
using Sourceline.Attribution.Model;

namespace Sourceline.Attribution.Tests.Json;

public sealed class AttributionJsonTests
{
    private static JsonElement Written(string text, DateOnly? published = null)
    {
        using var stream = new MemoryStream();
        AttributionJson.Write(stream, "1", text, Attributor.Read(new Article(text) { PublishedOn = published }));
        return JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray())).RootElement;
    }

    [Fact]
    public void Write_EmojiBefore_CountsCodePoints()
    {
        var record = Written("😀 “It stands,” Ole Brand said.");
        var statement = record.GetProperty("attributions")[0];
        Assert.Equal("[[2,14]]", statement.GetProperty("content").GetRawText());
        Assert.Equal("[[15,24]]", statement.GetProperty("source").GetRawText());
        Assert.Equal("direct", statement.GetProperty("type").GetString());
        Assert.Equal("statement", statement.GetProperty("sense").GetString());
    }

    [Fact]
    public void Write_SeveralChains_GivesAll()
    {
        var statement = Written("Interfax and TASS both reported that it burst.").GetProperty("attributions")[0];
        Assert.Equal("Interfax", statement.GetProperty("chain")[0].GetProperty("name").GetString());
        Assert.Equal(2, statement.GetProperty("chains").GetArrayLength());
    }

    [Fact]
    public void Write_DateAndIdentity_AreGiven()
    {
        var record = Written("Ole Brand said on Friday that it stands. He added that it creaks.", new DateOnly(2024, 5, 6));
        Assert.Equal("2024-05-03", record.GetProperty("attributions")[0].GetProperty("date").GetProperty("from").GetString());
        var link = record.GetProperty("attributions")[1].GetProperty("chain")[0];
        Assert.Equal("carried", link.GetProperty("identity").GetProperty("basis").GetString());
        Assert.Equal("Ole Brand", link.GetProperty("identity").GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("""{"doc":"7","text":"a","published":"2021-07-19","language":"fa"}""", "7", "2021-07-19", "fa")]
    [InlineData("""{"doc":7,"text":"a"}""", "7", null, null)]
    [InlineData("""{"text":"a","more":[1]}""", null, null, null)]
    public void TryRead_GoodLine_GivesTheArticle(string line, string? doc, string? published, string? language)
    {
        Assert.True(AttributionJson.TryRead(line, out var input, out var error), error);
        Assert.Equal((doc, "a", language), (input.Doc, input.Article.Text, input.Article.Language));
        Assert.Equal(published, input.Article.PublishedOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("{\"text\":", "not JSON")]
    [InlineData("[]", "must be a JSON object")]
    [InlineData("""{"doc":"1"}""", "\"text\" is missing")]
    [InlineData("""{"text":3}""", "\"text\" must be a string")]
    [InlineData("""{"text":"a","doc":[]}""", "\"doc\" must be")]
    [InlineData("""{"text":"a","published":"19.7.2021"}""", "\"published\" must be a day")]
    [InlineData("""{"text":"a","language":1}""", "\"language\" must be a string")]
    [InlineData("""{"text":"\ud800"}""", "half of a surrogate pair")]
    public void TryRead_BadLine_SaysWhy(string line, string reason)
    {
        Assert.False(AttributionJson.TryRead(line, out _, out var error));
        Assert.Contains(reason, error, StringComparison.Ordinal);
    }
}
