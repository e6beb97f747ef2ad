using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Attribution;
using Sourceline.Attribution.Model;
using Sourceline.Data.Model;
using Sourceline.Demo;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Demo;

/// <summary>The demo against the list of its statements that was written by hand.</summary>
public sealed class DemoSourcesTests(SqliteNewsroom newsroom, ITestOutputHelper output)
    : NewsroomTests(newsroom),
        IClassFixture<SqliteNewsroom>
{
    private static readonly List<DemoStatement> Right = DemoLines.Read<DemoStatement>("sources.jsonl");

    [Fact]
    public async Task Load_ConfirmsWhatTheListHoldsAndNothingElse()
    {
        var versions = await LoadAsync();
        foreach (var (number, version) in versions)
        {
            var confirmed = version
                .Statements.Where(statement => statement.Review == Review.Confirmed)
                .OrderBy(statement => statement.Ordinal)
                .Select(statement => Told(version.Text, statement.Content, Chains(statement), statement.Polarity));
            var right = Right
                .Where(line => line.Number == number)
                .Select(line => (Line: line, Content: DemoSources.Spans(version.Text, line.Content)))
                .OrderBy(line => line.Content[0].Start)
                .Select(line =>
                    Told(
                        version.Text,
                        line.Content,
                        line.Line.Chains.Select(chain => chain.Select(hop => hop.Identity ?? hop.Name)),
                        line.Line.Polarity
                    )
                );
            Assert.Equal(right, confirmed);
            Assert.DoesNotContain(version.Statements, statement => statement.Review == Review.Proposed);
        }
    }

    [Fact]
    public async Task Read_FindsMostOfTheList()
    {
        var versions = await LoadAsync();
        var (found, strict, proposed) = (0, 0, 0);
        foreach (var (number, version) in versions)
        {
            var reading = Attributor.Read(new Article(version.Text), Cancel);
            proposed += reading.Statements.Length;
            foreach (var line in Right.Where(line => line.Number == number))
            {
                var content = DemoSources.Spans(version.Text, line.Content);
                if (
                    reading.Statements.MaxBy(statement => DemoSources.Shared(statement.Content, content)) is not { } best
                    || DemoSources.Shared(best.Content, content) < .5
                )
                    continue;
                found++;
                if (best.Polarity == line.Polarity && HasChains(best, line))
                    strict++;
            }
        }
        output.WriteLine(
            $"Of {Right.Count} statements {found} were found, {strict} with the same chains and polarity; {proposed} were proposed."
        );
        Assert.InRange((double)found / Right.Count, .8, 1);
    }

    private static bool HasChains(AttributedStatement statement, DemoStatement line) =>
        statement.Chains.Length == line.Chains.Length
        && statement
            .Chains.Zip(line.Chains)
            .All(pair =>
                pair.First.Hops.Length == pair.Second.Length
                && pair.First.Hops.Zip(pair.Second)
                    .All(hop => IsSame(hop.First.Identity?.Name ?? hop.First.Name, hop.Second.Identity ?? hop.Second.Name))
            );

    private static bool IsSame(string found, string right) =>
        found.Contains(right, StringComparison.OrdinalIgnoreCase) || right.Contains(found, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<IEnumerable<string>> Chains(Statement statement) =>
        statement
            .Hops.GroupBy(hop => hop.Chain)
            .OrderBy(chain => chain.Key)
            .Select(chain => chain.OrderBy(hop => hop.Position).Select(DemoSources.ShownName));

    private static string Told(string text, IEnumerable<TextSpan> content, IEnumerable<IEnumerable<string>> chains, Polarity polarity) =>
        $"{string.Join(" … ", content.Select(span => span.Of(text)))} <- {string.Join(" + ", chains.Select(chain => string.Join(" <- ", chain)))} ({polarity})";

    private async Task<List<(long Number, StoryVersion Version)>> LoadAsync()
    {
        await using var scope = Newsroom.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DemoNewsroom>().LoadAsync(Cancel);
        await using var db = Newsroom.OpenDb();
        var numbers = Right.Select(line => line.Number).Distinct().ToList();
        var versions = await db
            .Versions.AsNoTracking()
            .Include(version => version.Story)
            .Include(version => version.Statements)
                .ThenInclude(statement => statement.Hops)
                    .ThenInclude(hop => hop.Source)
            .Include(version => version.Statements)
                .ThenInclude(statement => statement.Hops)
                    .ThenInclude(hop => hop.Identity)
            .Where(version => numbers.Contains(version.Story!.Number) && version.Number == version.Story.LatestVersion)
            .ToListAsync(Cancel);
        Assert.Equal(numbers.Count, versions.Count);
        return versions.ConvertAll(version => (version.Story!.Number, version));
    }
}
