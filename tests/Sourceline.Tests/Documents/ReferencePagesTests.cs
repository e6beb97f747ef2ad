using System.Collections;
using System.CommandLine;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Sourceline.Settings;

namespace Sourceline.Tests.Documents;

/// <summary>Pages that list settings, metrics, commands and options list all of them, with their defaults.</summary>
public sealed partial class ReferencePagesTests
{
    /// <summary>Defaults that the page gives in words, because another value stands for them.</summary>
    private static readonly Dictionary<string, string> InWords = new(StringComparer.Ordinal)
    {
        ["KeyFolder"] = "`keys` in the data folder",
        ["Site:BaseUrl"] = "the first URL of `--urls`",
    };

    public static TheoryData<string> Verbs => [.. Program.Root().Subcommands.Select(command => command.Name)];

    [Fact]
    public void Settings_AreListedWithTheirDefaults()
    {
        var page = Repository.Read("docs/settings.md");
        var listed = Row()
            .Matches(page)
            .ToDictionary(row => row.Groups["name"].Value, row => row.Groups["default"].Value, StringComparer.Ordinal);
        var defaults = Leaves(new SourcelineOptions(), "").ToDictionary(leaf => leaf.Name, leaf => leaf.Default, StringComparer.Ordinal);
        Assert.Equal(defaults.Keys.Order(StringComparer.Ordinal), listed.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, value) in defaults)
            Assert.Equal($"{name}: {value}", $"{name}: {listed[name]}");
    }

    [Fact]
    public void Metrics_AreListed()
    {
        var names = Repository
            .Files(".cs")
            .Where(file => file.Contains("/src/", StringComparison.Ordinal))
            .SelectMany(file => Metric().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["name"].Value)
            .ToHashSet();
        var listed = Row()
            .Matches(Repository.Read("docs/operating.md"))
            .Select(row => row.Groups["name"].Value)
            .Where(name => name.StartsWith("sourceline.", StringComparison.Ordinal));
        Assert.NotEmpty(names);
        Assert.Equal(names.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Verb_StandsInThePageOnOperating(string verb) =>
        Assert.Contains(Repository.Read("docs/operating.md").Split('\n'), line => Regex.IsMatch(line, $@"^\|[^|]*`{verb}[ `]"));

    [Theory]
    [InlineData("import", "docs/import.md")]
    [InlineData("export", "docs/import.md")]
    [InlineData("attribute", "docs/attribution-model.md")]
    [InlineData("act", "docs/operating.md")]
    public void Options_OfAVerb_StandOnItsPage(string verb, string page)
    {
        var text = Repository.Read(page);
        var command = Program.Root().Subcommands.Single(one => one.Name == verb);
        // These are the options that every command has.
        var common = Program.Root().Subcommands.Single(one => one.Name == "check").Options.Select(option => option.Name);
        Assert.DoesNotContain(command.Options.Select(option => option.Name).Except(common), name =>
            !text.Contains(name, StringComparison.Ordinal)
        );
    }

    private static IEnumerable<(string Name, string Default)> Leaves(object options, string prefix)
    {
        foreach (var property in options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var (name, value) = (prefix + property.Name, property.GetValue(options));
            if (InWords.TryGetValue(name, out var words))
                yield return (name, words);
            else if (value is IList)
                yield return ($"{name}:0", "none");
            else if (value is null)
                yield return (name, "none");
            else if (property.PropertyType.Namespace == typeof(SourcelineOptions).Namespace && !property.PropertyType.IsEnum)
                foreach (var leaf in Leaves(value, $"{name}:"))
                    yield return leaf;
            else
                yield return (name, $"`{Text(value)}`");
        }
    }

    private static string Text(object value) =>
        value is bool truth ? (truth ? "true" : "false") : Convert.ToString(value, CultureInfo.InvariantCulture)!;

    [GeneratedRegex(@"^\| `(?<name>[^`]+)`[^|]* \| (?<default>[^|]*?) \|", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Row();

    [GeneratedRegex(@"""(?<name>sourceline\.[a-z.]+\.[a-z]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Metric();
}
