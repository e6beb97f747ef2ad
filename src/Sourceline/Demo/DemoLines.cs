using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sourceline.Demo;

/// <summary>A line of <c>acts.jsonl</c>.</summary>
internal sealed record DemoAct(long Number, string? Act, string? Stage, string? At, string? Note, string? Find, string? Replace);

/// <summary>A line of <c>replies.jsonl</c>.</summary>
internal sealed record DemoReply(long Number, string Name, string Email, string Body, string At, string State, int? Parent);

/// <summary>The demo's files, which travel inside the program.</summary>
internal static class DemoLines
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static Stream Open(string file) =>
        typeof(DemoLines).Assembly.GetManifestResourceStream($"Sourceline.Demo.{file}")
        ?? throw new InvalidOperationException($"The program was built without {file}.");

    public static List<T> Read<T>(string file)
    {
        using var reader = new StreamReader(Open(file));
        var lines = new List<T>();
        while (reader.ReadLine() is { } line)
            if (line.Length > 0)
                lines.Add(JsonSerializer.Deserialize<T>(line, Json)!);
        return lines;
    }
}
