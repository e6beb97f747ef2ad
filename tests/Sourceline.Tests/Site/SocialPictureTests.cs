using System.Buffers.Binary;
using Sourceline.Site.Pictures;

namespace Sourceline.Tests.Site;

/// <summary>The picture that is drawn of a story without one.</summary>
public sealed class SocialPictureTests
{
    [Theory]
    [InlineData("en", "Port offers quays", "Gazetteer")]
    [InlineData("fa", "کتابخانهٔ ملی کابل پس از دو سال بازسازی درهای خود را گشود", "خبرگزاری باختر")]
    [InlineData("en", "<b>&amp; & </span> <img src=x>", "<&>")]
    [InlineData("zh", "长城重新开放", "")]
    public void Draw_AnyHeadline_Is1200By630(string language, string headline, string hop)
    {
        var png = SocialPicture.Draw(new("The Test Courier", headline, language, hop.Length == 0 ? [] : [hop, hop]));
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        Assert.Equal(
            (1200, 630),
            (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)))
        );
    }

    [Fact]
    public void Draw_HeadlineOfAnyLength_Fits()
    {
        foreach (var length in new[] { 1, 400, 20_000 })
            Assert.InRange(
                SocialPicture.Draw(new("Site", string.Concat(Enumerable.Repeat("word ", length)), "en", [])).Length,
                1_000,
                300_000
            );
    }

    [Fact]
    public void Draw_RightToLeft_StandsOnTheRight()
    {
        var (left, right) = InkOf(SocialPicture.Draw(new("سایت", "بله", "fa", [])));
        Assert.True(right > 3 * left, $"{left} left, {right} right");
        (left, right) = InkOf(SocialPicture.Draw(new("Site", "Yes", "en", [])));
        Assert.True(left > 3 * right, $"{left} left, {right} right");
    }

    /// <summary>How dark the halves of the headline's place are.</summary>
    private static (double Left, double Right) InkOf(byte[] png)
    {
        using var image = NetVips.Image.NewFromBuffer(png);
        using var grey = image.Colourspace(NetVips.Enums.Interpretation.Bw);
        double Ink(int x)
        {
            using var half = grey.ExtractArea(x, 200, 600, 280);
            using var ink = half.ExtractBand(0) < 128;
            return ink.Avg();
        }
        return (Ink(0) + .001, Ink(600) + .001);
    }
}
