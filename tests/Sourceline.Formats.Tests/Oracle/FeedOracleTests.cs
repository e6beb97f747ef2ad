using System.Globalization;
using Sourceline.Formats.Tests.Support;

namespace Sourceline.Formats.Tests.Oracle;

/// <summary>
/// About 2,000 feeds that state what must come out. What can be translated is checked; the number that holds may only grow. What
/// does not hold and why is in Oracle/README.md.
/// </summary>
public sealed class FeedOracleTests(ITestOutputHelper output)
{
    private const int MustHold = 1154;

    [Fact]
    public void Read_FeedsThatStateTheirContent_HoldsAtLeastAsManyAsBefore()
    {
        var folder = Repository.Shared("data/feeds/feedparser/tests");
        var files = Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(OracleFile.Load)
            .OfType<OracleFile>()
            .ToList();
        var (held, failed) = (0, new List<string>());
        foreach (var file in files)
        {
            var clauses = OracleClause.Of(file.Expression).ToList();
            if (clauses.Count == 0)
                continue;
            var results = Reading.Bytes(file.Bytes, file.Options);
            if (!results.OfType<ItemRead>().Any())
                results = Reading.Bytes(file.WithTitle(), file.Options);
            var items = results.OfType<ItemRead>().Select(r => r.Item).ToList();
            foreach (var clause in clauses)
            {
                if (clause.Holds(results.OfType<DocumentFound>().FirstOrDefault(), items))
                    held++;
                else
                    failed.Add($"{Path.GetRelativePath(folder, file.Path)}: {clause}");
            }
        }

        var summary = string.Create(
            CultureInfo.InvariantCulture,
            $"{files.Count} feeds, {held + failed.Count} statements checked, {held} hold, {failed.Count} do not"
        );
        output.WriteLine(summary);
        Assert.True(held >= MustHold, summary + "\n" + string.Join('\n', failed));
    }
}
