using System.Text.Json;
using Sourceline.Attribution.Model;

namespace Sourceline.Attribution.Training;

/// <summary>
/// Reads annotated documents from JSON Lines:
/// <c>{"doc", "text", "excluded": [[start, end]], "attributions": [{"source": [[start, end]], "cue": [...], "content": [...]}]}</c>.
/// Offsets in the file count Unicode code points, end exclusive.
/// </summary>
public static class CorpusReader
{
    /// <summary>Reads documents one by one.</summary>
    /// <param name="lines">JSON Lines; empty lines are passed over.</param>
    /// <exception cref="FormatException">A line is no annotated document; the message has its number and what is wrong with it.</exception>
    public static IEnumerable<AnnotatedDocument> Read(TextReader lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return Documents(lines);
    }

    private static IEnumerable<AnnotatedDocument> Documents(TextReader lines)
    {
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
                yield return Document(line, number);
        }
    }

    private static AnnotatedDocument Document(string line, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var text = root.GetProperty("text").GetString() ?? throw new FormatException("\"text\" is null");
            var units = new CodeUnits(text);
            var attributions = root.GetProperty("attributions")
                .EnumerateArray()
                .Select(a => new AnnotatedAttribution(Spans(a, "source", units), Spans(a, "cue", units), Spans(a, "content", units)))
                .Where(a => a.Content.Count > 0)
                .ToList();
            return new AnnotatedDocument(root.GetProperty("doc").ToString(), text, attributions, Spans(root, "excluded", units));
        }
        catch (Exception e)
            when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentOutOfRangeException)
        {
            throw new FormatException(FormattableString.Invariant($"line {number} is no annotated document: {e.Message}"), e);
        }
    }

    private static List<TextSpan> Spans(JsonElement parent, string role, CodeUnits units)
    {
        if (!parent.TryGetProperty(role, out var pieces))
            return [];
        var spans = new List<TextSpan>();
        foreach (var piece in pieces.EnumerateArray())
        {
            if (piece.GetArrayLength() != 2)
                throw new FormatException($"a span of \"{role}\" must be [start, end]");
            var span = new TextSpan(units.At(piece[0].GetInt32()), units.At(piece[1].GetInt32()));
            if (span.Length <= 0)
                throw new FormatException($"a span of \"{role}\" is empty");
            spans.Add(span);
        }

        spans.Sort();
        return spans;
    }

    /// <summary>Turns offsets in code points into offsets in UTF-16 code units.</summary>
    private sealed class CodeUnits
    {
        private readonly int[] _units;

        public CodeUnits(string text)
        {
            var units = new List<int>(text.Length + 1);
            for (var i = 0; i < text.Length; i += i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]) ? 2 : 1)
                units.Add(i);
            units.Add(text.Length);
            _units = [.. units];
        }

        public int At(int point) =>
            point >= 0 && point < _units.Length
                ? _units[point]
                : throw new FormatException(FormattableString.Invariant($"offset {point} does not lie within the text"));
    }
}
