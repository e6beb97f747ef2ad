using BenchmarkDotNet.Attributes;
using Sourceline.Attribution;

namespace Sourceline.AttributionBench;

/// <summary>A model out of memory: what reading its file takes comes on top.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class Loading : IMeasured
{
    private readonly byte[] _bytes = Models.Bytes!;

    public int TokensOf(string method) => 0;

    [Benchmark(Description = "a model loaded")]
    public AttributionModel Load() => AttributionModel.Load(new MemoryStream(_bytes));
}
