using System.Globalization;

namespace Sourceline.Bench;

/// <summary>Times in milliseconds, and how they are printed.</summary>
internal sealed class Times
{
    private readonly List<double> _all = [];

    public static string Heads { get; } =
        string.Create(CultureInfo.InvariantCulture, $"{"", -34} {"p50 ms", 9} {"p95 ms", 9} {"p99 ms", 9} {"times", 7}");

    public void Add(TimeSpan time) => _all.Add(time.TotalMilliseconds);

    public void AddAll(Times others) => _all.AddRange(others._all);

    public string Line(string name)
    {
        _all.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"{name, -34} {At(.5), 9:N2} {At(.95), 9:N2} {At(.99), 9:N2} {_all.Count, 7}");
    }

    private double At(double share) => _all.Count == 0 ? 0 : _all[(int)Math.Min(_all.Count - 1, _all.Count * share)];
}
