using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Sourceline.Formats.SavedPage;

namespace Sourceline.Formats.Detection;

/// <summary>Tells text that is written for machines: programs, settings, tables, logs. A line of theirs may look like a label.</summary>
internal static class OtherText
{
    private const int LinesToLookAt = 200;
    private const int LongestLine = 1000;
    private const string Program = "a program or its settings";

    private static readonly FrozenSet<string> ProgramEndings = FrozenSet.ToFrozenSet(
        [
            ".c",
            ".cc",
            ".cpp",
            ".cs",
            ".cshtml",
            ".css",
            ".go",
            ".h",
            ".ini",
            ".java",
            ".js",
            ".jsx",
            ".kt",
            ".less",
            ".mjs",
            ".php",
            ".pl",
            ".ps1",
            ".py",
            ".rb",
            ".rs",
            ".scss",
            ".sh",
            ".sql",
            ".swift",
            ".toml",
            ".ts",
            ".tsx",
            ".vb",
            ".yaml",
            ".yml",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>How documents of other kinds begin.</summary>
    private static readonly (string Start, string Description)[] Starts =
    [
        ("BEGIN:VCARD", "an address card (vCard)"),
        ("BEGIN:VCALENDAR", "a calendar (iCalendar)"),
        ("-----BEGIN ", "a key or an encrypted message"),
        ("WEBVTT", "subtitles"),
        ("\\documentclass", "a LaTeX document"),
        ("\\begin{", "a LaTeX document"),
        ("diff --git ", "a list of changes to files"),
        ("#EXTM3U", "a playlist"),
        ("%YAML", Program),
        ("---\n", "a text with settings in front of it (front matter)"),
        ("---\r\n", "a text with settings in front of it (front matter)"),
        ("+++\n", "a text with settings in front of it (front matter)"),
    ];

    /// <summary>How documents begin that a text may quote; a story has no reason to.</summary>
    private static readonly string[] Markup = ["<?xml ", "<!doctype ", "<html", "<rss ", "<feed "];

    private static readonly Regex CodeLine = Pattern(
        @"[{};]\s*$|[\])}],\s*$|^\s*(?://|/\*|\*/|#include\b|#!|<\?php|using\s[\w.]+;|import\s|from\s\S+\simport\s|package\s|namespace\s|def\s\w+\("
            + @"|class\s\w+|function\s|const\s\w+\s*=|let\s\w+\s*=|var\s\w+\s*=|return\b.*[;)]|export\s)"
    );

    private static readonly Regex SettingLine = Pattern(
        @"^\s*(?:-\s+)?(?:[""'a-z_][\w.""'-]*\s*(?::(?:\s|$)|=)|[\w.]+\s?=)|^\s*\[[\w. -]+\]\s*$|^---\s*$"
    );

    private static readonly Regex LogLine = Pattern(
        @"^\s*\[?(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\d\d:\d\d:\d\d\b|[A-Z][a-z]{2}\s+\d{1,2}\s\d\d:\d\d:\d\d|(?:\d{1,3}\.){3}\d{1,3}\s"
            + @"|(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\b)"
    );

    private static readonly Regex SubtitleTime = Pattern(@"^\d{1,2}:\d\d:\d\d[,.]\d{3} --> ");

    /// <summary>What the text is, with its article; null where it may be one that people read.</summary>
    /// <param name="head">The beginning of the text.</param>
    /// <param name="name">A path or a URL.</param>
    public static string? Describe(string head, string name)
    {
        if (ProgramEndings.Contains(Path.GetExtension(name.Split('?', '#')[0])))
            return Program;
        var start = head.TrimStart('\ufeff', ' ', '\t', '\r', '\n');
        foreach (var (sought, description) in Starts)
            if (start.StartsWith(sought, StringComparison.Ordinal))
                return description;
        if (Array.Exists(Markup, sought => head.Contains(sought, StringComparison.OrdinalIgnoreCase)))
            return "a text with markup in it";
        var lines = head.Split('\n', LinesToLookAt + 1)
            .Take(LinesToLookAt)
            .Where(line => !string.IsNullOrWhiteSpace(line))
            .Select(line => line.Length > LongestLine ? line[..LongestLine] : line)
            .ToList();
        return lines.Count < 2 ? (lines is [var only] && IsCode(only) ? Program : null) : OfLines(lines);
    }

    private static string? OfLines(List<string> lines)
    {
        if (lines.Take(4).Any(line => SubtitleTime.IsMatch(line)))
            return "subtitles";
        if (Share(lines, CodeLine.IsMatch) >= 0.25)
            return Program;
        if (Share(lines, line => SettingLine.IsMatch(line) && !PageLabel.TryRead(line, out _)) >= 0.5)
            return Program;
        if (lines.Count >= 3 && Share(lines, LogLine.IsMatch) >= 0.6)
            return "a log";
        return IsTable(lines) ? "a table" : null;
    }

    private static bool IsCode(string line) => CodeLine.IsMatch(line) && !PageLabel.TryRead(line, out _);

    private static double Share(List<string> lines, Func<string, bool> isOne) => (double)lines.Count(isOne) / lines.Count;

    /// <summary>Every line has the same number of cells; a cut head may end inside one.</summary>
    private static bool IsTable(List<string> lines) =>
        lines.Count >= 3 && (HasColumns(lines, '\t', 1) || HasColumns(lines, ';', 1) || HasColumns(lines, ',', 2));

    private static bool HasColumns(List<string> lines, char separator, int least)
    {
        var expected = lines[0].Count(c => c == separator);
        return expected >= least && Share(lines, line => line.Count(c => c == separator) == expected) >= 0.8;
    }

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
