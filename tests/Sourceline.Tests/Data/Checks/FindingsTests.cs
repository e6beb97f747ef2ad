using System.Globalization;
using Sourceline.Cli;
using Sourceline.Data.Checks;

namespace Sourceline.Tests.Data.Checks;

/// <summary>What <c>sourceline check</c> says of what its checks find.</summary>
public sealed class FindingsTests
{
    [Fact]
    public async Task Run_ManyFaults_ShowsTheFirstTenAndEachRepairOnce()
    {
        await using var output = new StringWriter(CultureInfo.InvariantCulture);
        var code = await CheckCommand.RunAsync([new Many(1234), new Many(0)], output, TextWriter.Null, TestContext.Current.CancellationToken);
        var lines = output.ToString().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1, code);
        Assert.Equal("FAULT  many: some", lines[0]);
        Assert.Equal("       Fault 10.", lines[10]);
        Assert.Equal(["       ... and 1,224 more", "       Repair: Mend it.", "ok     many: some", "1,234 faults."], lines[11..]);
    }

    [Fact]
    public async Task Run_CheckThatThrows_IsAFaultAndStopsNoOther()
    {
        await using var output = new StringWriter(CultureInfo.InvariantCulture);
        Assert.Equal(1, await CheckCommand.RunAsync([new Many(-1), new Many(0)], output, TextWriter.Null, TestContext.Current.CancellationToken));
        Assert.Contains("FAULT  many: could not be looked at", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("ok     many: some", output.ToString(), StringComparison.Ordinal);
    }

    private sealed class Many(int faults) : ConsistencyCheck
    {
        public override string Name => "many";

        public override Task<string> RunAsync(Findings findings, CancellationToken cancellationToken)
        {
            if (faults < 0) throw new InvalidOperationException("No such table.");
            for (var n = 1; n <= faults; n++) findings.Add(new Fault(string.Create(CultureInfo.InvariantCulture, $"Fault {n}."), "Mend it."));
            return Task.FromResult("some");
        }
    }
}
