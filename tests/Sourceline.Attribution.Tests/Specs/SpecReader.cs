using System.Globalization;
using System.Text;

namespace Sourceline.Attribution.Tests.Specs;

/// <summary>Reads the format that Specs/README.md explains.</summary>
internal static class SpecReader
{
    public static IEnumerable<Spec> ReadAll(string folder = "Specs") =>
        Directory
            .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, folder), "*.md")
            .Where(f => Path.GetFileName(f) != "README.md")
            .Order(StringComparer.Ordinal)
            .SelectMany(Read);

    private static IEnumerable<Spec> Read(string path)
    {
        var file = Path.GetFileNameWithoutExtension(path);
        var sections = File.ReadAllText(path).Split("\n## ").Skip(1);
        return sections.Select(s => Section(file, s.Split('\n')));
    }

    private static Spec Section(string file, string[] lines)
    {
        var text = new StringBuilder();
        DateOnly? published = null;
        string? language = null;
        var statements = new List<SpecStatement>();
        var answers = new List<string>();
        foreach (var line in lines.Skip(1).Select(l => l.TrimEnd()))
        {
            if (line.StartsWith('>'))
                text.Append(line.Length > 2 ? line[2..] : "").Append('\n');
            else if (line.StartsWith("! ", StringComparison.Ordinal))
                answers.Add(line[2..]);
            else if (line.StartsWith("- ", StringComparison.Ordinal))
                statements.Add(new SpecStatement(line[2..], new List<string>()));
            else if (line.StartsWith("  - ", StringComparison.Ordinal))
                ((List<string>)statements[^1].Details).Add(line[4..]);
            else if (line.StartsWith("Published: ", StringComparison.Ordinal))
                published = DateOnly.ParseExact(line["Published: ".Length..], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            else if (line.StartsWith("Language: ", StringComparison.Ordinal))
                language = line["Language: ".Length..];
        }

        if (statements is [{ Line: "nothing" }])
            statements.Clear();
        else if (statements.Count == 0)
            throw new InvalidDataException($"{file}: '{lines[0]}' expects neither statements nor \"nothing\"");
        return new Spec(file, lines[0].Trim(), text.ToString().TrimEnd('\n'), published, language, statements)
        {
            Answers = answers.Count > 0 ? answers : null,
        };
    }
}
