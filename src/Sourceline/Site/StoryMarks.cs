using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using Sourceline.Sourcing;
using Sourceline.Stories.Html;

namespace Sourceline.Site;

/// <summary>
/// Marks the statements in a story's text. Statements overlap, lie in one another and run across elements, so the text is cut wherever
/// one begins or ends, and each piece says which statements it belongs to; no element is ever cut through.
/// </summary>
internal sealed class StoryMarks
{
    private readonly IReadOnlyList<StatementView> _statements;
    private readonly HashSet<int> _begun = [];
    private readonly Dictionary<IElement, INode> _afterLinks = [];
    private readonly List<int> _cuts;

    public StoryMarks(IReadOnlyList<StatementView> statements)
    {
        _statements = statements;
        _cuts = [.. statements.SelectMany(view => view.Statement.Content).SelectMany(span => new[] { span.Start, span.End }).Distinct().Order()];
    }

    /// <summary>The plain text of headline or lead as HTML.</summary>
    public string Line(string text, int start)
    {
        var html = new StringBuilder();
        Append(html, html, text, start);
        return html.ToString();
    }

    /// <summary>The stored body with its statements marked.</summary>
    public string Body(string bodyHtml, int start)
    {
        if (_cuts.Count == 0) return bodyHtml;
        var body = StoryHtml.Parse(bodyHtml);
        foreach (var segment in StoryHtml.Segments(body, start)) Replace(segment);
        return body.InnerHtml;
    }

    private void Replace(TextSegment segment)
    {
        var text = segment.Node.Data;
        if (!Touches(segment.Start, segment.Start + text.Length)) return;
        // A link holds no other: the notes of words inside one stand behind it.
        var link = segment.Node.ParentElement?.Closest("a");
        var html = new StringBuilder();
        var notes = link is null ? html : new StringBuilder();
        Append(html, notes, text, segment.Start);
        segment.Node.ReplaceWith(Nodes(segment.Node, html));
        if (link is not null && notes.Length > 0) PlaceAfter(link, Nodes(link, notes));
    }

    private void PlaceAfter(IElement link, INode[] notes)
    {
        var last = _afterLinks.GetValueOrDefault(link, link);
        foreach (var note in notes)
        {
            last.Parent!.InsertBefore(note, last.NextSibling);
            last = note;
        }
        _afterLinks[link] = last;
    }

    private static INode[] Nodes(INode beside, StringBuilder html)
    {
        var holder = beside.Owner!.CreateElement("div");
        holder.InnerHtml = html.ToString();
        return [.. holder.ChildNodes];
    }

    private bool Touches(int start, int end) =>
        _statements.Any(view => view.Statement.Content.Any(span => span.Start < end && start < span.End));

    private void Append(StringBuilder html, StringBuilder notes, string text, int start)
    {
        var at = start;
        foreach (var cut in _cuts.Where(cut => cut > start && cut < start + text.Length).Append(start + text.Length))
        {
            Piece(html, notes, text[(at - start)..(cut - start)], at);
            at = cut;
        }
    }

    private void Piece(StringBuilder html, StringBuilder notes, string words, int start)
    {
        var within = _statements.Where(view => view.Statement.Content.Any(span => span.Start <= start && start < span.End)).ToList();
        if (within.Count == 0)
        {
            html.Append(Escape(words));
            return;
        }
        var begun = within.Where(view => _begun.Add(view.Number)).ToList();
        // Two statements may begin with the same piece; an element has one id.
        foreach (var other in begun.Skip(1)) html.Append(CultureInfo.InvariantCulture, $"<span id=\"t{other.Number}\"></span>");
        html.Append("<span class=\"st").Append(within.Any(view => view.Confirmed) ? " ok" : null).Append('"');
        if (begun.Count > 0) html.Append(CultureInfo.InvariantCulture, $" id=\"t{begun[0].Number}\"");
        html.Append(CultureInfo.InvariantCulture, $" data-s=\"{string.Join(' ', within.Select(view => view.Number))}\">").Append(Escape(words)).Append("</span>");
        foreach (var ended in within.Where(view => view.Statement.Content.Max(span => span.End) == start + words.Length)) Note(notes, ended);
    }

    private static void Note(StringBuilder html, StatementView ended) => html.Append(
        CultureInfo.InvariantCulture, $"<a class=\"nr\" href=\"#s{ended.Number}\" aria-label=\"Source {ended.Number}\">{ended.Number}</a>");

    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
