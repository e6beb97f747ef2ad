using System.Text.RegularExpressions;
using Sourceline.Localization;

namespace Sourceline.Tests.Localization;

/// <summary>The product's own catalogues: complete, alike in all languages, and used.</summary>
public sealed partial class CatalogueTests
{
    private const string English =
        "msgid \"\"\nmsgstr \"\"\n\"Language: en\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n\n";

    private const string Persian =
        "msgid \"\"\nmsgstr \"\"\n\"Language: fa\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"Plural-Forms: nplurals=2; plural=(n > 1);\\n\"\n\n";

    /// <summary>Strings in the code that look like keys and are something else.</summary>
    private static readonly HashSet<string> NoKeys = [];

    [Fact]
    public void Catalogues_HaveNoMistakes() => SourceTree.AssertNone(Catalogue.Check(Catalogue.Texts()).Select(error => error.ToString()));

    [Fact]
    public void Catalogues_AreInEnglishRussianAndPersian()
    {
        foreach (var language in (string[])["en", "fa", "ru"])
            Assert.Contains(language, Catalogue.Languages);
    }

    [Fact]
    public void Keys_InTheCode_AreInTheCatalogues()
    {
        var keys = Catalogue.For("en").Keys.ToHashSet();
        var groups = keys.Select(key => key.Split('.')[0]).ToHashSet();
        var unknown =
            from file in SourceTree.Code
            from Match literal in Literal().Matches(file.Text)
            let key = literal.Groups["key"].Value
            where literal.Groups["call"].Success || (groups.Contains(key.Split('.')[0]) && !FileName().IsMatch(key))
            where !keys.Contains(key) && !NoKeys.Contains(key)
            select $"{file.Name}: {key}";
        SourceTree.AssertNone(unknown);
    }

    /// <summary>Keys that no page uses yet are listed in KeysWithoutPages.txt; whoever uses one takes it off the list.</summary>
    [Fact]
    public void Keys_InTheCatalogues_AreUsedInTheCode()
    {
        var waiting = SourceTree.List("KeysWithoutPages.txt").ToHashSet();
        var used = SourceTree
            .Code.SelectMany(file => Literal().Matches(file.Text))
            .Select(literal => literal.Groups["key"].Value)
            .ToHashSet();
        var keys = Catalogue.For("en").Keys.ToList();
        SourceTree.AssertNone(keys.Where(key => !used.Contains(key) && !waiting.Contains(key)).Order(StringComparer.Ordinal));
        SourceTree.AssertNone(
            waiting.Where(key => used.Contains(key) || !keys.Contains(key)).Select(key => $"Take {key} off KeysWithoutPages.txt.")
        );
    }

    [Fact]
    public void Check_ReportsEveryMistakeWithItsLine()
    {
        var errors = Catalogue
            .Check([
                (
                    "Site.en.po",
                    English
                        + "#. {0}: a day.\nmsgid \"story.day\"\nmsgstr \"On {0}\"\n\nmsgid \"story.two\"\nmsgstr \"Two\"\n\nmsgid \"story.replies\"\nmsgid_plural \"story.replies\"\nmsgstr[0] \"one\"\nmsgstr[1] \"{0}\"\n"
                ),
                (
                    "Site.fa.po",
                    Persian
                        + "msgid \"story.day\"\nmsgstr \"در روز\"\n\nmsgid \"story.replies\"\nmsgid_plural \"story.replies\"\nmsgstr[0] \"{0}\"\n\nmsgid \"story.other\"\nmsgstr \"x\"\n"
                ),
            ])
            .Select(error => error.ToString())
            .ToList();
        Assert.Equal(
            [
                "Site.fa.po(1): 'story.two' is missing; it is in Site.en.po(11).",
                "Site.fa.po(1): 'story.replies' is missing; it is in Site.en.po(14).",
                "Site.fa.po(7): 'story.day' has the placeholders [], but [{0}] in Site.en.po(8).",
                "Site.fa.po(10): 'story.replies' has 1 plural forms; 'fa' has 2.",
                "Site.fa.po(14): 'story.other' is not in the English catalogue.",
            ],
            errors
        );
    }

    [Theory]
    [InlineData("msgid \"story.a\"\nmsgstr \"{0}\"\n", 7, "does not say what {0} is")]
    [InlineData("msgid \"story.a\"\nmsgstr \"a {b\"\n", 7, "A brace must be part of a placeholder")]
    [InlineData("#. <0>\nmsgid \"story.a\"\nmsgstr \"<0>a\"\n", 8, "<0> is not closed")]
    [InlineData("msgid \"story.a\"\nmsgstr \"a</0>\"\n", 7, "</0> closes nothing")]
    [InlineData("msgid \"story.a\"\nmsgstr \"a\\d\"\n", 8, "'\\d' is not a known escape")]
    [InlineData("msgid \"story.a\"\nmsgstr \"\"\n", 7, "has an empty text")]
    [InlineData("msgid \"story.a\"\nmsgstr \"a\"\nmsgid \"story.a\"\nmsgstr \"a\"\n", 9, "is in Site.en.po(7) too")]
    [InlineData("msgid \"Story\"\nmsgstr \"a\"\n", 7, "A key is small letters")]
    [InlineData("#, fuzzy\nmsgid \"story.a\"\nmsgstr \"a\"\n", 7, "Flags such as 'fuzzy'")]
    [InlineData("#~ msgid \"story.a\"\n", 7, "obsolete")]
    [InlineData("msgctxt \"x\"\nmsgid \"story.a\"\nmsgstr \"a\"\n", 7, "'msgctxt' cannot stand here")]
    [InlineData("msgid \"story.a\"\nmsgstr[1] \"a\"\n", 8, "'msgstr[1]' cannot stand here")]
    [InlineData("msgid \"story.a\"\nmsgstr \"a\n", 8, "closing quotation mark is missing")]
    [InlineData("msgid \"story.a\"\nmsgstr \"a\" b\n", 8, "more after the closing quotation mark")]
    [InlineData("msgid \"story.a\"\n", 7, "has no msgstr")]
    [InlineData("msgid \"story.a\"\nmsgid_plural \"story.b\"\nmsgstr[0] \"a\"\nmsgstr[1] \"b\"\n", 7, "msgid_plural must be the same key")]
    [InlineData("msgid \"story.a\"\nmsgid_plural \"story.a\"\nmsgstr[0] \"{0}\"\nmsgstr[1] \"b\"\n", 7, "form 1 lacks {0}")]
    public void Check_Mistake_IsFound(string entry, int line, string message)
    {
        var error = Assert.Single(Catalogue.Check([("Site.en.po", English.TrimEnd('\n') + "\n\n" + entry)]));
        Assert.Equal(line, error.Line);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_Header_MustNameLanguageAndPluralRule()
    {
        var errors = Catalogue.Check([("Site.en.po", Persian)]).Select(error => error.Message).ToList();
        Assert.Equal(2, errors.Count);
        Assert.Contains("'Language: en'", errors[0], StringComparison.Ordinal);
        Assert.Contains("'Plural-Forms: nplurals=2; plural=(n != 1);'", errors[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Check_GroupInTwoAreas_SaysWhereItBelongs()
    {
        var error = Assert.Single(
            Catalogue.Check([
                ("Desk.en.po", English + "msgid \"story.a\"\nmsgstr \"a\"\n"),
                ("Site.en.po", English + "msgid \"story.b\"\nmsgstr \"b\"\n"),
            ])
        );
        Assert.Equal("Site.en.po(7): Keys that begin with 'story' belong in Desk.en.po.", error.ToString());
    }

    [Fact]
    public void Check_AreaWithoutALanguage_IsReported()
    {
        var error = Assert.Single(Catalogue.Check([("Desk.en.po", English), ("Site.en.po", English), ("Site.fa.po", Persian)]));
        Assert.Equal("Desk.fa.po(1): This file is missing.", error.ToString());
    }

    [Fact]
    public void Check_Region_MayHaveSomeKeysOnly() =>
        Assert.Empty(
            Catalogue.Check([
                ("Site.en.po", English + "msgid \"story.a\"\nmsgstr \"a\"\n\nmsgid \"story.b\"\nmsgstr \"b\"\n"),
                ("Site.fa.po", Persian + "msgid \"story.a\"\nmsgstr \"a\"\n\nmsgid \"story.b\"\nmsgstr \"b\"\n"),
                (
                    "Site.fa-AF.po",
                    Persian.Replace("Language: fa", "Language: fa-AF", StringComparison.Ordinal) + "msgid \"story.b\"\nmsgstr \"c\"\n"
                ),
            ])
        );

    [GeneratedRegex(
        """(?<call>(?:\bT\[|\b_?[wW]ords\[|\.Count\(|\.CountHtml\(|\.Html\())?"(?<key>[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+)"""
            + "\""
    )]
    private static partial Regex Literal();

    [GeneratedRegex(@"\.(css|js|svg|xml|rss|atom|json|txt|html|png|woff2|po|db|log|csv|ndjson|jsonl|model|example|zip)$")]
    private static partial Regex FileName();
}
