using AngleSharp.Dom;

namespace Sourceline.Formats.Markup;

/// <summary>A node met on the way through a tree.</summary>
/// <param name="Node">The node.</param>
/// <param name="IsEnd">Whether all below it has been met.</param>
/// <param name="Depth">How many nodes are above it, counted from the root.</param>
internal readonly record struct DomStep(INode Node, bool IsEnd, int Depth);

/// <summary>
/// Walks a tree without recursion, so that no nesting can exhaust the stack, and by the index of children: a node of AngleSharp's looks
/// for its next sibling among all of them, which takes quadratic time.
/// </summary>
internal static class DomWalk
{
    /// <summary>Every node below a root and the root itself, at its beginning and at its end.</summary>
    /// <param name="root">Where to begin.</param>
    /// <param name="isEntered">Whether to look below a node.</param>
    public static IEnumerable<DomStep> Below(INode root, Func<INode, bool>? isEntered = null)
    {
        var open = new Stack<(INode Node, int Next)>();
        open.Push((root, -1));
        while (open.TryPop(out var at))
        {
            if (at.Next < 0)
                yield return new DomStep(at.Node, false, open.Count);
            var next = Math.Max(0, at.Next);
            if (next < at.Node.ChildNodes.Length && (next > 0 || isEntered is null || isEntered(at.Node)))
            {
                open.Push((at.Node, next + 1));
                open.Push((at.Node.ChildNodes[next], -1));
            }
            else
            {
                yield return new DomStep(at.Node, true, open.Count);
            }
        }
    }
}
