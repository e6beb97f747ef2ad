using System.Text.RegularExpressions;

namespace Sourceline.Tests.Documents;

/// <summary>Links between documents, and citations of decisions in code, lead somewhere.</summary>
public sealed partial class LinkTests
{
    [Fact]
    public void Links_LeadToFilesAndHeadingsThatExist()
    {
        var broken =
            from document in Repository.Files(".md")
            from link in Link().Matches(Code().Replace(File.ReadAllText(document), ""))
            let target = link.Groups["target"].Value
            where !target.Contains("://", StringComparison.Ordinal) && !Exists(document, target)
            select $"{Path.GetRelativePath(Repository.Root, document)}: {target}";
        Assert.Empty(broken);
    }

    [Fact]
    public void Decisions_CitedInCode_Exist()
    {
        var folder = Path.Combine(Repository.Root, "docs/decisions");
        var decisions = Directory.EnumerateFiles(folder, "*.md").Select(path => Path.GetFileNameWithoutExtension(path)).ToList();
        var broken =
            from file in Repository.Files(".cs", ".cshtml", ".csproj", ".props", ".js", ".css", "")
            from citation in Citation().Matches(File.ReadAllText(file))
            let name = citation.Groups["name"].Value
            where !decisions.Exists(decision => name.Length == 4 ? decision.StartsWith(name, StringComparison.Ordinal) : decision == name)
            select $"{Path.GetRelativePath(Repository.Root, file)}: {citation.Value}";
        Assert.Empty(broken);
    }

    private static bool Exists(string document, string target)
    {
        var (path, heading) = target.Split('#') is [var before, var after] ? (before, after) : (target, "");
        var file = path.Length == 0 ? document : Path.GetFullPath(path, Path.GetDirectoryName(document)!);
        if (heading.Length == 0)
            return File.Exists(file) || Directory.Exists(file);
        return File.Exists(file) && File.ReadLines(file).Any(line => line.StartsWith('#') && Anchor(line) == heading);
    }

    /// <summary>The anchor that GitHub makes of a heading.</summary>
    private static string Anchor(string heading) =>
        string.Concat(
                heading
                    .TrimStart('#')
                    .Trim()
                    .ToLowerInvariant()
                    .Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_')
            )
            .Replace(' ', '-');

    [GeneratedRegex(@"\[[^\]]*\]\((?<target>[^)\s]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"^(    |```).*$|`[^`]*`", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"docs/decisions/(?<name>\d{4}[a-z0-9-]*)", RegexOptions.CultureInvariant)]
    private static partial Regex Citation();
}
