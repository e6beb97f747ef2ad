using System.Xml;
using System.Xml.Linq;
using Sourceline.Formats.Markup;
using Sourceline.Formats.Tests.Support;

namespace Sourceline.Formats.Tests.Markup;

public sealed class MarkupTreeTests
{
    [Fact]
    public void Parse_WellFormedFeeds_GivesWhatTheStrictParserGives()
    {
        var checkedFiles = 0;
        foreach (
            var path in Directory.EnumerateFiles(
                Repository.Shared("data/feeds/feedparser/tests/wellformed"),
                "*.xml",
                SearchOption.AllDirectories
            )
        )
        {
            if (Strict(path) is not { } expected)
                continue;
            Assert.Equal(Flat(expected), Flat(MarkupTree.Parse(File.ReadAllText(path)).Elements.First()));
            checkedFiles++;
        }

        Assert.True(checkedFiles > 1000, $"only {checkedFiles} files were checked");
    }

    [Fact]
    public void Parse_Exports_GivesWhatTheStrictParserGives()
    {
        foreach (var path in Directory.EnumerateFiles(Repository.Shared("data/wxr/theme-test-data"), "*.xml"))
            Assert.Equal(Flat(Strict(path)!), Flat(MarkupTree.Parse(File.ReadAllText(path)).Elements.First()));
    }

    [Theory]
    [InlineData("<a><b>x</a>y", "a(b(x))")]
    [InlineData("<a>x<br>y</a>", "a(x br() y)")]
    [InlineData("<a>1 < 2 & 3</a>", "a(1  <  2 & 3)")]
    [InlineData("<a>&copy;&unknown;&#146;&#xD800;</a>", "a(©&unknown;\u2019\ufffd)")]
    [InlineData("<a x=1 y='<b>'>z</a>", "a(b('>z))")]
    [InlineData("<a><![CDATA[<b>]]></a>", "a(<b>)")]
    [InlineData("<a></b>x</a>", "a(x)")]
    public void Parse_Damaged_KeepsTheText(string text, string expected) =>
        Assert.Equal(expected, Print(MarkupTree.Parse(text).Elements.First()));

    private static XElement? Strict(string path)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit };
        try
        {
            using var reader = XmlReader.Create(path, settings);
            return XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static List<string> Flat(XElement root) =>
        [
            .. root.DescendantsAndSelf()
                .Select(e =>
                    $"{e.Name.LocalName}|{e.Value}|{string.Join(',', e.Attributes().Where(a => !a.IsNamespaceDeclaration).Select(a => a.Value))}".ReplaceLineEndings(
                        "\n"
                    )
                ),
        ];

    private static List<string> Flat(MarkupElement root) =>
        [
            .. root.Descendants()
                .Prepend(root)
                .Select(e =>
                    $"{e.LocalName}|{e.Text()}|{string.Join(',', e.Attributes.Where(a => !a.Key.StartsWith("xmlns", StringComparison.Ordinal)).Select(a => a.Value))}".ReplaceLineEndings(
                        "\n"
                    )
                ),
        ];

    private static string Print(MarkupElement element) =>
        $"{element.Name}({string.Join(' ', element.Nodes.Select(n => n is MarkupElement child ? Print(child) : n))})";
}
