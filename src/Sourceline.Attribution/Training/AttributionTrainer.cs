using Sourceline.Attribution.Pipeline.Clauses;
using Sourceline.Attribution.Pipeline.Spans;
using Sourceline.Attribution.Pipeline.Syntax;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Training;

/// <summary>
/// Trains a model on annotated texts and the layer of a parser on the same texts. Pure C#; the same input and seed give the same model to the
/// bit on one kind of machine. The model holds hashed features and their weights, no text.
/// </summary>
public static class AttributionTrainer
{
    /// <summary>The span models learn on syntax as it is found in unseen text: as many syntax models as this are trained for that.</summary>
    private const int Folds = 4;

    /// <summary>Trains and writes a model.</summary>
    /// <param name="annotated">Annotated documents, as <see cref="CorpusReader"/> reads them.</param>
    /// <param name="parsed">
    /// Parts of speech, names and dependencies of the same documents: lines <c>#doc name</c>, <c>#sent</c>, and a token a line in nine fields parted
    /// by tabs: begin and end in code points, word, lemma, Penn part of speech, entity, normalised entity, head, Universal Dependencies relation.
    /// Documents that it lacks are learned from without.
    /// </param>
    /// <param name="seed">Any number; another gives another model of the same quality.</param>
    /// <param name="output">Receives the model.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <exception cref="FormatException">A line of <paramref name="annotated"/> is no annotated document.</exception>
    /// <exception cref="InvalidDataException">A line of <paramref name="parsed"/> cannot be read, or there is nothing to learn from.</exception>
    public static void Train(TextReader annotated, TextReader parsed, ulong seed, Stream output, IProgress<string>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(annotated);
        ArgumentNullException.ThrowIfNull(parsed);
        ArgumentNullException.ThrowIfNull(output);
        var documents = CorpusReader.Read(annotated).ToList();
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            if (!texts.TryAdd(document.Name, document.Text))
                throw new InvalidDataException($"There are two documents '{document.Name}'.");
        }

        var corpus = ParsedTextReader.Read(parsed, texts).Select(TrainingText.Of).ToList();
        if (documents.Count < Folds || corpus.Count < Folds)
            throw new InvalidDataException(
                FormattableString.Invariant(
                    $"There are {documents.Count} annotated and {corpus.Count} parsed documents; it takes {Folds} of each, and many more to learn anything."
                )
            );
        Train(documents, corpus, seed, progress).Write(output);
    }

    private static AttributionModel Train(
        List<AnnotatedDocument> documents,
        List<TrainingText> corpus,
        ulong seed,
        IProgress<string>? progress
    )
    {
        progress?.Report("syntax");
        var syntax = SyntaxTrainer.Train(corpus, seed, progress);
        progress?.Report("syntax of unseen texts");
        var found = SyntaxTrainer.Jackknife(corpus, Folds, seed, progress);
        var layers = corpus
            .Select((text, i) => (text.Name, Layer: found[i]))
            .ToDictionary(p => p.Name, p => p.Layer, StringComparer.Ordinal);
        progress?.Report("rules");
        var marked = documents.ConvertAll(d => Marked(d, layers.GetValueOrDefault(d.Name), syntax));
        return AttributionModel.Of(syntax, new SpanTrainer(seed, progress).Train(marked));
    }

    private static LabelledText Marked(AnnotatedDocument document, SyntaxLayer? layer, SyntaxModel syntax)
    {
        var read = Document.Read(document.Text, CancellationToken.None);
        var clauses = SentenceClauses.Read(new Reader(read, null), CancellationToken.None);
        return new LabelledText(document, new SpanFacts(read, layer ?? syntax.Read(read, CancellationToken.None), clauses));
    }
}
