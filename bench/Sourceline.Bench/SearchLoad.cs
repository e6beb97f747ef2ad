using System.Diagnostics;

namespace Sourceline.Bench;

/// <summary>Searches of a running site as readers make them, one after another, each with other words: from the question to the last byte of the answer.</summary>
internal static class SearchLoad
{
    private const int Rounds = 100;

    public static async Task<int> RunAsync(Uri site, string when)
    {
        using var client = new HttpClient { BaseAddress = site };
        var words = new SearchWords();
        var kinds = words.Kinds();
        // The first of each kind also waits for code to be compiled.
        foreach (var (_, next) in kinds)
            for (var warm = 0; warm < 5; warm++)
                await TimeAsync(client, next());
        Console.WriteLine(when);
        Console.WriteLine(Times.Heads);
        var all = new Times();
        foreach (var (kind, next) in kinds)
        {
            var times = new Times();
            for (var round = 0; round < Rounds; round++)
                times.Add(await TimeAsync(client, next()));
            Console.WriteLine(times.Line(kind));
            all.AddAll(times);
        }
        Console.WriteLine(all.Line("all"));
        return 0;
    }

    private static async Task<TimeSpan> TimeAsync(HttpClient client, string path)
    {
        var began = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        await answer.Content.ReadAsByteArrayAsync();
        var time = Stopwatch.GetElapsedTime(began);
        answer.EnsureSuccessStatusCode();
        return time;
    }
}

/// <summary>What is asked for: words of the stories that <see cref="StoryWriter"/> writes.</summary>
internal sealed class SearchWords
{
    private readonly Random _random = new(4711);
    private readonly string[] _people = Names.Many(4000, 11);
    private readonly string[] _places = Names.Many(2500, 13);
    private readonly string[] _rare = Names.Many(30000, 14);
    private readonly Zipf _person = new(4000);
    private readonly Zipf _place = new(2500);

    public (string Kind, Func<string> Next)[] Kinds() =>
        [
            ("page: one word", () => $"/search?q={Rare()}"),
            ("page: two words", () => $"/search?q={Place()}+{Thing()}"),
            ("page: two words, newest", () => $"/search?q={Place()}+{Thing()}&order=newest"),
            ("page: common words", () => $"/search?q={Thing()}+{Thing()}"),
            ("page: a phrase", () => $"/search?q=%22{Thing()}+at+{Place()}%22"),
            ("page: who said it, a summer", () => Summer($"/search?q={Thing()}&speaker={Person()}")),
            ("page: a year of a category", () => $"/search?category=politics&from={2006 + _random.Next(15)}-01-01&order=newest"),
            ("as it is typed", () => $"/api/search?q={Begun(Place())}&typing=1"),
            ("api: who said it", () => $"/api/search?speaker={Person()}"),
            ("api: two words", () => $"/api/search?q={Rare()}+{Thing()}"),
        ];

    private string Rare() => _rare[_random.Next(3000)];

    private string Place() => _places[_place.Draw(_random)];

    private string Person() => _people[_person.Draw(_random)];

    private string Thing() => Names.Of(StoryWriter.Things, _random).Split(' ')[0];

    private static string Begun(string word) => word[..Math.Min(3, word.Length)];

    private string Summer(string query)
    {
        var year = 2006 + _random.Next(15);
        return $"{query}&from={year}-06-01&to={year}-08-31";
    }
}
