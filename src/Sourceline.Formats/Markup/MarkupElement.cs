using System.Text;

namespace Sourceline.Formats.Markup;

/// <summary>An element, with its name in the spelling that the readers use whatever prefix the sender chose ("dc:creator").</summary>
internal sealed class MarkupElement(string name, string writtenName, MarkupElement? parent, long line)
{
    private readonly List<object> _children = [];

    public string Name { get; } = name;

    /// <summary>The name as it was written, prefix and all.</summary>
    public string WrittenName { get; } = writtenName;

    public string LocalName => Name[(Name.IndexOf(':', StringComparison.Ordinal) + 1)..];

    public MarkupElement? Parent { get; } = parent;

    public long Line { get; } = line;

    public IReadOnlyList<KeyValuePair<string, string>> Attributes { get; init; } = [];

    /// <summary>Prefixes declared here; the empty prefix is the default namespace.</summary>
    public IReadOnlyDictionary<string, string> Namespaces { get; init; } = NoNamespaces;

    private static IReadOnlyDictionary<string, string> NoNamespaces { get; } = new Dictionary<string, string>();

    /// <summary>Elements and strings in their order.</summary>
    public IReadOnlyList<object> Nodes => _children;

    public IEnumerable<MarkupElement> Elements => _children.OfType<MarkupElement>();

    public void Add(object node) => _children.Add(node);

    /// <summary>Moves all content out, for an element that should have been empty.</summary>
    public void GiveContentTo(MarkupElement other)
    {
        foreach (var child in _children)
            other.Add(child);
        _children.Clear();
    }

    public string? Attribute(string name)
    {
        foreach (var (key, value) in Attributes)
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
                return value;
        return null;
    }

    public MarkupElement? Child(string name) => Elements.FirstOrDefault(e => e.Is(name));

    public IEnumerable<MarkupElement> ChildrenNamed(string name) => Elements.Where(e => e.Is(name));

    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>All elements below, in document order. Without recursion: input may nest as deep as it likes.</summary>
    public IEnumerable<MarkupElement> Descendants()
    {
        var open = new Stack<MarkupElement>(Elements.Reverse());
        while (open.TryPop(out var element))
        {
            yield return element;
            foreach (var child in element.Elements.Reverse())
                open.Push(child);
        }
    }

    /// <summary>The text of this element and all below it.</summary>
    public string Text()
    {
        if (_children is [string only])
            return only;
        var text = new StringBuilder();
        MarkupWriter.AppendText(text, this);
        return text.ToString();
    }

    /// <summary>What is inside, as markup: text escaped, elements in HTML's writing without prefixes.</summary>
    public string InnerMarkup()
    {
        var markup = new StringBuilder();
        MarkupWriter.AppendInner(markup, this);
        return markup.ToString();
    }

    public override string ToString() => $"<{WrittenName}> line {Line}";
}
