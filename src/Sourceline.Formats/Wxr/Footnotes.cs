using System.Globalization;
using System.Text;
using System.Text.Json;
using Sourceline.Formats.Json;
using Sourceline.Formats.Markup;

namespace Sourceline.Formats.Wxr;

/// <summary>
/// The notes of a post, which WordPress keeps apart from its text. They are set below the text, with links both ways:
/// <c>#note-1</c> and back to <c>#noteref-1</c>.
/// </summary>
internal static class Footnotes
{
    private const int Most = 1000;

    /// <summary>The text with links to the notes, and the list of notes; null where there are none.</summary>
    /// <param name="content">The post's content.</param>
    /// <param name="json">The meta field "footnotes".</param>
    public static (string Content, string? List) Resolve(string content, string? json)
    {
        var notes = Read(json);
        if (notes.Count == 0)
            return (content, null);
        var list = new StringBuilder("<ol>");
        foreach (var (number, words) in notes.Values)
            list.Append(CultureInfo.InvariantCulture, $"<li id=\"note-{number}\">{words} <a href=\"#noteref-{number}\">↩</a></li>");
        return (WithLinks(content, notes), list.Append("</ol>").ToString());
    }

    private static string WithLinks(string content, Dictionary<string, (string Number, string Words)> notes)
    {
        var (text, at) = (new StringBuilder(content.Length), 0);
        foreach (var tag in HtmlTags.Find(content).Where(tag => tag.Kind == HtmlTagKind.Open && tag.Is("a") && tag.Text.Contains('#')))
        {
            if (tag.Attribute("href") is not ['#', .. var id] || !notes.TryGetValue(id, out var note))
                continue;
            text.Append(content, at, tag.Start - at)
                .Append(CultureInfo.InvariantCulture, $"<a href=\"#note-{note.Number}\" id=\"noteref-{note.Number}\">");
            at = tag.End;
        }

        return text.Append(content, at, content.Length - at).ToString();
    }

    /// <summary>The notes in their order, by the identifier that the text refers to.</summary>
    private static Dictionary<string, (string Number, string Words)> Read(string? json)
    {
        var notes = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        if (json is null)
            return notes;
        try
        {
            using var document = JsonText.Parse(Encoding.UTF8.GetBytes(json));
            if (document.RootElement.ValueKind != JsonValueKind.Array)
                return notes;
            foreach (var note in document.RootElement.EnumerateArray().Take(Most).Select(JsonFields.Of))
                if (note.Text("id") is { } id && note.Text("content") is { } words)
                    notes.TryAdd(id, ((notes.Count + 1).ToString(CultureInfo.InvariantCulture), words));
        }
        catch (JsonException)
        {
            // The links in the text stay, and lead nowhere, as they did where the notes were lost.
        }

        return notes;
    }
}
