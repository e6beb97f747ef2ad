using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Sourceline.Formats.Tests.Support;

/// <summary>Results as text that a person can check line by line.</summary>
internal static class Described
{
    public static string Results(IEnumerable<ReadResult> results)
    {
        var text = new StringBuilder();
        foreach (var result in results)
            Append(text, result);
        return text.ToString();
    }

    /// <summary>Each line cut after its first words, for material that is not the repository's own.</summary>
    public static string Shortened(string text) =>
        string.Join('\n', text.Split('\n').Select(line => line.Length <= 60 ? line : $"{line[..60]}... ({line.Length} characters)"));

    private static void Append(StringBuilder text, ReadResult result)
    {
        switch (result)
        {
            case DocumentFound found:
                Line(text, "document", $"{found.Format}, origin {found.Origin ?? "none"}, title {found.Title ?? "none"}");
                break;
            case ProblemFound problem:
                text.Append('\n');
                Line(
                    text,
                    "problem",
                    $"{problem.Severity} {At(problem.Position)}{(problem.ItemId is { } id ? $" id {id}" : "")}: {problem.Reason}"
                );
                break;
            case ItemRead read:
                text.Append('\n');
                Line(text, "item", $"{At(read.Position)}{(read.Raw.IsEmpty ? "" : $", {read.Raw.Length} raw bytes")}");
                Append(text, read.Item);
                break;
        }
    }

    private static void Append(StringBuilder text, NewsItem item)
    {
        foreach (var property in typeof(NewsItem).GetProperties().OrderBy(p => p.MetadataToken))
        {
            var value = property.GetValue(item);
            if (value is ImmutableArray<ItemReply> replies)
                foreach (var reply in replies)
                    Append(text, reply);
            else if (value is ImmutableArray<ItemAttachment> files)
                foreach (var file in files)
                    Line(text, "  file", Print(file));
            else if (Shown(value) is { Length: > 0 } shown)
                Line(text, "  " + property.Name, shown);
        }
    }

    private static void Append(StringBuilder text, ItemReply reply) =>
        Line(
            text,
            "  reply",
            $"{reply.Id} to {reply.ParentId ?? "story"}, {reply.State}, {reply.Name}, e-mail {(reply.Email is null ? "none" : "kept")}, {Shown(reply.Written)}: {reply.Body}"
        );

    private static string Print(ItemAttachment file) =>
        $"{file.Url} {file.Role} id {file.Id ?? "none"} of {file.ParentId ?? "none"} {file.MediaType} | {file.Caption} | {file.AltText}";

    private static string Shown(object? value) =>
        value switch
        {
            null or false => "",
            DateTimeOffset date => date.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture),
            ImmutableArray<string> names => string.Join(" | ", names),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };

    private static string At(Position position) => $"at line {position.Line}, item {position.Item}";

    private static void Line(StringBuilder text, string label, string value) =>
        text.Append(label)
            .Append(": ")
            .Append(value.ReplaceLineEndings("\n").Replace("\n", "\n    ", StringComparison.Ordinal))
            .Append('\n');
}
