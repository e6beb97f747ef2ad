using BenchmarkDotNet.Attributes;
using Sourceline.Attribution;
using Sourceline.Attribution.Model;

namespace Sourceline.AttributionBench;

/// <summary>Whole stories, one after the other on one thread.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class Reading : IMeasured
{
    private readonly Article[] _articles = [.. Texts.Stories(10).Select(Texts.Article)];

    public int TokensOf(string method) => _articles.Sum(Texts.Tokens);

    [Benchmark(Description = "10 stories of 1,000 words, rules alone")]
    public int Rules() => _articles.Sum(article => Attributor.Read(article, null).Statements.Length);

    [Benchmark(Description = "10 stories of 1,000 words, with a model")]
    public int WithModel() => _articles.Sum(article => Attributor.Read(article, Models.Model).Statements.Length);
}
