using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Razor.Language;
using Microsoft.AspNetCore.Razor.Language.Extensions;
using Microsoft.AspNetCore.Razor.Language.Intermediate;
using Sourceline.Localization;

namespace Sourceline.Tests.Localization;

/// <summary>Finds the words in a Razor page that people see and that do not come from the catalogues.</summary>
internal static partial class LiteralText
{
    /// <summary>Stands for the value of an expression.</summary>
    private const char Hole = '\uE000';

    private static readonly RazorProjectEngine Engine = RazorProjectEngine.Create(
        RazorConfiguration.Default,
        RazorProjectFileSystem.Create("/"),
        builder =>
        {
            SectionDirective.Register(builder);
            NamespaceDirective.Register(builder);
            builder.AddDirective(DirectiveDescriptor.CreateDirective("model", DirectiveKind.SingleLine, tokens => tokens.AddTypeToken()));
            builder.AddDirective(
                DirectiveDescriptor.CreateDirective("page", DirectiveKind.SingleLine, tokens => tokens.AddOptionalStringToken())
            );
            builder.AddDirective(
                DirectiveDescriptor.CreateDirective("inject", DirectiveKind.SingleLine, tokens => tokens.AddTypeToken().AddMemberToken())
            );
        }
    );

    /// <summary>Names that are the same in every language.</summary>
    private static readonly HashSet<string> Names = ["Sourceline", "RSS", "Atom", "JSON", "JSON Feed"];

    private static readonly HashSet<string> VisibleAttributes =
    [
        "title",
        "alt",
        "placeholder",
        "label",
        "aria-label",
        "aria-description",
        "aria-roledescription",
        "aria-placeholder",
        "aria-valuetext",
        "data-confirm",
        "data-label",
    ];

    private static readonly HashSet<string> Keys = [.. Catalogue.For("en").Keys];

    /// <summary>Whose content nobody reads, or which is no language.</summary>
    private static readonly HashSet<string> Unread = ["SCRIPT", "STYLE", "CODE", "KBD", "TEMPLATE"];

    /// <summary>Each with its line: "12: Leave this empty".</summary>
    /// <param name="page">The text of a page.</param>
    public static IReadOnlyList<string> In(string page)
    {
        var document = Engine.Process(RazorSourceDocument.Create(page, "page.cshtml"), FileKinds.Legacy, [], []);
        var tree = document.GetDocumentIntermediateNode();
        if (tree.GetAllDiagnostics() is [var wrong, ..])
            throw new InvalidOperationException(wrong.ToString());
        var html = new StringBuilder();
        var found = new List<string>();
        Flatten(tree, html, found);
        foreach (var node in new HtmlParser().ParseDocument(html.ToString()).Descendants())
            found.AddRange(Visible(node));
        return
        [
            .. found
                .Distinct()
                .Select(words => (Line: Line(page, words), Words: words))
                .OrderBy(one => one.Line)
                .Select(one => $"{one.Line}: {one.Words}"),
        ];
    }

    /// <summary>The same for C# or JavaScript, where a string is taken for words if it has two of them. Lines that throw or log are not looked at.</summary>
    /// <param name="code">The text of a file.</param>
    public static IReadOnlyList<string> InCode(string code) =>
        [
            .. code.Split('\n')
                .Where(line => !NotForPeople().IsMatch(line))
                .SelectMany(Sentences)
                .Distinct()
                .Select(words => (Line: Line(code, words), Words: words))
                .OrderBy(one => one.Line)
                .Select(one => $"{one.Line}: {one.Words}"),
        ];

    private static IEnumerable<string> Visible(INode node)
    {
        if (node is IText text && !Unread.Contains(text.ParentElement?.TagName ?? ""))
            return Words(text.Data);
        return node is IElement element
            ? element.Attributes.Where(attribute => IsVisible(element, attribute)).SelectMany(attribute => Words(attribute.Value))
            : [];
    }

    private static bool IsVisible(IElement element, IAttr attribute) =>
        VisibleAttributes.Contains(attribute.Name)
        || (attribute.Name == "value" && element.TagName == "INPUT" && element.GetAttribute("type") is "submit" or "button" or "reset")
        || (attribute.Name == "content" && element.TagName == "META" && element.GetAttribute("name") == "description");

    private static IEnumerable<string> Words(string text) =>
        text.Split(Hole, StringSplitOptions.TrimEntries)
            .Where(words => words.Any(char.IsLetter) && !Names.Contains(words.Trim(' ', ',', '·', ':', '.')));

    private static void Flatten(IntermediateNode node, StringBuilder html, List<string> found)
    {
        switch (node)
        {
            case DirectiveIntermediateNode { Directive.Kind: DirectiveKind.SingleLine }:
                return;
            case HtmlAttributeIntermediateNode attribute:
                html.Append(attribute.Prefix);
                var isVisible = VisibleAttributes.Contains(attribute.AttributeName ?? "");
                foreach (var value in attribute.Children)
                {
                    if (value is HtmlAttributeValueIntermediateNode literal)
                        html.Append(literal.Prefix);
                    foreach (var token in value.FindDescendantNodes<IntermediateToken>())
                    {
                        if (token.Kind == TokenKind.Html)
                            html.Append(token.Content);
                        else if (isVisible)
                            found.AddRange(Literals(token.Content));
                    }
                    if (value is not HtmlAttributeValueIntermediateNode)
                        html.Append(Hole);
                }
                html.Append(attribute.Suffix);
                return;
            case CSharpExpressionIntermediateNode expression:
                found.AddRange(
                    Literals(
                        string.Concat(
                            expression
                                .FindDescendantNodes<IntermediateToken>()
                                .Where(token => token.Kind == TokenKind.CSharp)
                                .Select(token => token.Content)
                        )
                    )
                );
                html.Append(Hole);
                return;
            case CSharpCodeIntermediateNode code:
                found.AddRange(code.Children.OfType<IntermediateToken>().SelectMany(token => Sentences(token.Content)));
                break;
            case IntermediateToken { Kind: TokenKind.Html } token:
                html.Append(token.Content);
                return;
        }
        foreach (var child in node.Children)
            Flatten(child, html, found);
    }

    /// <summary>The strings with letters in an expression whose value is shown, other than keys, formats and names of members.</summary>
    private static IEnumerable<string> Literals(string code) =>
        Strings(NotShown().Replace(code, "")).Where(text => !Keys.Contains(text)).SelectMany(Words);

    /// <summary>In code, a string is taken for words where it has two or is a title.</summary>
    private static IEnumerable<string> Sentences(string code) =>
        Strings(NotShown().Replace(code, ""))
            .Where(text => !text.StartsWith("noindex", StringComparison.Ordinal) && TwoWords().IsMatch(text))
            .Concat(Title().Matches(code).Select(title => title.Groups[1].Value))
            .SelectMany(Words);

    private static IEnumerable<string> Strings(string code) =>
        CSharpString().Matches(code).Select(match => Inserted().Replace(match.Groups[1].Value, Hole.ToString()));

    private static int Line(string page, string words)
    {
        var at = page.IndexOf(words, StringComparison.Ordinal);
        return at < 0 ? 0 : page.AsSpan(0, at).Count('\n') + 1;
    }

    [GeneratedRegex("\\$?\"((?:[^\"\\\\{]|\\\\.|\\{[^{}]*\\})*)\"")]
    private static partial Regex CSharpString();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Inserted();

    /// <summary>Keys, formats, indexes, and strings that are compared with.</summary>
    [GeneratedRegex(
        """(?:\bT\[|\[|\.Count\(|\.CountHtml\(|\.Html\(|ToString\(|nameof\(|is (?:not )?|[=!]= ?|InvokeAsync\(|PartialAsync\(|RenderSectionAsync\()"[^"]*"|case "[^"]*":"""
    )]
    private static partial Regex NotShown();

    [GeneratedRegex(@"^\s*(//|\*|\[)|\bthrow\b|\b_?log\b|Exception\(|querySelector|\bmatches\(|\bclosest\(|[yMdHhms]{2}[-:][MdHhms]{2}")]
    private static partial Regex NotForPeople();

    [GeneratedRegex(@"\p{L}{2,},? \p{L}{2,}")]
    private static partial Regex TwoWords();

    [GeneratedRegex("""\bTitle(?:"\])? = \$?"([^"]*)["]""")]
    private static partial Regex Title();
}
