using Sourceline.Formats.Markup;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Wxr;

/// <summary>One comment as it is on the wire. The IP address of its writer is not even read.</summary>
internal sealed class WxrComment(MarkupElement element)
{
    public string? Id => Field("wp:comment_id");

    /// <summary>Old exports leave the type of a reader's comment empty.</summary>
    public string Type => Field("wp:comment_type") ?? "comment";

    public string? Body => Blank.KeepOrNull(element.Child("wp:comment_content")?.Text());

    public ItemReply ToReply(string id, string body, TimeZoneInfo zone) =>
        new()
        {
            Id = id,
            ParentId = Field("wp:comment_parent") is { } parent and not "0" ? parent : null,
            Name = NameOf(Field("wp:comment_author")),
            Email = Field("wp:comment_author_email"),
            Body = AutoParagraphs.Apply(body),
            Written = LooseDate.Parse(Field("wp:comment_date_gmt"), TimeZoneInfo.Utc) ?? LooseDate.Parse(Field("wp:comment_date"), zone),
            State = StateOf(Field("wp:comment_approved")),
        };

    /// <summary>Some readers give their e-mail address as their name, or within it; a name is shown, an address never.</summary>
    private static string? NameOf(string? written)
    {
        if (Blank.OneLine(written) is not { } line)
            return null;
        var at = line.IndexOf('@', StringComparison.Ordinal);
        var name = at > 0 && !line.Contains(' ', StringComparison.Ordinal) ? line[..at] : EmailText.Remove(line, "");
        return HtmlText.Headline(name);
    }

    private static ItemReplyState StateOf(string? approved) =>
        approved switch
        {
            "1" or "approve" => ItemReplyState.Approved,
            "spam" => ItemReplyState.Spam,
            "trash" or "post-trashed" => ItemReplyState.Rejected,
            _ => ItemReplyState.Held,
        };

    private string? Field(string name) => Blank.ToNull(element.Child(name)?.Text());
}
