using System.ComponentModel.DataAnnotations;
using Sourceline.Attribution.Model;

namespace Sourceline.Data.Model;

/// <summary>Somebody or something named that can be cited. Unnamed sources have no row: two "senior diplomats" need not be the same.</summary>
public sealed class Source
{
    public long Id { get; set; }

    [MaxLength(300)]
    public required string Name { get; set; }

    public SourceKind Kind { get; set; }

    /// <summary>The address below <c>/source/</c>; unique.</summary>
    [MaxLength(160)]
    public required string Slug { get; set; }

    public List<SourceName> Names { get; } = [];
}

/// <summary>A name by which a source is known again, its own and its aliases.</summary>
public sealed class SourceName
{
    /// <summary>The name folded for comparison by <see cref="Folded"/>; unique.</summary>
    [MaxLength(300)]
    public required string Key { get; set; }

    [MaxLength(300)]
    public required string Name { get; set; }

    public long SourceId { get; set; }

    public Source? Source { get; set; }

    /// <summary>Folds case, spaces, typographic apostrophes, a leading article and a trailing possessive.</summary>
    public static string Folded(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        // U+FFFE is no character, and nothing that holds it can be normalised.
        var words = name.Replace('\ufffe', '\ufffd')
            .Normalize(System.Text.NormalizationForm.FormKC)
            .Replace('’', '\'')
            .ToLowerInvariant()
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var folded = string.Join(' ', words.Length > 1 && words[0] == "the" ? words[1..] : words);
        return folded.EndsWith("'s", StringComparison.Ordinal) ? folded[..^2] : folded;
    }
}
