using Sourceline.Attribution.Learning;

namespace Sourceline.Attribution.Pipeline.Spans;

/// <summary>
/// The trained part that finds who says what: three chains of labels and two judges. Immutable and shared by threads.
/// </summary>
/// <param name="Sentences">Two chains over a sentence as a whole: <see cref="Cues"/> and <see cref="Roles"/>.</param>
/// <param name="Arguments">A chain that finds source and content of one cue.</param>
/// <param name="FollowOn">Says whether content goes on in the next sentence.</param>
/// <param name="Acceptance">Says whether a candidate is an attribution.</param>
/// <param name="Threshold">The confidence from which on a candidate is one.</param>
internal sealed record SpanModel(
    ChainModel Sentences,
    ChainModel Arguments,
    LogisticModel FollowOn,
    LogisticModel Acceptance,
    float Threshold
)
{
    private const string Prefix = "spans.";

    /// <summary>Finds cues.</summary>
    public LabelChain Cues => Sentences.Chains[0];

    /// <summary>Finds cues, sources and contents without saying which go together.</summary>
    public LabelChain Roles => Sentences.Chains[1];

    /// <summary>Finds source and content of a cue.</summary>
    public LabelChain OfCue => Arguments.Chains[0];

    /// <summary>Takes the model out of a container; null where it has none.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static SpanModel? Read(ModelContainer model) =>
        !model.Has(Prefix + "sentences")
            ? null
            : new SpanModel(
                Fitting(ChainModel.Read(model, Prefix + "sentences"), SpanLabels.Cue.Count, SpanLabels.Role.Count),
                Fitting(ChainModel.Read(model, Prefix + "arguments"), SpanLabels.Argument.Count),
                LogisticModel.Read(model, Prefix + "follow-on"),
                LogisticModel.Read(model, Prefix + "acceptance"),
                model.Read(Prefix + "threshold").ReadSingle()
            );

    public void Write(ModelContainer model)
    {
        model.Set(Prefix + "sentences", Sentences.Write());
        model.Set(Prefix + "arguments", Arguments.Write());
        model.Set(Prefix + "follow-on", FollowOn.Write());
        model.Set(Prefix + "acceptance", Acceptance.Write());
        using var threshold = new SectionWriter();
        model.Set(Prefix + "threshold", threshold.Write(Threshold).ToArray());
    }

    private static ChainModel Fitting(ChainModel model, params ReadOnlySpan<int> labels)
    {
        if (model.Chains.Length != labels.Length)
            throw new InvalidDataException("The attribution model has more or fewer chains than it should.");
        for (var c = 0; c < labels.Length; c++)
        {
            if (model.Chains[c].Labels != labels[c])
                throw new InvalidDataException("A chain of the attribution model has more or fewer labels than it should.");
        }

        return model;
    }
}
