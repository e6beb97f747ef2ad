using System.Text;
using Sourceline.Formats.Tests.Support;
using Sourceline.Formats.Tests.Wxr;

namespace Sourceline.Formats.Tests.Input;

/// <summary>How texts are encoded: as they say, where their bytes bear it out, and a few broken bytes make no other encoding.</summary>
public sealed class EncodingTests
{
    private const string Russian = "Паром на остров снова пойдёт в апреле, сообщило в субботу управление порта после зимы, полной писем.";

    static EncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void Read_OneBrokenByte_KeepsUtf8AndSaysWhere()
    {
        var results = Reading.Bytes([
            .. Utf8("<?xml version='1.0'?>\n<rss><channel>\n<item><title>Fähre fährt – täglich "),
            0xC3,
            .. Utf8("</title></item></channel></rss>"),
        ]);

        Assert.Equal("Fähre fährt – täglich \ufffd", Assert.Single(results.OfType<ItemRead>()).Item.Headline);
        var problem = Assert.Single(results.OfType<ProblemFound>());
        Assert.Equal((ProblemSeverity.Warning, 3L), (problem.Severity, problem.Position.Line));
        Assert.Contains("UTF-8", problem.Reason);
    }

    [Fact]
    public void Read_BrokenBytesFarInAnExport_KeepUtf8AndAreCounted()
    {
        var parts = WxrReaderTests.Export("¤").Split('¤');
        var filler = string.Concat(
            Enumerable
                .Range(1, 300)
                .Select(n =>
                    $"<item><title>Straße {n}</title><wp:post_id>{n}</wp:post_id><content:encoded>{new string('ü', 300)}</content:encoded></item>\n"
                )
        );
        var results = Reading.Bytes([
            .. Utf8(parts[0] + filler + "<item><title>Fähre "),
            0xE4,
            0x20,
            0xFC,
            .. Utf8("</title><wp:post_id>999</wp:post_id></item>" + parts[1]),
        ]);

        Assert.Equal("Fähre \ufffd \ufffd", results.OfType<ItemRead>().Last().Item.Headline);
        var problem = Assert.Single(results.OfType<ProblemFound>());
        Assert.Contains("2 places", problem.Reason);
        Assert.Equal(304, problem.Position.Line);
    }

    [Theory]
    [InlineData("windows-1251", true)]
    [InlineData("koi8-r", true)]
    [InlineData("windows-1251", false)]
    public void Read_CharsetBehindTheFirstKilobyte_IsFound(string encoding, bool isStated)
    {
        var comment = new string('x', 5000);
        var page =
            $"<!doctype html><html><head><!-- {comment} -->{(isStated ? $"<meta charset={encoding}>" : "")}<title>{Russian}</title></head><body><article><h1>{Russian}</h1><p>{Russian} {Russian}</p></article></body></html>";
        var results = Reading.Bytes(Encoding.GetEncoding(encoding).GetBytes(page));

        Assert.Equal(Russian, Assert.Single(results.OfType<ItemRead>()).Item.Headline);
        Assert.Equal(isStated ? 0 : 1, results.OfType<ProblemFound>().Count(p => p.Reason.Contains(encoding, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("windows-1252", "Fähre fährt wieder, „täglich“")]
    [InlineData("iso-8859-1", "Fähre fährt wieder, „täglich“")]
    [InlineData("utf8", "Fähre")]
    [InlineData("cp1252", "Fähre")]
    public void Read_Utf8UnderAWrongName_IsUtf8(string stated, string words)
    {
        var feed =
            $"<?xml version='1.0' encoding='{stated}'?><rss><channel><item><title>{words} {words} {words} {words}</title></item></channel></rss>";

        Assert.Equal($"{words} {words} {words} {words}", Reading.OneItem(feed).Headline);
    }

    [Theory]
    [InlineData("shift_jis", "船は四月に戻る")]
    [InlineData("gb2312", "渡轮将于四月恢复")]
    [InlineData("euc-kr", "배는 사월에 돌아온다")]
    [InlineData("windows-1256", "العبارة تعود في نيسان")]
    [InlineData("iso-8859-2", "Loď se vrátí v dubnu, říká přístav")]
    public void Read_StatedEncodings_AreUsed(string encoding, string words) =>
        Assert.Equal(
            words,
            Assert
                .Single(
                    Reading
                        .Bytes(
                            Encoding
                                .GetEncoding(encoding)
                                .GetBytes(
                                    $"<?xml version='1.0' encoding='{encoding}'?><rss><channel><item><title>{words}</title></item></channel></rss>"
                                )
                        )
                        .OfType<ItemRead>()
                )
                .Item.Headline
        );

    [Theory]
    [InlineData("utf-16", "{\"uri\":\"a:1\",\"headline\":\"Fähre\"}")]
    [InlineData("utf-16", "{\"uri\":\"a:1\",\"headline\":\"Fähre\"}\n{\"uri\":\"a:2\",\"headline\":\"Fähre\"}")]
    [InlineData("utf-16BE", "<rss><channel><item><title>Fähre</title></item></channel></rss>")]
    [InlineData("utf-16", "<!doctype html><title>Fähre</title><p>Worte</p>")]
    public void Read_WideEncodingsWithoutAMark_AreUsed(string encoding, string text) =>
        Assert.All(Reading.Bytes(Encoding.GetEncoding(encoding).GetBytes(text)).OfType<ItemRead>(), read =>
            Assert.Equal("Fähre", read.Item.Headline)
        );

    [Fact]
    public void Read_BrokenByteInALine_IsReportedThere()
    {
        var results = Reading.Bytes(
            [.. Utf8("{\"uri\":\"a:1\",\"headline\":\"Fähre\"}\n{\"uri\":\"a:2\",\"headline\":\"Fä"), 0xE4, .. Utf8("\"}\n")],
            Reading.Options("x.jsonl")
        );

        Assert.Equal("Fä\ufffd", results.OfType<ItemRead>().Last().Item.Headline);
        Assert.Equal(2, Assert.Single(results.OfType<ProblemFound>()).Position.Line);
    }

    [Theory]
    [InlineData("text/xml; charset=utf-7")]
    [InlineData("text/xml; charset=no-such-encoding")]
    [InlineData("text/xml; charset=")]
    public void Read_EncodingThatCannotBeUsed_IsPassedOver(string contentType) =>
        Assert.Equal(
            "Fähre",
            Reading
                .OneItem(
                    "<rss><channel><item><title>Fähre</title></item></channel></rss>",
                    Reading.Options() with
                    {
                        ContentType = contentType,
                    }
                )
                .Headline
        );

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
