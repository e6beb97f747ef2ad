using System.Globalization;
using System.Text;
using System.Text.Json;
using Sourceline.Formats.Markup;

namespace Sourceline.Formats.Wxr;

/// <summary>
/// The comments in which WordPress's block editor keeps its blocks, and those for "more" and page breaks. They are taken out; what stands
/// in the place of text is put in where the export has it, and reported where it has not.
/// </summary>
/// <param name="patterns">Synced patterns by their number.</param>
/// <param name="footnotes">The list of notes; null where there is none.</param>
internal sealed class EditorComments(WxrPatterns patterns, string? footnotes)
{
    private const int MaxNesting = 5;

    private static readonly HashSet<string> WithoutText = new(StringComparer.Ordinal)
    {
        "spacer",
        "separator",
        "more",
        "nextpage",
        "read-more",
        "post-title",
        "post-date",
        "post-author",
        "post-content",
        "post-terms",
        "post-excerpt",
        "post-featured-image",
    };

    private readonly List<string> _doubts = [];
    private bool _placed;

    /// <summary>What could not be carried over.</summary>
    public IReadOnlyList<string> Doubts => _doubts;

    /// <summary>Whether the text was written with the block editor.</summary>
    public static bool HasBlocks(string content) =>
        content.Contains("<!-- wp:", StringComparison.Ordinal) || content.Contains("<!--wp:", StringComparison.Ordinal);

    /// <summary>The numbers of the synced patterns that a content refers to.</summary>
    public static IEnumerable<string> PatternsIn(string? content)
    {
        if (content is null || !content.Contains("wp:block", StringComparison.Ordinal))
            return [];
        return HtmlTags
            .Find(content)
            .Where(tag => tag.Kind == HtmlTagKind.Comment)
            .Select(tag => BlockComment.Read(tag.Text))
            .Where(block => block is { Name: "block", IsClosing: false })
            .Select(block => block!.Number("ref"))
            .OfType<string>();
    }

    public string Resolve(string content)
    {
        var html = new StringBuilder(content.Length);
        Append(html, content, 0);
        if (footnotes is not null && !_placed)
            html.Append('\n').Append(footnotes);
        return html.ToString();
    }

    private void Append(StringBuilder html, string content, int nesting)
    {
        var at = 0;
        foreach (var tag in HtmlTags.Find(content).Where(tag => tag.Kind == HtmlTagKind.Comment))
        {
            html.Append(content, at, tag.Start - at);
            at = tag.End;
            if (BlockComment.Read(tag.Text) is { } block)
                AppendBlock(html, block, nesting);
            else if (!IsMark(tag.Text))
                html.Append(tag.Text);
        }

        html.Append(content, at, content.Length - at);
    }

    private void AppendBlock(StringBuilder html, BlockComment block, int nesting)
    {
        if (block.IsClosing || (!block.IsWhole && block.Name != "block"))
            return;
        if (block.Name == "footnotes")
        {
            if (footnotes is not null && !_placed)
                html.Append(footnotes);
            _placed = true;
        }
        else if (block.Name == "block" && block.Number("ref") is { } number)
        {
            if (nesting < MaxNesting && patterns.Find(number) is { } pattern)
                Append(html, pattern, nesting + 1);
            else
                _doubts.Add($"The synced pattern {number} is not in the export, so its text is missing here.");
        }
        else if (!WithoutText.Contains(block.Name))
        {
            _doubts.Add($"The block \"{block.Name}\" was left out: WordPress makes its content when it shows the page.");
        }
    }

    /// <summary>"more", "nextpage" and "noteaser" are marks for the theme.</summary>
    private static bool IsMark(ReadOnlySpan<char> comment)
    {
        var inside = comment[4..^3].Trim();
        return inside is "nextpage" or "noteaser" or "more" || inside.StartsWith("more ");
    }
}

/// <summary>A comment of the block editor: <c>wp:name {"attribute":1} /</c>.</summary>
/// <param name="Name">Without WordPress's own prefix.</param>
/// <param name="Attributes">JSON; empty where there are none.</param>
/// <param name="IsClosing">Whether it ends a block.</param>
/// <param name="IsWhole">Whether it is a block by itself.</param>
internal sealed record BlockComment(string Name, string Attributes, bool IsClosing, bool IsWhole)
{
    /// <summary>Null for any other comment.</summary>
    public static BlockComment? Read(ReadOnlySpan<char> comment)
    {
        if (comment.Length < 7)
            return null;
        var inside = comment[4..^3].Trim();
        var isClosing = inside.StartsWith("/");
        if (isClosing)
            inside = inside[1..];
        if (!inside.StartsWith("wp:"))
            return null;
        inside = inside[3..];
        var isWhole = inside.EndsWith("/");
        if (isWhole)
            inside = inside[..^1].TrimEnd();
        var space = inside.IndexOfAny(" \t\r\n");
        var name = (space < 0 ? inside : inside[..space]).ToString();
        if (name.StartsWith("core/", StringComparison.Ordinal))
            name = name[5..];
        return new BlockComment(name, space < 0 ? "" : inside[space..].Trim().ToString(), isClosing, isWhole);
    }

    /// <summary>An attribute that is a whole number, as text; null where it is none.</summary>
    public string? Number(string name)
    {
        if (Attributes.Length == 0)
            return null;
        try
        {
            using var document = JsonDocument.Parse(Attributes);
            return
                document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty(name, out var value)
                && value.ValueKind == JsonValueKind.Number
                && value.TryGetInt64(out var number)
                ? number.ToString(CultureInfo.InvariantCulture)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
