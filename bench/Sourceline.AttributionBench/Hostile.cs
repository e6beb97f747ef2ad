using BenchmarkDotNet.Attributes;
using Sourceline.Attribution;
using Sourceline.Attribution.Model;

namespace Sourceline.AttributionBench;

/// <summary>A quarter of a million characters that nobody wrote to be read.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class Hostile : IMeasured
{
    private const int Length = 250_000;

    private static readonly (string Name, string Piece)[] Pieces =
    [
        (nameof(Marks), "\""),
        (nameof(Open), "“a "),
        (nameof(Dense), "“Yes,” he said. "),
        (nameof(Endless), "Ole Brand said "),
        (nameof(Names), "Brand, "),
        (nameof(Unbroken), "said,"),
    ];

    private readonly Dictionary<string, Article> _articles = Pieces.ToDictionary(
        p => p.Name,
        p => Texts.Article([string.Concat(Enumerable.Repeat(p.Piece, Length / p.Piece.Length))])
    );

    public int TokensOf(string method) => Texts.Tokens(_articles[method]);

    [Benchmark(Description = "250 kB of quotation marks")]
    public int Marks() => Read(nameof(Marks));

    [Benchmark(Description = "250 kB of quotations that never close")]
    public int Open() => Read(nameof(Open));

    [Benchmark(Description = "250 kB of short quotations")]
    public int Dense() => Read(nameof(Dense));

    [Benchmark(Description = "250 kB without a full stop")]
    public int Endless() => Read(nameof(Endless));

    [Benchmark(Description = "250 kB of a name")]
    public int Names() => Read(nameof(Names));

    [Benchmark(Description = "250 kB of a verb without spaces")]
    public int Unbroken() => Read(nameof(Unbroken));

    private int Read(string name) => Attributor.Read(_articles[name], Models.Model).Statements.Length;
}
