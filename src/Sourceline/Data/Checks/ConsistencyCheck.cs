namespace Sourceline.Data.Checks;

/// <summary>Something that is damaged or does not match.</summary>
/// <param name="What">What is wrong and where, in a sentence.</param>
/// <param name="Repair">The command that repairs it, or what else to do, in a sentence.</param>
public sealed record Fault(string What, string Repair);

/// <summary>
/// One check of primary data by <c>sourceline check</c>: of what nothing else can be rebuilt from. Derived data is checked by its
/// projection. A check changes nothing.
/// </summary>
public abstract class ConsistencyCheck
{
    /// <summary>What is checked: "act log".</summary>
    public abstract string Name { get; }

    /// <summary>Reports faults as they are found, and ends with a few words about what was checked: "1,216 acts".</summary>
    /// <param name="findings">Takes each fault, and how far the check is.</param>
    /// <param name="cancellationToken">Stops.</param>
    public abstract Task<string> RunAsync(Findings findings, CancellationToken cancellationToken);
}
