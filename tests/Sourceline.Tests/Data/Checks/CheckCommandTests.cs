using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Cli;
using Sourceline.Data.Checks;

namespace Sourceline.Tests.Data.Checks;

/// <summary>What <c>sourceline check</c> prints.</summary>
public sealed class CheckCommandTests
{
    [Fact]
    public async Task Run_ManyFaults_ShowsTheFirstTenAndEachRepairOnce()
    {
        await using var output = new StringWriter(CultureInfo.InvariantCulture);
        var code = await CheckCommand.RunAsync(
            Services(new Many(1234), new Many(0)),
            output,
            TextWriter.Null,
            TestContext.Current.CancellationToken
        );
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
        Assert.Equal(
            1,
            await CheckCommand.RunAsync(Services(new Many(-1), new Many(0)), output, TextWriter.Null, TestContext.Current.CancellationToken)
        );
        Assert.Contains("FAULT  many: could not be checked", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("ok     many: some", output.ToString(), StringComparison.Ordinal);
    }

    private static ServiceProvider Services(params ConsistencyCheck[] checks)
    {
        var services = new ServiceCollection();
        foreach (var check in checks)
            services.AddSingleton(check);
        return services.BuildServiceProvider();
    }

    private sealed class Many(int faults) : ConsistencyCheck
    {
        public override string Name => "many";

        public override Task<string> RunAsync(Findings findings, CancellationToken cancellationToken)
        {
            if (faults < 0)
                throw new InvalidOperationException("No such table.");
            for (var n = 1; n <= faults; n++)
                findings.Add(new Fault(string.Create(CultureInfo.InvariantCulture, $"Fault {n}."), "Mend it."));
            return Task.FromResult("some");
        }
    }
}
