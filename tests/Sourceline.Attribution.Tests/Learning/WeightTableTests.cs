using CsCheck;
using Sourceline.Attribution.Learning;

namespace Sourceline.Attribution.Tests.Learning;

public sealed class WeightTableTests
{
    private static readonly Gen<Dictionary<uint, sbyte[]>> Rows = Gen.Int[1, 70]
        .SelectMany(classes =>
            Gen.Dictionary(
                Gen.OneOf(Gen.UInt[1, 50], Gen.UInt[uint.MaxValue - 50, uint.MaxValue], Gen.UInt[1, uint.MaxValue]),
                Gen.SByte.Array[classes]
            )[0, 200]
        );

    internal static WeightTable TableOf(Dictionary<uint, sbyte[]> rows, int classes)
    {
        var keys = rows.Keys.Order().ToArray();
        return WeightTable.Of(keys, keys.SelectMany(k => rows[k]).ToArray(), classes, .5f);
    }

    [Fact]
    public void Add_AnyFeature_AddsWhatTheDictionaryHas() =>
        Gen.Select(Rows, Gen.UInt[1, 60].Array)
            .Sample(
                (rows, others) =>
                {
                    var classes = rows.Count > 0 ? rows.First().Value.Length : 3;
                    var table = TableOf(rows, classes);
                    Assert.Equal(rows.Count, table.Count);
                    foreach (var feature in rows.Keys.Concat(others))
                    {
                        var scores = Enumerable.Repeat((short)7, table.Stride).ToArray();
                        table.Add([feature], scores);
                        var row = rows.GetValueOrDefault(feature, new sbyte[classes]);
                        Assert.Equal(row.Select(w => (short)(7 + w)), scores.Take(classes));
                        Assert.Equal(row.Select(w => (int)w), Enumerable.Range(0, classes).Select(c => table.Weight(feature, c)));
                    }
                },
                iter: 300
            );

    [Fact]
    public void Add_SeveralFeatures_IsTheSumOfEach() =>
        Rows.Where(r => r.Count is > 0 and < 200)
            .Sample(
                rows =>
                {
                    var table = TableOf(rows, rows.First().Value.Length);
                    var features = rows.Keys.Concat([77u, 78u]).ToArray();
                    var apart = new short[table.Stride];
                    var together = new short[table.Stride];
                    foreach (var feature in features)
                        table.Add([feature], apart);
                    table.Add(features, together);
                    Assert.Equal(apart.Take(table.Classes), together.Take(table.Classes));
                },
                iter: 200
            );

    [Fact]
    public void Of_FeaturesOutOfOrder_AreRefused() => Assert.Throws<InvalidDataException>(() => WeightTable.Of([2, 1], [1, 1], 1, 1));

    [Fact]
    public void Of_FeatureTwice_IsRefused() => Assert.Throws<InvalidDataException>(() => WeightTable.Of([2, 2], [1, 1], 1, 1));

    [Fact]
    public void Build_Weights_KeepTheirProportionsAndDropWhatSaysNothing()
    {
        var builder = new WeightTableBuilder(2);
        builder.Add(9, [2f, -1f]);
        builder.Add(5, [.001f, 0]);
        builder.Add(7, [.5f, 0]);
        var table = builder.Build();
        Assert.Equal(2, table.Count);
        Assert.Equal(2, table.Weight(9, 0) * table.Scale, .02);
        Assert.Equal(-1, table.Weight(9, 1) * table.Scale, .02);
        Assert.Equal(.5, table.Weight(7, 0) * table.Scale, .02);
        Assert.Equal(0, table.Weight(5, 0));
    }
}
