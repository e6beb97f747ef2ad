using Sourceline.Formats.Markup;

namespace Sourceline.Formats.Feeds;

/// <summary>The address that relative ones at an element are meant from (XML Base, section 4).</summary>
internal static class FeedBase
{
    public static Uri? Of(MarkupElement element, Uri? document)
    {
        var bases = new Stack<string>();
        for (var at = element; at is not null; at = at.Parent)
            if (at.Attribute("xml:base") is { } written)
                bases.Push(written.Trim());
        var current = document;
        while (bases.TryPop(out var next))
        {
            if (current is not null && Uri.TryCreate(current, next, out var joined))
                current = joined;
            else if (current is null && Uri.TryCreate(next, UriKind.Absolute, out var absolute) && !absolute.IsFile)
                current = absolute;
        }

        return current;
    }
}
