using BenchmarkDotNet.Attributes;
using Sourceline.Attribution;
using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Rereading;

namespace Sourceline.AttributionBench;

/// <summary>One story while it is written: each reading differs from the one before in one paragraph.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class Rereading : IMeasured
{
    private readonly Article[] _edits = [.. Edits()];
    private readonly ReadingMemory _memory = new(Models.Model);
    private int _next;

    public int TokensOf(string method) => Texts.Tokens(_edits[0]);

    [Benchmark(Description = "one paragraph of 1,000 words changed, read again")]
    public int Again() => Attributor.ReadAgain(_edits[_next++ % _edits.Length], _memory).Statements.Length;

    [Benchmark(Description = "the same, read anew")]
    public int Anew() => Attributor.Read(_edits[_next++ % _edits.Length], Models.Model).Statements.Length;

    /// <summary>Every paragraph is replaced in turn, and then put back in turn from the last to the first, so that the row begins anew with one change.</summary>
    private static IEnumerable<Article> Edits()
    {
        var stories = Texts.Stories(2);
        var (text, other) = (stories[0].ToArray(), stories[1]);
        var count = Math.Min(text.Length, other.Count);
        foreach (var place in Enumerable.Range(0, count).Concat(Enumerable.Range(0, count).Reverse()))
        {
            text[place] = text[place] == other[place] ? stories[0][place] : other[place];
            yield return Texts.Article(text);
        }
    }
}
