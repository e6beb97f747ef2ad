namespace Sourceline.Attribution.Pipeline.Rereading;

/// <summary>
/// What <see cref="Attributor.ReadAgain"/> keeps of a text that is being written: what its sentences say for themselves, which is most of the work.
/// Make one for each text; it holds as much as the last reading needed, some 40 bytes a word. May be shared by threads: of two readings at
/// once each is right, and what the later one found is kept.
/// </summary>
public sealed class ReadingMemory
{
    private volatile ReadingCache? _last;

    /// <summary>For readings with the model that the library carries.</summary>
    public ReadingMemory()
        : this(AttributionModel.Shipped)
    {
    }

    /// <summary>For readings with a model of one's own, or by the rules alone.</summary>
    /// <param name="model">What was learned; null for the rules alone.</param>
    public ReadingMemory(AttributionModel? model) => Model = model;

    /// <summary>The model that texts are read with; null for the rules alone.</summary>
    public AttributionModel? Model { get; }

    internal ReadingCache Open() => new(_last);

    internal void Keep(ReadingCache read)
    {
        read.Forget();
        _last = read;
    }
}
