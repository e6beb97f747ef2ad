using System.Text;
using System.Text.Json;
using Sourceline.Attribution.Training;

namespace Sourceline.Attribution.Tests.Training;

/// <summary>An annotated corpus of our own with its parsed layer, as text: small enough to learn by heart.</summary>
internal static class SmallAnnotated
{
    private static readonly string[] Names = ["Brand", "Aasen", "Lind", "Tarn", "Holm", "Berg", "Dahl", "Eide"];
    private static readonly string[] Things = ["pier", "dam", "bridge", "mill", "ferry", "mine", "tower", "canal"];

    /// <summary>"The dam voiced ..." is no cue that the rules know, so that it must be learned.</summary>
    public const string Cue = "burbled";

    public static string Gold { get; } = string.Concat(Enumerable.Range(0, 8).Select(GoldLine));

    public static string Parsed { get; } = string.Concat(Enumerable.Range(0, 8).Select(ParsedText));

    /// <summary>A model that was trained on it.</summary>
    public static byte[] Trained { get; } = Train(1);

    public static byte[] Train(ulong seed)
    {
        using var stream = new MemoryStream();
        AttributionTrainer.Train(new StringReader(Gold), new StringReader(Parsed), seed, stream);
        return stream.ToArray();
    }

    public static string Text(int i) => $"{Names[i % 8]} {Cue} that the {Things[i % 8]} leaks. The {Things[(i + 3) % 8]} is old.";

    private static string GoldLine(int i)
    {
        var text = Text(i);
        int[][] Span(string words) =>
            [
                [text.IndexOf(words, StringComparison.Ordinal), text.IndexOf(words, StringComparison.Ordinal) + words.Length],
            ];
        var line = new
        {
            doc = $"d{i}",
            text,
            attributions = new[]
            {
                new
                {
                    source = Span(Names[i % 8]),
                    cue = Span(Cue),
                    content = Span($"that the {Things[i % 8]} leaks"),
                },
            },
        };
        return JsonSerializer.Serialize(line) + "\n";
    }

    private static string ParsedText(int i)
    {
        var text = Text(i);
        string[] tags =
        [
            "NNP/PERSON/2/nsubj",
            "VBD/O/0/root",
            "IN/O/6/mark",
            "DT/O/5/det",
            "NN/O/6/nsubj",
            "VBZ/O/2/ccomp",
            "./O/2/punct",
            "DT/O/2/det",
            "NN/O/4/nsubj",
            "VBZ/O/4/cop",
            "JJ/O/0/root",
            "./O/4/punct",
        ];
        var lines = new StringBuilder($"#doc\td{i}\n#sent\n");
        var (at, number) = (0, 0);
        foreach (var word in text.Replace(".", " .", StringComparison.Ordinal).Split(' '))
        {
            at = text.IndexOf(word, at, StringComparison.Ordinal);
            var tag = tags[number++].Split('/');
            lines.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{at}\t{at + word.Length}\t{word}\t{word}\t{tag[0]}\t{tag[1]}\t_\t{tag[2]}\t{tag[3]}\n"
            );
            if (number == 7)
                lines.Append("#sent\n");
            at += word.Length;
        }

        return lines.ToString();
    }
}
