using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Syntax;

/// <summary>
/// What is known of each token of a document: its part of speech, what it names, and on which token it depends. The heads make one tree for
/// each chunk, which is a sentence or, where that is long or quotes several, a part of one.
/// </summary>
internal sealed class SyntaxLayer(int tokens)
{
    public const int NoHead = -1;

    public PartOfSpeech[] Pos { get; } = new PartOfSpeech[tokens];

    public EntityType[] Entity { get; } = new EntityType[tokens];

    /// <summary>For each token its head, a token of the document, or <see cref="NoHead"/>.</summary>
    public int[] Head { get; } = new int[tokens];

    public Relation[] Relation { get; } = new Relation[tokens];

    /// <summary>The chunks that the trees stand on, in order, without gaps. No chunk reaches over the end of a sentence.</summary>
    public List<TokenRange> Chunks { get; } = [];
}
