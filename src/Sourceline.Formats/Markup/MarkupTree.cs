namespace Sourceline.Formats.Markup;

/// <summary>Builds elements from tokens, and closes what the sender left open.</summary>
internal sealed class MarkupTree(MarkupScanner scanner, int maxChars)
{
    /// <summary>Deeper tags are dropped and their text is kept: no feed needs more, and what walks a tree may recurse.</summary>
    private const int MaxDepth = 200;

    /// <summary>Whether the element read last was whole in itself: every tag closed in order.</summary>
    public MarkupDamage Damage { get; private set; }

    /// <summary>Parses a whole text. The root is a nameless element around everything.</summary>
    /// <param name="text">The text.</param>
    /// <param name="marker">The characters with which the document in it begins; null where nothing stands before it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static MarkupElement Parse(string text, string? marker = null, CancellationToken cancellationToken = default)
    {
        var root = new MarkupElement("", "", null, 1);
        var scanner = new MarkupScanner(new StringReader(text), int.MaxValue, cancellationToken);
        scanner.SkipTo(marker);
        new MarkupTree(scanner, int.MaxValue).Fill(root, _ => false);
        return root;
    }

    /// <summary>Opens an element for a tag, below its parent's namespaces.</summary>
    public static MarkupElement Open(MarkupToken tag, MarkupElement? parent)
    {
        var declared = new Dictionary<string, string>();
        foreach (var (key, value) in tag.Attributes)
        {
            if (key == "xmlns")
                declared[""] = value;
            else if (key.StartsWith("xmlns:", StringComparison.Ordinal))
                declared[key[6..]] = value;
        }

        var name = KnownNamespaces.Canonical(tag.Value, prefix => declared.GetValueOrDefault(prefix) ?? LookUp(parent, prefix));
        return new MarkupElement(name, tag.Value, parent, tag.Line) { Attributes = tag.Attributes, Namespaces = declared };
    }

    /// <summary>Reads everything up to the end of an element that was just opened.</summary>
    /// <param name="root">The element to fill.</param>
    /// <param name="isSibling">Whether an opening tag means that the element should have ended before it.</param>
    /// <returns>The opening tag that stood in the way, if one did.</returns>
    public MarkupToken? Fill(MarkupElement root, Func<string, bool> isSibling)
    {
        Damage = MarkupDamage.None;
        var (current, depth, chars) = (root, 0, 0L);
        while (true)
        {
            var token = scanner.Next();
            if (token.Cut)
                Damage |= MarkupDamage.Mended;
            switch (token.Kind)
            {
                case MarkupTokenKind.End:
                    while (current != root)
                        current = CloseInto(current);
                    if (root.WrittenName.Length > 0)
                        Damage |= MarkupDamage.Unfinished;
                    return null;
                case MarkupTokenKind.Text or MarkupTokenKind.CData:
                    chars += token.Value.Length;
                    if (chars > maxChars)
                        Damage |= MarkupDamage.TooLarge;
                    else if (token.Value.Length > 0)
                        current.Add(token.Value);
                    break;
                case MarkupTokenKind.Open when isSibling(token.Value):
                    Damage |= MarkupDamage.Unfinished;
                    return token;
                case MarkupTokenKind.Open when depth >= MaxDepth || Damage.HasFlag(MarkupDamage.TooLarge):
                    break;
                case MarkupTokenKind.Open:
                    var element = Open(token, current);
                    chars += 64;
                    if (chars > maxChars)
                        Damage |= MarkupDamage.TooLarge;
                    current.Add(element);
                    if (!token.Empty)
                        (current, depth) = (element, depth + 1);
                    break;
                case MarkupTokenKind.Close when IsOpen(current, root, token.Value):
                    while (current != root)
                    {
                        var closed = current;
                        (current, depth) = (CloseInto(closed), depth - 1);
                        if (Is(closed, token.Value))
                            break;
                        Damage |= MarkupDamage.Mended;
                    }

                    break;
                case MarkupTokenKind.Close:
                    if (current != root || !Is(root, token.Value))
                        Damage |= MarkupDamage.Mended;
                    if (!Is(root, token.Value))
                        break;
                    while (current != root)
                        current = CloseInto(current);
                    return null;
            }
        }
    }

    /// <summary>An element that HTML knows as empty was never meant to hold what came after it.</summary>
    private static MarkupElement CloseInto(MarkupElement element)
    {
        if (VoidElements.Contains(element.LocalName))
            element.GiveContentTo(element.Parent!);
        return element.Parent!;
    }

    private static bool Is(MarkupElement element, string name) => element.WrittenName.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static bool IsOpen(MarkupElement current, MarkupElement root, string name)
    {
        for (var element = current; element is not null && element != root; element = element.Parent)
            if (Is(element, name))
                return true;
        return false;
    }

    private static string? LookUp(MarkupElement? element, string prefix)
    {
        for (; element is not null; element = element.Parent)
            if (element.Namespaces.TryGetValue(prefix, out var address))
                return address;
        return null;
    }
}

/// <summary>What was wrong with an element.</summary>
[Flags]
internal enum MarkupDamage
{
    None = 0,

    /// <summary>Tags did not close in order; all of its text is there.</summary>
    Mended = 1,

    /// <summary>The input ended, or the next item began, before its end.</summary>
    Unfinished = 2,

    /// <summary>It was over the limit; text is missing.</summary>
    TooLarge = 4,
}
