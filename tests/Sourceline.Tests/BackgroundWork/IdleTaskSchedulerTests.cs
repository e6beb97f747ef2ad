using System.Diagnostics;
using Sourceline.BackgroundWork;

namespace Sourceline.Tests.BackgroundWork;

public sealed class SpareThreadsTests
{
    [Fact]
    public async Task Pause_WaitsForWorkThatWasBegun_AndLetsNoneBegin()
    {
        using var spare = new IdleTaskScheduler();
        using var end = new ManualResetEventSlim();
        using var begun = new ManualResetEventSlim();
        var work = Run(spare, () =>
        {
            begun.Set();
            end.Wait(TestContext.Current.CancellationToken);
        });
        Assert.True(begun.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        var pausing = spare.PauseAsync();
        Assert.False(pausing.IsCompleted);
        end.Set();
        var pause = await pausing;
        await work;
        var later = Run(spare, () => { });
        await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.False(later.IsCompleted);
        pause.Dispose();
        await later;
    }

    /// <summary>A thread that waits has no processor, whoever has it.</summary>
    [Fact]
    public async Task GiveWay_WhereTheThreadsHadNoProcessor_IsAPause()
    {
        using var spare = new IdleTaskScheduler();
        await Run(spare, () => Thread.Sleep(50));
        var pause = await spare.GiveWayAsync();
        Assert.NotNull(pause);
        var later = Run(spare, () => { });
        await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.False(later.IsCompleted);
        pause.Dispose();
        await later;
    }

    [Fact]
    public async Task GiveWay_WhereTheThreadsHadTheProcessors_IsNoPause()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems do not say how long a thread had a processor.");
        using var spare = new IdleTaskScheduler();
        IDisposable? pause;
        var watch = Stopwatch.StartNew();
        do
        {
            // Other tests may want the processors just now; a piece of work that is short enough gets one whole.
            await Run(spare, () => Spin(TimeSpan.FromMilliseconds(1)));
            pause = await spare.GiveWayAsync();
            pause?.Dispose();
        } while (pause is not null && watch.Elapsed < TimeSpan.FromSeconds(30));
        Assert.Null(pause);

        static void Spin(TimeSpan time)
        {
            for (var begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < time; )
                Thread.SpinWait(10);
        }
    }

    [Fact]
    public async Task Work_RunsOnThreadsOfTheirOwn_AlsoWhereAskedToRunAtOnce()
    {
        using var spare = new IdleTaskScheduler();
        var name = "";
        var task = new Task(() => name = Thread.CurrentThread.Name);
        task.RunSynchronously(spare);
        await task;
        Assert.Equal("spare", name);
    }

    [Fact]
    public async Task Work_OnLinux_HasTheProcessorOnlyWhileNobodyElseWantsIt()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems have no such policy.");
        using var spare = new IdleTaskScheduler();
        var policies = new string[Environment.ProcessorCount];
        using var all = new Barrier(policies.Length);
        await Task.WhenAll(policies.Select((_, i) => Run(spare, () =>
                    {
                        Assert.True(all.SignalAndWait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
                        // A thread that has a priority of the runtime's gets another while it collects, which undid the policy.
                        GC.Collect(0);
                        policies[i] = Policy();
                    })));
        Assert.All(policies, policy => Assert.Equal("5", policy));

        // Field 41 of proc_pid_stat(5); the name, which is the second, may hold blanks.
        static string Policy() => File.ReadAllText("/proc/thread-self/stat").Split(") ")[^1].Split(' ')[41 - 3];
    }

    private static Task Run(IdleTaskScheduler spare, Action work) =>
        Task.Factory.StartNew(() => spare.Run(work), TestContext.Current.CancellationToken, TaskCreationOptions.None, spare);
}
