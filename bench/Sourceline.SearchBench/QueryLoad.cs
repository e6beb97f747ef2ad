using System.Diagnostics;
using Sourceline.Search.Index;
using Sourceline.Search.Queries;

namespace Sourceline.SearchBench;

/// <summary>Searches of the kinds that readers make, each with other words every time; what they take in the index, with pages, counts and statements.</summary>
internal sealed class QueryLoad(OpenIndex index)
{
    private static readonly Lookups Nothing = new(null, null, null, null, null, null);

    private readonly Random _random = new(4711);

    public void Warm() => Run(30);

    /// <summary>The times of each kind in milliseconds, sorted; those of the processor, of this whole program, likewise; and how much it found on average.</summary>
    public IReadOnlyList<(string Kind, double[] Times, double[] Busy, double Found)> Run(int times) =>
        [
            Measure("one word", times, () => new SearchRequest { Words = Word(4000) }),
            Measure("two words, most relevant", times, () => new SearchRequest { Words = $"{Word(800)} {Word(800)}" }),
            Measure("two words, newest", times, () => new SearchRequest { Words = $"{Word(800)} {Word(800)}", Order = SearchOrder.Newest }),
            Measure("the commonest words", times, () => new SearchRequest { Words = $"{Word(10)} {Word(10)}" }),
            Measure("a phrase", times, () => new SearchRequest { Words = $"\"{Word(40)} {Word(40)}\"" }),
            Measure("a word as it is typed", times, () => new SearchRequest { Words = Beginning(), Typing = true }),
            Measure("who said it, words, a summer", times, () =>
                Summer(new SearchRequest { Words = Word(400), Speaker = StoryMaker.Person(_random.Next(200)).Split(' ')[1] })
            ),
            Measure("through whose hands", times, () =>
                new SearchRequest { Via = $"{StoryMaker.Word(_random.Next(200))} Gazette", Order = SearchOrder.Newest }
            ),
            Measure("everything, newest", times, () => new SearchRequest { Order = SearchOrder.Newest }),
        ];

    private string Word(int commonest) => StoryMaker.Word(_random.Next(commonest));

    /// <summary>Three letters; of the shortest words two.</summary>
    private string Beginning()
    {
        var word = Word(4000);
        return word[..Math.Min(3, word.Length)];
    }

    private SearchRequest Summer(SearchRequest request)
    {
        var year = 2011 + _random.Next(14);
        return request with { From = new DateOnly(year, 6, 1), To = new DateOnly(year, 8, 31) };
    }

    private (string, double[], double[], double) Measure(string kind, int times, Func<SearchRequest> next)
    {
        var (taken, busy, found) = (new double[times], new double[times], 0L);
        for (var i = 0; i < times; i++)
        {
            var request = next();
            var lookups = Nothing with
            {
                FromUtc = request.From?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
                UntilUtc = request.To?.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            };
            var (parts, problem) = WordList.Read(request.Words, request.Typing);
            if (problem is not null)
                throw new InvalidOperationException(problem);
            var (began, worked) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            found += index.Search(searcher => Engine.Find(searcher, request, parts, lookups)).Tally.Stories;
            taken[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            busy[i] = (Environment.CpuUsage.TotalTime - worked).TotalMilliseconds;
        }
        Array.Sort(taken);
        Array.Sort(busy);
        return (kind, taken, busy, (double)found / times);
    }
}
