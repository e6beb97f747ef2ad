using Sourceline.Attribution.Model;

namespace Sourceline.Attribution.Tests.Readme;

/// <summary>The README's example, as it stands there.</summary>
internal static class Example
{
    public static void Run()
    {
        var text = "The dam leaks, the Harbour Echo newspaper reported on Saturday. “We knew,” engineer Lena Moe told Reuters.";
        var reading = Attributor.Read(new Article(text) { PublishedOn = new DateOnly(2024, 5, 6) });
        foreach (var statement in reading.Statements)
        {
            var path = string.Join(" <- ", statement.Chains[0].Hops.Select(l => $"{l.Name} ({l.Basis})"));
            Console.WriteLine($"{path}: {statement.Content[0].Of(text)} [{statement.Date?.From:yyyy-MM-dd}]");
        }
    }
}
