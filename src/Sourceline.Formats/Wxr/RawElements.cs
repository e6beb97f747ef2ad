using System.Collections.Frozen;
using Sourceline.Formats.Markup;

namespace Sourceline.Formats.Wxr;

/// <summary>Elements in which white space and brackets have no meaning of WordPress's.</summary>
internal static class RawElements
{
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
        ["pre", "script", "style", "textarea", "svg"],
        StringComparer.OrdinalIgnoreCase
    );

    public static bool Contains(ReadOnlySpan<char> name) => Names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    /// <summary>The ranges of a text that lie inside such elements, tags included, in their order.</summary>
    /// <param name="html">The text.</param>
    /// <param name="alsoCode">Whether <c>code</c> counts too.</param>
    public static List<(int Start, int End)> Ranges(string html, bool alsoCode)
    {
        var (ranges, name, depth, start) = (new List<(int, int)>(), "", 0, 0);
        foreach (var tag in HtmlTags.Find(html))
        {
            if (depth == 0)
            {
                if (tag.Kind != HtmlTagKind.Open || tag.IsEmpty || !(Contains(tag.Name) || (alsoCode && tag.Is("code"))))
                    continue;
                (name, depth, start) = (tag.Name.ToString(), 1, tag.Start);
            }
            else if (tag.Is(name))
            {
                depth += tag.Kind == HtmlTagKind.Open ? 1 : -1;
                if (depth == 0)
                    ranges.Add((start, tag.End));
            }
        }

        if (depth > 0)
            ranges.Add((start, html.Length));
        return ranges;
    }
}
