using System.Collections.Concurrent;
using System.Diagnostics;

namespace Sourceline.BackgroundWork;

/// <summary>
/// Threads that work while nobody else wants the processor, one for each. Where others do, a thread may lie in the middle of its work for
/// seconds, and whoever collects memory waits for it; so that nobody waits for that, they are then paused, each at the end of its piece of work, before
/// anything is locked that others need.
/// </summary>
public sealed class IdleTaskScheduler : TaskScheduler, IDisposable
{
    /// <summary>Alone on the machine, an import's other threads leave them two thirds.</summary>
    private const double FreeShare = .5;

    private static readonly int Count = Environment.ProcessorCount;

    private readonly BlockingCollection<Task> _tasks = [];
    private readonly SemaphoreSlim _turns = new(Count, Count);
    private readonly Thread[] _threads;
    private long _worked;
    private long _taken;

    internal IdleTaskScheduler()
    {
        ProcessPriority.BeginCollector();
        _threads = [.. Enumerable.Range(0, Count).Select(_ => new Thread(Work) { Name = "spare", IsBackground = true })];
        foreach (var thread in _threads)
            thread.Start();
    }

    /// <summary>Null where this program does everything at the priority that it was started with.</summary>
    public static IdleTaskScheduler? InUse { get; private set; }

    public override int MaximumConcurrencyLevel => Count;

    /// <summary>For a program of its own, before its work begins.</summary>
    public static void Use() => InUse ??= new IdleTaskScheduler();

    /// <summary>A piece of work, which begins when there is no pause.</summary>
    public void Run(Action work)
    {
        ArgumentNullException.ThrowIfNull(work);
        _turns.Wait();
        var (begun, busy) = (Stopwatch.GetTimestamp(), ProcessPriority.ProcessorTime());
        try
        {
            work();
        }
        finally
        {
            Interlocked.Add(ref _worked, (ProcessPriority.ProcessorTime() - busy).Ticks);
            Interlocked.Add(ref _taken, Stopwatch.GetElapsedTime(begun).Ticks);
            _turns.Release();
        }
    }

    /// <summary>
    /// A pause as <see cref="PauseAsync"/> makes it, where others have wanted the processors since this was last called, or it is not known; null where the
    /// threads had them, and nobody will wait for one of them for long.
    /// </summary>
    public async Task<IDisposable?> GiveWayAsync()
    {
        var (worked, taken) = (Interlocked.Exchange(ref _worked, 0), Interlocked.Exchange(ref _taken, 0));
        return taken > 0 && worked >= FreeShare * taken ? null : await PauseAsync();
    }

    /// <summary>Waits until every piece of work that was begun is done, and lets none begin before the pause is disposed of. One pause at a time.</summary>
    internal async Task<IDisposable> PauseAsync()
    {
        for (var turn = 0; turn < Count; turn++)
            await _turns.WaitAsync();
        return new Pause(_turns);
    }

    public void Dispose()
    {
        _tasks.CompleteAdding();
        foreach (var thread in _threads)
            thread.Join();
        _turns.Dispose();
        _tasks.Dispose();
    }

    protected override void QueueTask(Task task) => _tasks.Add(task);

    /// <summary>Never on another thread, whose priority would be another.</summary>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => _tasks.ToArray();

    private void Work()
    {
        ProcessPriority.BecomeIdle();
        foreach (var task in _tasks.GetConsumingEnumerable())
            TryExecuteTask(task);
    }

    private sealed class Pause(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release(Count);
    }
}
