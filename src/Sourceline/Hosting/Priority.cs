using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Nito.AsyncEx;

namespace Sourceline.Hosting;

/// <summary>What work is worth beside other work on the machine. Alone, work of low priority is as fast as any.</summary>
public static partial class Priority
{
    /// <summary>The policy of work that is done while nobody else wants the processor (sched(7)).</summary>
    private const int Idle = 5;

    /// <summary>The niceness of work that others go before and that must go on: a tenth of their share of a busy processor (setpriority(2)).</summary>
    private const int Low = 10;

    /// <summary>
    /// Has this program work while no other wants the processor. On a machine whose processors are never free it hardly gets on; with niceness
    /// alone, searches of the server waited half as long again beside an import (docs/decisions/0021).
    /// </summary>
    public static void GiveWay()
    {
        // Linux knows the priority of threads alone; those that are still to come take it from the thread that makes them.
        if (OperatingSystem.IsLinux())
        {
            var none = 0;
            foreach (var thread in Directory.EnumerateDirectories("/proc/self/task"))
                _ = SetScheduler(int.Parse(Path.GetFileName(thread), CultureInfo.InvariantCulture), Idle, in none);
            return;
        }
        try
        {
            using var self = Process.GetCurrentProcess();
            self.PriorityClass = ProcessPriorityClass.Idle;
        }
        catch (Win32Exception)
        {
            // Where a program may not say so, it works as others do.
        }
    }

    /// <summary>
    /// Does work on a thread of its own that the others of this program go before. What the work waits for comes back to that thread, unless
    /// it says otherwise.
    /// </summary>
    /// <param name="name">Of the thread, for whoever looks.</param>
    public static Task RunAsideAsync(string name, Func<Task> work)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => Run(work, done)) { Name = name, IsBackground = true, Priority = ThreadPriority.BelowNormal }.Start();
        return done.Task;
    }

    private static void Run(Func<Task> work, TaskCompletionSource done)
    {
        // The runtime's own priorities of threads have no effect here.
        if (OperatingSystem.IsLinux()) _ = SetPriority(0, 0, Low);
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
}
