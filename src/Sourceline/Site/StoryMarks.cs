using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using Sourceline.Attribution.Model;
using Sourceline.Localization;
using Sourceline.Sourcing;
using Sourceline.Stories.Html;

namespace Sourceline.Site;

/// <summary>
/// Marks the statements in a story's text. Statements overlap, lie in one another and run across elements, so the text is cut wherever
/// one begins or ends, and each piece says which statements it belongs to; no element is ever cut through.
/// </summary>
internal sealed class StoryMarks
{
    /// <summary>Letters of a word that is not parted from its number. Chinese and Thai do not part their words.</summary>
    private const int LongestWord = 24;

    private readonly IReadOnlyList<StatementView> _statements;
    private readonly Dictionary<int, int> _groups;
    private readonly Localizer _words;
    private readonly HashSet<int> _begun = [];
    private readonly Dictionary<IElement, INode> _afterLinks = [];
    private readonly List<int> _cuts;

    /// <param name="groups">The statements of the story, in the order of the text.</param>
    /// <param name="words">The site's language, in which the numbers are written.</param>
    public StoryMarks(IReadOnlyList<StatementGroup> groups, Localizer words)
    {
        _statements = [.. groups.SelectMany(group => group.Statements)];
        _groups = groups
            .SelectMany(group => group.Statements.Select(view => (view.Number, Group: group.Number)))
            .ToDictionary(one => one.Number, one => one.Group);
        _words = words;
        _cuts =
        [
            .. _statements.SelectMany(view => view.Statement.Content).SelectMany(span => new[] { span.Start, span.End }).Distinct().Order(),
        ];
    }

    /// <summary>The plain text of the headline as HTML, and the numbers of the statements that end in it.</summary>
    public (string Html, string Notes) Headline(string text)
    {
        var (html, notes) = (new StringBuilder(), new StringBuilder());
        Append(html, notes, text, 0);
        return (html.ToString(), notes.ToString());
    }

    /// <summary>The plain text of the lead as HTML.</summary>
    public string Line(string text, int start)
    {
        var html = new StringBuilder();
        Append(html, html, text, start);
        return html.ToString();
    }

    /// <summary>The stored body with its statements marked.</summary>
    public string Body(string bodyHtml, int start)
    {
        if (_cuts.Count == 0)
            return bodyHtml;
        var body = StoryHtml.Parse(bodyHtml);
        foreach (var segment in StoryHtml.Segments(body, start))
            Replace(segment);
        return body.InnerHtml;
    }

    private void Replace(TextSegment segment)
    {
        var text = segment.Node.Data;
        if (!Touches(segment.Start, segment.Start + text.Length))
            return;
        // A link holds no button: the notes of words inside one stand behind it.
        var link = segment.Node.ParentElement?.Closest("a");
        var html = new StringBuilder();
        var notes = link is null ? html : new StringBuilder();
        Append(html, notes, text, segment.Start);
        segment.Node.ReplaceWith(Nodes(segment.Node, html));
        if (link is not null && notes.Length > 0)
            PlaceAfter(link, Nodes(link, notes));
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
        foreach (var other in begun.Skip(1))
            html.Append(CultureInfo.InvariantCulture, $"<span id=\"t{other.Number}\"></span>");
        var ended = within.Where(view => view.Statement.Content.Max(span => span.End) == start + words.Length).ToList();
        var last = ended.Count > 0 && ReferenceEquals(html, notes) ? LastWord(words) : words.Length;
        if (last > 0)
            Mark(html, words[..last], within, begun);
        if (last < words.Length)
        {
            html.Append("<span class=\"w\">");
            Mark(html, words[last..], within, last > 0 ? [] : begun);
        }
        foreach (var view in ended)
            Note(notes, view);
        if (last < words.Length)
            html.Append("</span>");
    }

    private static void Mark(StringBuilder html, string words, List<StatementView> within, List<StatementView> begun)
    {
        html.Append("<span class=\"st")
            .Append(within.Any(view => view.Confirmed) ? " ok" : null)
            .Append(within.Any(view => view.Statement.Polarity == Polarity.Withdraws) ? " wd" : null)
            .Append('"');
        if (begun.Count > 0)
            html.Append(CultureInfo.InvariantCulture, $" id=\"t{begun[0].Number}\"");
        html.Append(CultureInfo.InvariantCulture, $" data-s=\"{string.Join(' ', within.Select(view => view.Number))}\">")
            .Append(Escape(words))
            .Append("</span>");
    }

    /// <summary>Where the last word begins, which keeps its number on its line; the end where it is long enough for a line of its own.</summary>
    private static int LastWord(string words)
    {
        var at = words.TrimEnd().LastIndexOf(' ') + 1;
        return words.Length - at > LongestWord ? words.Length : at;
    }

    /// <summary>A button that opens the note of the statement's group; browsers do so without a script.</summary>
    private void Note(StringBuilder html, StatementView ended)
    {
        var label = Escape(_words["panel.source", _words.Digits(ended.Number)]).Replace("\"", "&quot;", StringComparison.Ordinal);
        html.Append(
            CultureInfo.InvariantCulture,
            $"<button type=\"button\" class=\"nr\" value=\"{ended.Number}\" popovertarget=\"n{_groups[ended.Number]}\" aria-label=\"{label}\">{_words.Digits(ended.Number)}</button>"
        );
    }

    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
}
