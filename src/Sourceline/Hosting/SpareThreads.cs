using System.Collections.Concurrent;

namespace Sourceline.Hosting;

/// <summary>
/// Threads that work while nobody else wants the processor, one for each. Where others do, a thread may lie in the middle of its work for
/// seconds; so that nobody waits for that, they are paused, each at the end of its piece of work, before anything is locked that others need.
/// </summary>
public sealed class SpareThreads : TaskScheduler, IDisposable
{
    private static readonly int Count = Environment.ProcessorCount;

    private readonly BlockingCollection<Task> _tasks = [];
    private readonly SemaphoreSlim _turns = new(Count, Count);
    private readonly Thread[] _threads;

    internal SpareThreads()
    {
        Priority.BeginCollector();
        _threads = [.. Enumerable.Range(0, Count).Select(_ => new Thread(Work) { Name = "spare", IsBackground = true })];
        foreach (var thread in _threads) thread.Start();
    }

    /// <summary>Null where this program does everything at the priority that it was started with.</summary>
    public static SpareThreads? InUse { get; private set; }

    public override int MaximumConcurrencyLevel => Count;

    /// <summary>For a program of its own, before its work begins.</summary>
    public static void Use() => InUse ??= new SpareThreads();

    /// <summary>A piece of work, which begins when there is no pause.</summary>
    public void Run(Action work)
    {
        ArgumentNullException.ThrowIfNull(work);
        _turns.Wait();
        try
        {
            work();
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <summary>Waits until every piece of work that was begun is done, and lets none begin before the pause is disposed of. One pause at a time.</summary>
    public async Task<IDisposable> PauseAsync()
    {
        for (var turn = 0; turn < Count; turn++) await _turns.WaitAsync();
        return new Pause(_turns);
    }

    public void Dispose()
    {
        _tasks.CompleteAdding();
        foreach (var thread in _threads) thread.Join();
        _turns.Dispose();
        _tasks.Dispose();
    }

    protected override void QueueTask(Task task) => _tasks.Add(task);

    /// <summary>Never on another thread, whose priority would be another.</summary>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => _tasks.ToArray();

    private void Work()
    {
        Priority.BecomeIdle();
        foreach (var task in _tasks.GetConsumingEnumerable()) TryExecuteTask(task);
    }

    private sealed class Pause(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release(Count);
    }
}
