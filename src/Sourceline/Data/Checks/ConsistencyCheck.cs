namespace Sourceline.Data.Checks;

/// <summary>Something that does not fit.</summary>
/// <param name="What">What is wrong and where, in a sentence.</param>
/// <param name="Repair">What puts it right.</param>
public sealed record Fault(string What, string Repair);

/// <summary>
/// One thing that <c>sourceline check</c> looks at. A slice registers those for what it derives from the database; none changes anything.
/// </summary>
public abstract class ConsistencyCheck
{
    /// <summary>What is looked at: "act log".</summary>
    public abstract string Name { get; }

    /// <summary>Gives out faults as they are found, and ends with a few words about what was looked at: "1,216 acts".</summary>
    /// <param name="findings">Takes each fault, and how far the check is.</param>
    /// <param name="cancellationToken">Stops.</param>
    public abstract Task<string> RunAsync(Findings findings, CancellationToken cancellationToken);
}
