using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Nito.AsyncEx;

namespace Sourceline.BackgroundWork;

/// <summary>What work is worth beside other work on the machine. Alone, work of low priority is as fast as any.</summary>
public static partial class ProcessPriority
{
    private const string Threads = "/proc/self/task";

    /// <summary>The policy of work that is done while nobody else wants the processor (sched(7)).</summary>
    private const int Idle = 5;

    /// <summary>The niceness of work that others go before and that must go on: a tenth of their share of a busy processor (setpriority(2)).</summary>
    private const int Low = 10;

    /// <summary>The same of a thread of a program whose others go before it: less than theirs, more than that of another program that gives way. Where such a
    /// thread's memory runs out, everybody in the program waits for it to be collected on that thread.</summary>
    private const int Aside = 5;

    /// <summary>The clock of the calling thread's time on the processor (clock_gettime(2)).</summary>
    private const int OwnTime = 3;

    private static bool _collectorBegun;

    /// <summary>Lets other programs go first, the server above all.</summary>
    public static void GiveWay()
    {
        // Linux knows the priority of threads alone; those that are still to come take it from the thread that makes them.
        if (OperatingSystem.IsLinux() && Directory.Exists(Threads))
        {
            foreach (var thread in Directory.EnumerateDirectories(Threads))
                _ = SetPriority(0, uint.Parse(Path.GetFileName(thread), CultureInfo.InvariantCulture), Low);
            return;
        }
        try
        {
            using var self = Process.GetCurrentProcess();
            self.PriorityClass = ProcessPriorityClass.BelowNormal;
        }
        catch (Win32Exception)
        {
            // Where a program may not say so, it works as others do.
        }
    }

    /// <summary>Has the calling thread work while nobody else wants the processor; on a machine that is busy throughout it hardly gets on.</summary>
    internal static void BecomeIdle()
    {
        var none = 0;
        // One or the other: a thread with a priority of the runtime's gets another while it collects memory, and then the usual policy as well.
        if (OperatingSystem.IsLinux())
            _ = SetScheduler(0, Idle, in none);
        else
            Thread.CurrentThread.Priority = ThreadPriority.Lowest;
    }

    /// <summary>How long the calling thread has had a processor; on systems other than Linux nothing.</summary>
    internal static TimeSpan ProcessorTime() =>
        OperatingSystem.IsLinux() && ClockTime(OwnTime, out var time) == 0
            ? new TimeSpan((time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / TimeSpan.NanosecondsPerTick))
            : default;

    /// <summary>
    /// Has the garbage collector's own thread made now, at the priority of the caller. It takes that of whoever first needs it, and everybody
    /// waits for it, those too whom a thread of low priority must not hold up.
    /// </summary>
    internal static void BeginCollector()
    {
        if (Interlocked.Exchange(ref _collectorBegun, true))
            return;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
    }

    /// <summary>
    /// Does work on a thread of its own that the others of this program go before. What the work waits for comes back to that thread, unless
    /// it says otherwise.
    /// </summary>
    /// <param name="name">Of the thread, for whoever looks.</param>
    public static Task RunAsideAsync(string name, Func<Task> work)
    {
        BeginCollector();
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => Run(work, done)) { Name = name, IsBackground = true }.Start();
        return done.Task;
    }

    private static void Run(Func<Task> work, TaskCompletionSource done)
    {
        if (OperatingSystem.IsLinux())
            _ = SetPriority(0, 0, Aside);
        else
            Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
        try
        {
            AsyncContext.Run(work);
            done.SetResult();
        }
        catch (OperationCanceledException e)
        {
            done.SetCanceled(e.CancellationToken);
        }
#pragma warning disable CA1031 // Whoever waits for the work gets whatever went wrong.
        catch (Exception e)
#pragma warning restore CA1031
        {
            done.SetException(e);
        }
    }

    /// <param name="thread">0 for this one.</param>
    /// <param name="parameter">Its priority within the policy, which is 0.</param>
    /// <returns>0; a refusal changes nothing.</returns>
    [LibraryImport("libc", EntryPoint = "sched_setscheduler")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetScheduler(int thread, int policy, in int parameter);

    /// <param name="which">0: a thread.</param>
    /// <param name="who">0 for this one.</param>
    /// <returns>0; a refusal changes nothing.</returns>
    [LibraryImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetPriority(int which, uint who, int niceness);

    /// <returns>0; else there is no such clock.</returns>
    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ClockTime(int clock, out MachineTime time);

    /// <summary>Both are as wide as an address (timespec(3)).</summary>
    private readonly record struct MachineTime(nint Seconds, nint Nanoseconds);
}
