using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Sourceline.Localization;

/// <summary>
/// The words of one language by their keys. They come from files named <c>Area.language.po</c>, one for each part of the product, which are
/// embedded in the program. English has every key. A language has every key too; a region of one (<c>fa-AF</c>) only those that differ.
/// </summary>
internal sealed partial class Catalogue
{
    /// <summary>The language that has every key; what other languages are compared with.</summary>
    public const string Source = "en";

    private const string Folder = "Localization.Catalogues.";

    private static readonly Assembly Product = typeof(Catalogue).Assembly;

    private readonly FrozenDictionary<string, Entry> _entries;

    private Catalogue(string language, FrozenDictionary<string, Entry> entries)
    {
        (Language, _entries) = (language, entries);
        Plurals = PluralRule.Of(Base(language))!;
    }

    /// <summary>The language of the words, such as <c>fa-AF</c>: the one asked for, the one that it is a region of, or English.</summary>
    public string Language { get; }

    public PluralRule Plurals { get; }

    public IEnumerable<string> Keys => _entries.Keys;

    /// <summary>The languages that have catalogues of their own, regions included, in alphabetical order.</summary>
    public static IReadOnlyList<string> Languages { get; } =
    [.. Files().Select(file => file.Split('.')[1]).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The catalogue for a site in a language.</summary>
    /// <param name="language">A BCP 47 tag.</param>
    /// <exception cref="CatalogueException">The files have mistakes.</exception>
    public static Catalogue For(string language)
    {
        var chain = Chain(language);
        var errors = new List<CatalogueError>();
        var files = new List<PoFile>();
        foreach (var name in Files().Where(name => name.Split('.')[1] == Source || chain.Contains(name.Split('.')[1])))
        {
            using var stream = Product.GetManifestResourceStream(Folder + name)!;
            using var reader = new StreamReader(stream);
            files.Add(PoFile.Read(name, reader, errors));
        }
        var entries = Merge(files, [Source, .. chain], errors);
        return errors.Count == 0 ? new(chain.LastOrDefault(Source), entries.ToFrozenDictionary()) : throw new CatalogueException(errors);
    }

    /// <summary>The mistakes of a set of files: of each alone, and of one beside another.</summary>
    /// <param name="texts">File names with their texts; English must be among them.</param>
    public static IReadOnlyList<CatalogueError> Check(IEnumerable<(string Name, string Text)> texts)
    {
        var errors = new List<CatalogueError>();
        var files = texts.Select(file => PoFile.Read(file.Name, new StringReader(file.Text), errors)).ToList();
        var languages = files.Select(file => file.Language).Distinct().Order(StringComparer.Ordinal).ToList();
        Merge(files, [Source, .. languages.Where(language => language != Source)], errors);
        return [.. errors.Distinct().OrderBy(error => error.File, StringComparer.Ordinal).ThenBy(error => error.Line)];
    }

    /// <summary>The product's own files.</summary>
    public static IEnumerable<(string Name, string Text)> Texts()
    {
        foreach (var name in Files())
        {
            using var reader = new StreamReader(Product.GetManifestResourceStream(Folder + name)!);
            yield return (name, reader.ReadToEnd());
        }
    }

    public bool TryFind(string key, [MaybeNullWhen(false)] out Entry entry) => _entries.TryGetValue(key, out entry);

    /// <summary>The language without its region.</summary>
    public static string Base(string language) => language.Split('-')[0];

    /// <summary>The catalogues that a language is made of, from the general to the special: <c>fa</c>, <c>fa-AF</c>. Empty where there are none.</summary>
    private static List<string> Chain(string language)
    {
        var parts = language.Split('-');
        return
        [
            .. Enumerable
                .Range(1, parts.Length)
                .Select(count => string.Join('-', parts[..count]))
                .Select(tag => Languages.FirstOrDefault(known => known.Equals(tag, StringComparison.OrdinalIgnoreCase)))
                .OfType<string>(),
        ];
    }

    private static IEnumerable<string> Files() =>
        Product
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..]);

    /// <summary>Lays one language over another and compares each with English.</summary>
    private static Dictionary<string, Entry> Merge(
        IReadOnlyList<PoFile> files,
        IReadOnlyList<string> languages,
        List<CatalogueError> errors
    )
    {
        var merged = new Dictionary<string, Entry>(StringComparer.Ordinal);
        var english = new Dictionary<string, Entry>(StringComparer.Ordinal);
        var areas = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var language in languages)
        {
            var own = new Dictionary<string, Entry>(StringComparer.Ordinal);
            foreach (var file in files.Where(file => file.Language == language))
            {
                foreach (var entry in file.Entries)
                    Add(file, entry);
                if (language != Source && !language.Contains('-', StringComparison.Ordinal))
                    Missing(file);
            }
            if (language == Source)
                english = own;
            foreach (var (key, entry) in own)
                merged[key] = entry;

            void Add(PoFile file, Entry entry)
            {
                if (own.TryGetValue(entry.Key, out var other))
                    Wrong(file, entry, $"'{entry.Key}' is in {other.File}({other.Line}) too.");
                else
                    own.Add(entry.Key, entry);
                var group = entry.Key.Split('.')[0];
                if (areas.TryAdd(group, file.Area) || areas[group] == file.Area)
                {
                    if (language != Source)
                        Compare(file, entry);
                }
                else
                {
                    Wrong(file, entry, $"Keys that begin with '{group}' belong in {areas[group]}.{language}.po.");
                }
            }

            void Compare(PoFile file, Entry entry)
            {
                if (!english.TryGetValue(entry.Key, out var source))
                    Wrong(file, entry, $"'{entry.Key}' is not in the English catalogue.");
                else if (source.IsPlural != entry.IsPlural)
                    Wrong(file, entry, $"'{entry.Key}' has plural forms in one of this and {source.File}({source.Line}) only.");
                else if (!source.Placeholders.SequenceEqual(entry.Placeholders))
                    Wrong(
                        file,
                        entry,
                        $"'{entry.Key}' has the placeholders [{Words(entry)}], but [{Words(source)}] in {source.File}({source.Line})."
                    );
            }

            void Missing(PoFile file)
            {
                foreach (
                    var source in english.Values.Where(source => source.File == $"{file.Area}.{Source}.po" && !own.ContainsKey(source.Key))
                )
                    errors.Add(new(file.Name, 1, $"'{source.Key}' is missing; it is in {source.File}({source.Line})."));
            }
        }
        MissingFiles(files, languages, errors);
        return merged;

        void Wrong(PoFile file, Entry entry, string message) => errors.Add(new(file.Name, entry.Line, message));

        static string Words(Entry entry) => string.Join(", ", entry.Placeholders);
    }

    private static void MissingFiles(IReadOnlyList<PoFile> files, IReadOnlyList<string> languages, List<CatalogueError> errors)
    {
        foreach (var area in files.Where(file => file.Language == Source).Select(file => file.Area))
        {
            foreach (var language in languages.Where(language => !language.Contains('-', StringComparison.Ordinal)))
            {
                if (!files.Any(file => file.Area == area && file.Language == language))
                    errors.Add(new($"{area}.{language}.po", 1, "This file is missing."));
            }
        }
    }

    /// <summary>A key with its words.</summary>
    /// <param name="Key">The key.</param>
    /// <param name="File">Which file it is in.</param>
    /// <param name="Line">Where, from 1.</param>
    /// <param name="Forms">One text, or one for each plural form.</param>
    /// <param name="IsPlural">Whether it has plural forms.</param>
    /// <param name="Placeholders">All that it has, in order.</param>
    internal sealed record Entry(
        string Key,
        string File,
        int Line,
        IReadOnlyList<Message> Forms,
        bool IsPlural,
        IReadOnlyList<string> Placeholders
    );

    [GeneratedRegex(@"^[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$")]
    internal static partial Regex KeyPattern();
}
