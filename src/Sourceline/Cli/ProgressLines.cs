using System.Diagnostics;
using System.Globalization;

namespace Sourceline.Cli;

/// <summary>Says now and then how far something long is: "12,000 of 100,000 stories, 3,000 a second".</summary>
internal static class ProgressLines
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    /// <summary>Takes how many stories of how many are done.</summary>
    /// <param name="head">What stands before: "dependencies: ".</param>
    public static Action<long, long> To(TextWriter output, string head = "")
    {
        var (watch, last) = (Stopwatch.StartNew(), TimeSpan.Zero);
        return (done, total) =>
        {
            if (watch.Elapsed - last < Every)
                return;
            last = watch.Elapsed;
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{head}{done:N0} of {total:N0} stories, {done / watch.Elapsed.TotalSeconds:N0} a second"
                )
            );
        };
    }
}
