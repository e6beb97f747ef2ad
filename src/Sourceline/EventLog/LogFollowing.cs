namespace Sourceline.EventLog;

/// <summary>
/// Something derived that follows the log of acts and is kept on this machine. The server keeps it in step by itself; a verb that brings
/// many acts has it follow meanwhile, so that nothing is left to do when the server starts.
/// </summary>
public abstract class LogFollowing
{
    /// <summary>"the search index".</summary>
    public abstract string Name { get; }

    /// <summary>Takes in what the log has and what comes to it, until it has all that was there when <paramref name="until"/> ended.</summary>
    /// <param name="until">Whatever brings the acts.</param>
    /// <param name="cancellationToken">Stops; what was taken in stays.</param>
    /// <returns>How long this worked, waiting left out; null where another program, the server, keeps it in step.</returns>
    public abstract Task<TimeSpan?> FollowAsync(Task until, CancellationToken cancellationToken);
}
