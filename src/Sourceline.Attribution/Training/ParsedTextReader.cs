using System.Globalization;
using Sourceline.Attribution.Pipeline.Syntax;

namespace Sourceline.Attribution.Training;

/// <summary>
/// Reads a parsed corpus: lines <c>#doc name</c>, <c>#sent</c>, <c>#coref mentions</c>, and a token a line in nine fields parted by tabs
/// (begin, end, word, lemma, part of speech, entity, normalised entity, head, relation).
/// </summary>
internal static class ParsedTextReader
{
    private const int Fields = 9;

    /// <param name="lines">The corpus.</param>
    /// <param name="texts">The text of each document by its name; documents without one are passed over.</param>
    /// <exception cref="InvalidDataException">A line is none of these.</exception>
    public static IEnumerable<ParsedText> Read(TextReader lines, IReadOnlyDictionary<string, string> texts)
    {
        string? name = null;
        List<ParsedToken[]> sentences = [];
        List<ParsedMention[]> chains = [];
        List<ParsedToken> tokens = [];
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            if (!line.StartsWith('#') || !IsHeading(line))
            {
                if (line.Length > 0)
                    tokens.Add(Token(line, number));
                continue;
            }

            if (tokens.Count > 0)
                sentences.Add([.. tokens]);
            tokens.Clear();
            if (line.StartsWith("#coref\t", StringComparison.Ordinal))
                chains.Add(Chain(line, number));
            if (!line.StartsWith("#doc\t", StringComparison.Ordinal))
                continue;
            if (name is not null && texts.TryGetValue(name, out var text))
                yield return new ParsedText(name, text, sentences, chains);
            (name, sentences, chains) = (line[5..], [], []);
        }

        if (tokens.Count > 0)
            sentences.Add([.. tokens]);
        if (name is not null && texts.TryGetValue(name, out var last))
            yield return new ParsedText(name, last, sentences, chains);
    }

    private static bool IsHeading(string line) =>
        line is "#sent" || line.StartsWith("#doc\t", StringComparison.Ordinal) || line.StartsWith("#coref\t", StringComparison.Ordinal);

    private static ParsedToken Token(string line, int number)
    {
        var fields = line.Split('\t');
        if (fields.Length != Fields)
            throw new InvalidDataException($"Line {number} of the parsed corpus has {fields.Length} fields, not {Fields}.");
        return new ParsedToken(
            Number(fields[0], number),
            Number(fields[1], number),
            PartsOfSpeech.Of(fields[4]),
            EntityTypes.Of(fields[5]),
            Number(fields[7], number),
            Relations.Of(fields[8])
        );
    }

    private static ParsedMention[] Chain(string line, int number) =>
        [.. line[7..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(m => Mention(m, number))];

    /// <summary>"2:17-18:mention", all numbers from 1.</summary>
    private static ParsedMention Mention(string mention, int number)
    {
        var parts = mention.Split(':', '-');
        if (parts.Length != 4)
            throw new InvalidDataException($"Line {number} of the parsed corpus has a mention that cannot be read.");
        return new ParsedMention(
            Number(parts[0], number) - 1,
            Number(parts[1], number) - 1,
            Number(parts[2], number) - 1,
            parts[3] == "representative"
        );
    }

    private static int Number(string field, int number) =>
        int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new InvalidDataException($"Line {number} of the parsed corpus has a field that is no number.");
}
