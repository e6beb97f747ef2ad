namespace Sourceline.EventLog;

/// <summary>Keeps every projection in step with the log while the server runs, in the order in which they are registered.</summary>
internal sealed class ProjectionRunner(IEnumerable<Projection> projections, ActSignal signal) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var projection in projections)
            signal.Add(projection.ApplyAsync);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
