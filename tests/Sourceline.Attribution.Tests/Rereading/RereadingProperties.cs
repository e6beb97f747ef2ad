using System.Text;
using CsCheck;
using Sourceline.Attribution.Json;
using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Rereading;
using Sourceline.Attribution.Tests.Training;

namespace Sourceline.Attribution.Tests.Rereading;

/// <summary>A text that is read again is read as if for the first time, whatever has been done to it.</summary>
public sealed class RereadingProperties
{
    private static readonly AttributionModel Model = AttributionModel.Load(new MemoryStream(SmallAnnotated.Trained));

    private static readonly string[] Paragraphs =
    [
        .. Enumerable.Range(0, 8).Select(SmallAnnotated.Text),
        "Harbour master Ole Brand said the pier was gone. “We knew,” he added.",
        "The dam leaks, the Harbour Echo newspaper reported on Saturday.",
        "The newspaper said, citing a senior official, that the mill would close.",
        "Brand burbled that the bridge leaks. The ferry is old.",
        "Tove Aasen, the mayor, told Reuters: “It fell. Nobody was hurt.",
        "“And nobody saw it,” she said. Brand burbled.",
        "“It fell.”",
        "Meanwhile the Echo burbled that Aasen leaks.",
        "He said so. She denied it, and the report said nothing.",
        "\"", "“", "Echo", "",
    ];

    private static readonly Gen<string> One = Gen.Int[0, Paragraphs.Length - 1].Select(i => Paragraphs[i]);

    private static readonly Gen<string> Paragraph = Gen.OneOf(
        One,
        Gen.Select(One, One, (a, b) => a + " " + b),
        Gen.Select(One, Gen.Int[0, 60], (p, cut) => p[..Math.Min(cut, p.Length)]));

    /// <summary>What is done to a text: paragraphs at a place are replaced by others, none by some, or some by none.</summary>
    private static readonly Gen<(int At, int Removed, string[] Put)> Edits = Gen.Select(Gen.Int[0, 12], Gen.Int[0, 2], Paragraph.Array[0, 2]);

    private static readonly Gen<(string[], (int, int, string[])[], bool)> Histories = Gen.Select(Paragraph.Array[0, 10], Edits.Array[1, 6], Gen.Bool);

    [Fact]
    public void ReadAgain_AnyEdits_ReadsAsForTheFirstTime() => Histories.Sample((start, edits, withModel) =>
    {
        var memory = new ReadingMemory(withModel ? Model : null);
        var text = start.ToList();
        Same(text, memory);
        foreach (var (at, removed, put) in edits)
        {
            var place = Math.Min(at, text.Count);
            text.RemoveRange(place, Math.Min(removed, text.Count - place));
            text.InsertRange(place, put);
            Same(text, memory);
        }
    }, iter: 600);

    [Fact]
    public void ReadAgain_ManyThreadsOneMemory_EachReadsItsOwnText()
    {
        var memory = new ReadingMemory(Model);
        var texts = Enumerable.Range(0, 16).Select(i => new[] { Paragraphs[i], Paragraphs[(i * 5) % 16], Paragraphs[(i * 3) % 16] }).ToArray();
        Parallel.For(0, 160, i => Same(texts[i % 16], memory));
    }

    private static void Same(IEnumerable<string> paragraphs, ReadingMemory memory)
    {
        var article = new Article(string.Join("\n\n", paragraphs)) { Language = "en", PublishedOn = new DateOnly(2024, 5, 6) };
        Assert.Equal(Json(article, Attributor.Read(article, memory.Model)), Json(article, Attributor.ReadAgain(article, memory)));
    }

    private static string Json(Article article, Reading reading)
    {
        using var stream = new MemoryStream();
        AttributionJson.Write(stream, null, article.Text, reading);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
