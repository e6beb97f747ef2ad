namespace Sourceline.Data.Checks;

/// <summary>What one check has found: the first few faults, how many there were, and notes.</summary>
/// <param name="repair">What repairs a fault that names no repair of its own.</param>
/// <param name="progress">Told how many stories of how many were checked.</param>
public sealed class Findings(string repair, Action<long, long>? progress = null)
{
    /// <summary>Faults of one check that are shown.</summary>
    public const int Most = 10;

    private readonly List<string> _shown = [];
    private readonly List<string> _notes = [];
    private readonly HashSet<string> _repairs = [];

    /// <summary>How many faults there are.</summary>
    public long Count { get; private set; }

    /// <summary>The first of them.</summary>
    public IReadOnlyList<string> Shown => _shown;

    /// <summary>What repairs them, each once.</summary>
    public IReadOnlyCollection<string> Repairs => _repairs;

    /// <summary>What an operator should know although it is no fault.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Adds a fault that the check's own command repairs.</summary>
    public void Add(string what) => Add(new Fault(what, repair));

    public void Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (++Count <= Most)
            _shown.Add(fault.What);
        _repairs.Add(fault.Repair);
    }

    public void Note(string what) => _notes.Add(what);

    /// <summary>Says how far the check is.</summary>
    public void LookedAt(long stories, long all) => progress?.Invoke(stories, all);
}
