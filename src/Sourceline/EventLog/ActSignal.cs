using System.Collections.Immutable;

namespace Sourceline.EventLog;

/// <summary>
/// Tells what follows the log in this process that there is something to follow: after each commit that brought acts, before whoever
/// did them is answered, and whenever <see cref="ActListener"/> hears that another process may have done something.
/// </summary>
public sealed partial class ActSignal(ILogger<ActSignal> log)
{
    private ImmutableArray<Func<long?, Task>> _followers = [];
    private volatile bool _told;

    /// <summary>
    /// Adds a follower. It is given the number up to which it must have followed when it returns, or null where it should look for
    /// itself; it may be called from several threads at once. Where it throws, the act stands nonetheless: it has been committed.
    /// </summary>
    public void Add(Func<long?, Task> follower) => ImmutableInterlocked.Update(ref _followers, followers => followers.Add(follower));

    /// <summary>Has everybody follow; a follower that fails holds up no other. Whoever only looks is told once of a database that is away, not at each look.</summary>
    /// <returns>Whether all have followed.</returns>
    public async Task<bool> RaiseAsync(long? upTo)
    {
        var all = true;
        foreach (var follower in _followers)
        {
            try
            {
                await follower(upTo);
            }
#pragma warning disable CA1031 // One follower that fails stops neither the others nor the act, which is committed.
            catch (Exception e)
#pragma warning restore CA1031
            {
                all = false;
                if (upTo is not null || !_told)
                    FollowerFailed(log, e);
            }
        }
        _told = !all;
        return all;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A follower of the act log failed; it is tried again.")]
    private static partial void FollowerFailed(ILogger logger, Exception exception);
}
