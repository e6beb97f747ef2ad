using System.Text.RegularExpressions;
using Sourceline.Formats.SavedPage;

namespace Sourceline.Formats.Detection;

/// <summary>Tells text that is written for machines: programs, settings, tables, logs. A line of theirs may look like a label.</summary>
internal static partial class OtherText
{
    private const int LinesToLookAt = 200;

    private static readonly HashSet<string> Endings = new(
        [
            ".c", ".cc", ".cpp", ".cs", ".cshtml", ".css", ".csv", ".go", ".h", ".ini", ".java", ".js", ".jsx", ".kt", ".less", ".log", ".mjs", ".php", ".pl", ".ps1", ".py", ".rb",
            ".rs", ".scss", ".sh", ".sql", ".swift", ".toml", ".ts", ".tsv", ".tsx", ".vb", ".yaml", ".yml",
        ], StringComparer.OrdinalIgnoreCase);

    public static bool Is(string head, string name)
    {
        if (Endings.Contains(Ending(name))) return true;
        var lines = head.Split('\n', LinesToLookAt + 1).Take(LinesToLookAt).Where(line => !string.IsNullOrWhiteSpace(line)).ToList();
        if (lines.Count < 2) return lines is [var only] && CodeLine().IsMatch(only) && !PageLabel.TryRead(only, out _);
        return Share(lines, CodeLine().IsMatch) >= 0.25
            || Share(lines, line => SettingLine().IsMatch(line) && !PageLabel.TryRead(line, out _)) >= 0.5
            || (lines.Count >= 3 && Share(lines, LogLine().IsMatch) >= 0.6)
            || IsTable(lines);
    }

    /// <summary>The name may be a path or an address.</summary>
    private static string Ending(string name) => Path.GetExtension(name.Split('?', '#')[0]);

    private static double Share(List<string> lines, Func<string, bool> isOne) => (double)lines.Count(isOne) / lines.Count;

    /// <summary>Every line has the same number of cells; a cut head may end inside one.</summary>
    private static bool IsTable(List<string> lines) => lines.Count >= 3 && (HasColumns(lines, '\t', 1) || HasColumns(lines, ';', 1) || HasColumns(lines, ',', 2));

    private static bool HasColumns(List<string> lines, char separator, int least)
    {
        var expected = lines[0].Count(c => c == separator);
        return expected >= least && Share(lines, line => line.Count(c => c == separator) == expected) >= 0.8;
    }

    [GeneratedRegex(@"[{};]\s*$|[\])}],\s*$|^\s*(?://|/\*|\*/|#include\b|#!|<\?php|using\s[\w.]+;|import\s|from\s\S+\simport\s|package\s|namespace\s|def\s\w+\(|class\s\w+|function\s|const\s\w+\s*=|let\s\w+\s*=|var\s\w+\s*=|return\b.*[;)]|export\s)", RegexOptions.CultureInvariant)]
    private static partial Regex CodeLine();

    [GeneratedRegex(@"^\s*(?:-\s+)?(?:[""'a-z_][\w.""'-]*\s*(?::(?:\s|$)|=)|[\w.]+\s?=)|^\s*\[[\w. -]+\]\s*$|^---\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex SettingLine();

    [GeneratedRegex(@"^\s*\[?(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\d\d:\d\d:\d\d\b|[A-Z][a-z]{2}\s+\d{1,2}\s\d\d:\d\d:\d\d|(?:\d{1,3}\.){3}\d{1,3}\s|(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex LogLine();
}
