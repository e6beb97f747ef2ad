using Sourceline.Attribution.Learning;
using Sourceline.Attribution.Pipeline.Spans;
using Sourceline.Attribution.Pipeline.Syntax;

namespace Sourceline.Attribution;

/// <summary>
/// What was learned from annotated news: it finds statements that the rules alone would miss, and says how sure each is. Immutable and shared
/// by threads. The library carries one; another, trained on texts of one's own, is read from a stream.
/// </summary>
public sealed class AttributionModel
{
    private static readonly Lazy<AttributionModel?> Loaded = new(LoadShipped);

    private AttributionModel(SyntaxModel syntax, SpanModel spans) => (Syntax, Spans) = (syntax, spans);

    /// <summary>The model that the library carries, loaded when it is first asked for; null in a build that carries none.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static AttributionModel? Shipped => Loaded.Value;

    internal SyntaxModel Syntax { get; }

    internal SpanModel Spans { get; }

    /// <summary>Reads a model.</summary>
    /// <param name="stream">A model as <see cref="Training.AttributionTrainer"/> writes it.</param>
    /// <exception cref="InvalidDataException">It is no model, of another version, cut off or damaged.</exception>
    public static AttributionModel Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Of(ModelContainer.Read(stream));
    }

    internal static AttributionModel Of(SyntaxModel syntax, SpanModel spans) => new(syntax, spans);

    /// <summary>Writes the model. The same model gives the same bytes.</summary>
    internal void Write(Stream stream)
    {
        var container = new ModelContainer();
        Syntax.Write(container);
        Spans.Write(container);
        container.Write(stream);
    }

    private static AttributionModel Of(ModelContainer container) =>
        SyntaxModel.Read(container) is { } syntax && SpanModel.Read(container) is { } spans
            ? new AttributionModel(syntax, spans)
            : throw new InvalidDataException("The attribution model lacks one of its parts.");

    private static AttributionModel? LoadShipped()
    {
        using var stream = typeof(AttributionModel).Assembly.GetManifestResourceStream("attribution.model");
        return stream is null ? null : Load(stream);
    }
}
