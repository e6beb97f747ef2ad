using Sourceline.Formats.Text;

namespace Sourceline.Formats.Feeds;

/// <summary>A feed's summary as a lead.</summary>
internal static class FeedLead
{
    /// <summary>Null where the summary only repeats how the body begins, as the summaries that systems cut by themselves do.</summary>
    public static string? Of(string? summary, string? bodyHtml)
    {
        var lead = HtmlText.Plain(summary);
        if (lead is null || bodyHtml is null)
            return lead;
        var body = HtmlText.Plain(bodyHtml) ?? "";
        var core = lead.TrimEnd(' ', '.', '…', '[', ']');
        return core.Length > 0 && body.StartsWith(core, StringComparison.OrdinalIgnoreCase) ? null : lead;
    }
}
