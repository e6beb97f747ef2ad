namespace Sourceline.Attribution;

/// <summary>
/// The trained part that finds who says what: three chains of labels and two judges. Immutable and shared by threads.
/// </summary>
/// <param name="Cues">Finds cues.</param>
/// <param name="Roles">Finds cues, sources and contents in a sentence as a whole, without saying which go together.</param>
/// <param name="Arguments">Finds source and content of one cue.</param>
/// <param name="FollowOn">Says whether content goes on in the next sentence.</param>
/// <param name="Acceptance">Says whether a candidate is an attribution.</param>
/// <param name="Threshold">The confidence from which on a candidate is one.</param>
internal sealed record SpanModel(ChainModel Cues, ChainModel Roles, ChainModel Arguments, Judge FollowOn, Judge Acceptance, float Threshold)
{
    private const string Prefix = "spans.";

    /// <summary>Takes the model out of a container; null where it has none.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static SpanModel? Read(ModelContainer model) => !model.Has(Prefix + "cues") ? null : new SpanModel(
        ChainModel.Read(model, Prefix + "cues"),
        ChainModel.Read(model, Prefix + "roles"),
        ChainModel.Read(model, Prefix + "arguments"),
        Judge.Read(model, Prefix + "follow-on"),
        Judge.Read(model, Prefix + "acceptance"),
        model.Read(Prefix + "threshold").ReadSingle());

    public void Write(ModelContainer model)
    {
        model.Set(Prefix + "cues", Cues.Write());
        model.Set(Prefix + "roles", Roles.Write());
        model.Set(Prefix + "arguments", Arguments.Write());
        model.Set(Prefix + "follow-on", FollowOn.Write());
        model.Set(Prefix + "acceptance", Acceptance.Write());
        using var threshold = new SectionWriter();
        model.Set(Prefix + "threshold", threshold.Write(Threshold).ToArray());
    }
}
