using CsCheck;
using Sourceline.Search.Queries;

namespace Sourceline.Tests.Search;

public sealed class CountsTests
{
    /// <summary>Rows with how often each is added, then taken away again, then added once more.</summary>
    private static readonly Gen<List<(int Row, int Added, int Taken, int More)>> Rows = Gen.Select(
        Gen.Int[0, 2000],
        Gen.Int[1, 5],
        Gen.Int[0, 5],
        Gen.Int[0, 3]
    ).List[0, 60];

    [Fact]
    public void Top_AfterAnyAddingAndTakingAway_HasEachRowOnceWithWhatIsLeft() =>
        Rows.Sample(rows =>
        {
            using var counts = new RowCounts();
            foreach (var row in rows)
                counts.Add(row.Row, row.Added);
            foreach (var row in rows)
                counts.Add(row.Row, -Math.Min(row.Added, row.Taken));
            foreach (var row in rows)
                counts.Add(row.Row, row.More);
            var left = rows.GroupBy(row => row.Row)
                .Select(row => (Row: row.Key, Count: row.Sum(one => one.Added - Math.Min(one.Added, one.Taken) + one.More)))
                .Where(row => row.Count > 0)
                .OrderByDescending(row => row.Count)
                .ThenBy(row => row.Row)
                .ToList();
            Assert.Equal(left, counts.Top());
            Assert.Equal(left.Take(3), counts.Top(3));
        });

    [Fact]
    public void AddAll_AddsWhatOthersCounted()
    {
        using var counts = new RowCounts();
        using var others = new RowCounts();
        counts.Add(7, 1);
        foreach (var row in new[] { 7, 300, 300 })
            others.Add(row, 1);
        counts.AddAll(others);
        others.AddAll(counts);
        Assert.Equal([(7, 2), (300, 2)], counts.Top());
        Assert.Equal([(300, 4), (7, 3)], others.Top());
    }
}
