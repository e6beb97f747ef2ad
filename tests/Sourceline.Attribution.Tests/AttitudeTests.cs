using Sourceline.Attribution.Json;
using Sourceline.Attribution.Model;

namespace Sourceline.Attribution.Tests;

/// <summary>What the model finds to be attributed, though nobody has said it, stands apart from the statements and changes none of them.</summary>
public sealed class AttitudeTests
{
    private static Reading Read(string text)
    {
        Assert.SkipWhen(AttributionModel.Shipped is null, "this build carries no model");
        return Attributor.Read(new Article(text));
    }

    [Theory]
    [InlineData("Halden’s chairman, Otto Reiss, declined to comment on the sale of the mine.", "declined")]
    [InlineData("Senator Rosa Lind wants a public inquiry into the collapse of the bridge.", "wants")]
    public void Read_NothingSaid_IsAnAttitude(string text, string cue)
    {
        var reading = Read(text);
        Assert.Empty(reading.Statements);
        Assert.Contains(cue, Assert.Single(Assert.Single(reading.Attitudes).Cue).Of(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SaidAsNoRuleKnows_IsAStatement()
    {
        var reading = Read("Some beekeepers acknowledge that the wasps were here first.");
        Assert.Equal(
            "Some beekeepers",
            Assert.Single(Assert.Single(reading.Statements).Source).Of("Some beekeepers acknowledge that the wasps were here first.")
        );
        Assert.Empty(reading.Attitudes);
    }

    [Fact]
    public void Read_Attitude_HasOnlyTheHandsThatItNames()
    {
        const string Text =
            "The bank will close in May, the Norland Courier newspaper reported on Friday.\n\nCustomer Ida Holm wants her money back.";
        var reading = Read(Text);
        Assert.Equal("Norland Courier", Assert.Single(reading.Statements).Chains[0].End.Name);
        Assert.Equal("Ida Holm", Assert.Single(Assert.Single(Assert.Single(reading.Attitudes).Chains).Hops).Name);
    }

    [Fact]
    public void Read_HeAddedBehindAnAttitude_IsStillTheSpeakerBefore()
    {
        const string Text = "“The roof leaks,” Ole Brand said. The tenants want it mended. He added that it leaked last year.";
        var reading = Read(Text);
        Assert.Equal("Ole Brand", reading.Statements[^1].Chains[0].End.Identity?.Name);
        Assert.NotEmpty(reading.Attitudes);
    }

    [Fact]
    public void Write_Attitude_SaysSo()
    {
        const string Text = "Senator Rosa Lind wants a public inquiry into the collapse of the bridge.";
        using var stream = new MemoryStream();
        AttributionJson.Write(stream, null, Text, Read(Text));
        using var json = System.Text.Json.JsonDocument.Parse(stream.ToArray());
        Assert.Equal("attitude", json.RootElement.GetProperty("attributions")[0].GetProperty("sense").GetString());
    }
}
