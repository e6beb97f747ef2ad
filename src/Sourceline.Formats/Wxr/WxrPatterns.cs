namespace Sourceline.Formats.Wxr;

/// <summary>The synced patterns of an export: pieces of text that several posts show. They are items of their own.</summary>
internal sealed class WxrPatterns
{
    /// <summary>Memory stays bounded; further ones are reported as missing where they are used.</summary>
    private const int MaxChars = 16 * 1024 * 1024;

    private readonly Dictionary<string, string> _contents = [];
    private long _chars;

    public void Add(string id, string? content)
    {
        if (content is null || _chars + content.Length > MaxChars || !_contents.TryAdd(id, content))
            return;
        _chars += content.Length;
    }

    public string? Find(string id) => _contents.GetValueOrDefault(id);
}
