namespace Sourceline.Data;

/// <summary>
/// Something derived that follows the log of acts and is kept on this machine. The server keeps it in step by itself; a verb that brings
/// many acts has it catch up before it ends, so that nothing is left to do when the server starts.
/// </summary>
public abstract class LogFollowing
{
    /// <summary>"the search index".</summary>
    public abstract string Name { get; }

    /// <summary>Takes in what the log has. False where another program, the server, keeps it in step.</summary>
    /// <param name="progress">Told how many stories are in and how many there are, where it is built from the beginning.</param>
    /// <param name="cancellationToken">Stops; what was taken in stays.</param>
    public abstract Task<bool> CatchUpAsync(Action<long, long>? progress, CancellationToken cancellationToken);
}
