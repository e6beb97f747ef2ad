using Sourceline.Data;

namespace Sourceline.Stories;

/// <summary>What may be done with a story: each act checks the state, changes it, refreshes what leans on it and is logged, in one transaction.</summary>
public sealed class StoryActs
{
    /// <summary>Publishes the latest version. Throws <see cref="ActRefusedException"/> where the state does not allow it.</summary>
    public Task PublishAsync(long storyId, string actor, string? reason, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Takes a published story off the site; it may be published again.</summary>
    public Task UnpublishAsync(long storyId, string actor, string? reason, CancellationToken cancellationToken) => throw new NotImplementedException();
}

/// <summary>The state of the story does not allow the act; the message says so to an editor.</summary>
public sealed class ActRefusedException(string message) : Exception(message);
