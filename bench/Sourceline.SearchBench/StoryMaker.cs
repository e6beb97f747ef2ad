using System.Text;
using Sourceline.Attribution.Model;
using Sourceline.Search.Index;

namespace Sourceline.SearchBench;

/// <summary>Stories of made-up words whose frequencies are those of a language: the n-th word stands 1/n as often as the first. The same at every run.</summary>
internal sealed class StoryMaker
{
    public const int Words = 60_000;

    public const int People = 3000;

    private static readonly DateTime First = new(2011, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly Random _random = new(18343);
    private readonly double[] _shares = Shares(Words);
    private readonly double[] _peopleShares = Shares(People);
    private long _number;

    /// <summary>The n-th commonest word, 0 and up.</summary>
    public static string Word(int rank)
    {
        const string Consonants = "bdfgklmnprstvz";
        const string Vowels = "aeiou";
        var word = new StringBuilder();
        for (var rest = rank + 40; rest > 0; rest /= Consonants.Length * Vowels.Length)
            word.Append(Consonants[rest % Consonants.Length]).Append(Vowels[rest / Consonants.Length % Vowels.Length]);
        return word.ToString();
    }

    public static string Person(int rank) => $"{Word(rank * 7)} {Word(rank + 500)}son";

    /// <summary>Goes on after so many stories.</summary>
    public void Begin(int after) => _number = after;

    /// <summary>The next stories, newest last.</summary>
    public List<IndexedStory> Next(int count)
    {
        var stories = new List<IndexedStory>(count);
        for (var i = 0; i < count; i++)
        {
            var number = ++_number;
            var published = First.AddMinutes(number * 75);
            stories.Add(
                new IndexedStory(
                    number,
                    number,
                    published,
                    published.Year,
                    1 + Pick(Shares12),
                    "en",
                    Sentence(9),
                    Text(),
                    [.. Enumerable.Range(1, 6).Select(Statement)]
                )
            );
        }
        return stories;
    }

    private static double[] Shares12 { get; } = Shares(12);

    private IndexedStatement Statement(int ordinal)
    {
        var (person, outlet) = (Pick(_peopleShares), Pick(_peopleShares));
        IndexedName[] speaker = [new(Person(person), person + 1)];
        return new IndexedStatement(
            ordinal,
            Sentence(18),
            Polarity.Asserts,
            speaker,
            [.. speaker, new($"{Word(outlet)} Gazette", People + outlet + 1)]
        );
    }

    private string Text() => string.Join(". ", Enumerable.Range(0, 16).Select(_ => Sentence(20)));

    private string Sentence(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word(Pick(_shares))));

    private int Pick(double[] shares)
    {
        var at = Array.BinarySearch(shares, _random.NextDouble());
        return Math.Min(shares.Length - 1, at < 0 ? ~at : at);
    }

    private static double[] Shares(int count)
    {
        var shares = new double[count];
        var sum = 0.0;
        for (var rank = 0; rank < count; rank++)
            shares[rank] = sum += 1.0 / (rank + 1);
        for (var rank = 0; rank < count; rank++)
            shares[rank] /= sum;
        return shares;
    }
}
