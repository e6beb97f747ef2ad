using Sourceline.Attribution.Learning;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Syntax;

/// <summary>Reads parts of speech, names and dependencies of English text. Immutable and shared by threads.</summary>
internal sealed class SyntaxModel(Tagger tagger, EntityTagger entities, DependencyParser parser)
{
    private const string Prefix = "syntax.";

    [ThreadStatic]
    private static Scratch? _scratch;

    public Tagger Tagger { get; } = tagger;

    public EntityTagger Entities { get; } = entities;

    public DependencyParser Parser { get; } = parser;

    /// <summary>Takes the model out of a container; null where it has none.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static SyntaxModel? Read(ModelContainer model) =>
        !model.Has(Prefix + "parser")
            ? null
            : new SyntaxModel(
                Tagger.Read(model, Prefix + "tagger"),
                EntityTagger.Read(model, Prefix + "entities"),
                DependencyParser.Read(model, Prefix + "parser")
            );

    public void Write(ModelContainer model)
    {
        model.Set(Prefix + "tagger", Tagger.Write());
        model.Set(Prefix + "entities", Entities.Write());
        model.Set(Prefix + "parser", Parser.Write());
    }

    public SyntaxLayer Read(Document document, CancellationToken cancellationToken)
    {
        using var forms = new TokenForms(document);
        return Read(document, forms, cancellationToken);
    }

    public SyntaxLayer Read(Document document, TokenForms forms, CancellationToken cancellationToken)
    {
        var scratch = _scratch ??= new Scratch();
        var layer = new SyntaxLayer(document.Tokens.Count);
        Chunks.Find(document, layer.Chunks);
        Tagger.Tag(forms, layer.Pos);
        Entities.Tag(forms, layer.Pos, scratch.Names, layer.Entity);
        Parser.Parse(forms, layer, scratch.State, cancellationToken);
        return layer;
    }

    /// <summary>What one thread reuses from text to text.</summary>
    private sealed class Scratch
    {
        public ParserState State { get; } = new();

        public EarlierNames Names { get; } = new();
    }
}
