namespace Sourceline.Tests.Localization;

/// <summary>Every word that people see on a page comes from the catalogues.</summary>
public sealed class LiteralTextTests
{
    /// <summary>Pages that still have words of their own are listed in PagesWithLiteralText.txt; whoever converts one takes it off the list.</summary>
    [Fact]
    public void Pages_HaveNoWordsOfTheirOwn()
    {
        var waiting = SourceTree.List("PagesWithLiteralText.txt").ToHashSet();
        var found = SourceTree.Pages.ToDictionary(page => page, page => LiteralText.In(SourceTree.Read(page)));
        Assert.NotEmpty(found);
        SourceTree.AssertNone(
            found.Where(page => !waiting.Contains(page.Key)).SelectMany(page => page.Value.Select(words => $"{page.Key}:{words}"))
        );
        SourceTree.AssertNone(
            waiting
                .Where(page => !found.TryGetValue(page, out var words) || words.Count == 0)
                .Select(page => $"Take {page} off PagesWithLiteralText.txt.")
        );
    }

    /// <summary>Files beside the pages that make words for them: page models, forms, view components, words and scripts.</summary>
    [Fact]
    public void CodeOfPages_HasNoWordsOfItsOwn()
    {
        var waiting = SourceTree.List("CodeWithLiteralText.txt").ToHashSet();
        var found = SourceTree.CodeOfPages.ToDictionary(file => file, file => LiteralText.InCode(SourceTree.Read(file)));
        Assert.Contains(found.Keys, file => file.EndsWith(".js", StringComparison.Ordinal));
        SourceTree.AssertNone(
            found.Where(file => !waiting.Contains(file.Key)).SelectMany(file => file.Value.Select(words => $"{file.Key}:{words}"))
        );
        SourceTree.AssertNone(
            waiting
                .Where(file => !found.TryGetValue(file, out var words) || words.Count == 0)
                .Select(file => $"Take {file} off CodeWithLiteralText.txt.")
        );
    }

    [Theory]
    [InlineData("frame.Title = \"Not found\";", "1: Not found")]
    [InlineData("\nreturn $\"{n} replies were held\";", "2: replies were held")]
    [InlineData("status.textContent = \"No passkey was used.\";", "1: No passkey was used.")]
    public void InCode_Words_AreFound(string code, string expected) => Assert.Equal([expected], LiteralText.InCode(code));

    [Theory]
    [InlineData("/// <summary>\"Not found\"</summary>")]
    [InlineData("throw new InvalidOperationException(\"Not found here\");")]
    [InlineData("log.LogWarning(\"Not found here\");")]
    [InlineData("[PublicPage(Query = \"after parent\")]")]
    [InlineData("time.ToString(\"yyyy-MM-dd HH:mm\")")]
    [InlineData("words[\"error.title\"]")]
    public void InCode_NothingToRead_IsNotReported(string code) => Assert.Empty(LiteralText.InCode(code));

    [Theory]
    [InlineData("<p>Hello</p>", "1: Hello")]
    [InlineData("@model Story\n<p>@Model.Name wrote</p>", "2: wrote")]
    [InlineData("<p title=\"Who said it\"></p>", "1: Who said it")]
    [InlineData("<input placeholder=\"Name @Model.X\" value=\"Send\">", "1: Name")]
    [InlineData("<input type=\"submit\" value=\"Send\">", "1: Send")]
    [InlineData("<img alt=\"@(Model.X ? \"A ferry\" : null)\">", "1: A ferry")]
    [InlineData("@(Model.X ? \"Yes\" : T[\"a.no\"])", "1: Yes")]
    [InlineData("@($\"{Model.X} replies\")", "1: replies")]
    [InlineData("@{\n  ViewData[\"Title\"] = \"Sources\";\n}", "2: Sources")]
    [InlineData("@{\n  var words = Model.X ? \"not found\" : null;\n}", "2: not found")]
    [InlineData("@section Head {\n<b>Bold</b>\n}", "2: Bold")]
    [InlineData("@foreach (var x in Model.List)\n{\n  <li>Item @x</li>\n}", "3: Item")]
    public void In_Words_AreFound(string page, string expected) => Assert.Equal([expected], LiteralText.In(page));

    [Theory]
    [InlineData("@page \"/search\"\n@using A.B\n@model C\n@inject D E\n@namespace F.G\n@addTagHelper *, H.I")]
    [InlineData("<p class=\"note\" id=\"x\" lang=\"en\">@T[\"story.by\", Model.Name] · 12 – ✓</p>")]
    [InlineData("@(T[Model.X ? \"error.title\" : \"error.ours\"])")]
    [InlineData("@T.Count(\"story.replies\", 2)")]
    [InlineData("<a href=\"/x\" title=\"@T[\"story.by\"]\">@Model.X</a>")]
    [InlineData("<li class=\"@(Model.X ? \"ok done\" : null)\">@Model.Y.ToString(\"N0\")</li>")]
    [InlineData("<input type=\"hidden\" value=\"confirm\">")]
    [InlineData("<button name=\"do\" value=\"remove\">@T[\"desk.remove\"]</button>")]
    [InlineData("@* Only a comment *@<!-- another -->")]
    [InlineData("<a href=\"/feed.rss\">RSS</a>, <code>/18343</code>")]
    [InlineData("@if (Model.State == \"open\") { <b>1</b> }")]
    [InlineData("<style>p { color: red }</style>")]
    public void In_NothingToRead_IsNotReported(string page) => Assert.Empty(LiteralText.In(page));
}
