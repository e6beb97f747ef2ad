using Sourceline.Attribution.Pipeline.Syntax;

namespace Sourceline.Attribution.Training;

/// <summary>Learns a whole syntax model from a parsed corpus. The same corpus and seed give the same bits.</summary>
internal static class SyntaxTrainer
{
    /// <summary>The parser learns on parts of speech from taggers that have not seen the text: as many as this.</summary>
    private const int TaggerFolds = 3;

    /// <param name="corpus">The texts to learn from.</param>
    /// <param name="seed">Any number; another gives another model of the same quality.</param>
    /// <param name="progress">Told what is being done.</param>
    public static SyntaxModel Train(IReadOnlyList<TrainingText> corpus, ulong seed, IProgress<string>? progress = null)
    {
        var random = new SeededRandom(seed);
        progress?.Report("parts of speech");
        var tagger = TaggerTrainer.Train(corpus, random);
        progress?.Report("parts of speech of unseen texts");
        var tagged = Tagged(corpus, random);
        progress?.Report("names");
        var entities = new EntityTrainer(random).Train(tagged);
        progress?.Report("dependencies");
        return new SyntaxModel(tagger, entities, new ParserTrainer(random).Train(tagged));
    }

    /// <summary>For each text the layer that a model finds which has not learned from it: as good and as bad as on new text.</summary>
    /// <param name="corpus">The texts to learn from.</param>
    /// <param name="folds">How many models are trained, each without its share of the texts.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="progress">Told what is being done.</param>
    public static SyntaxLayer[] Jackknife(IReadOnlyList<TrainingText> corpus, int folds, ulong seed, IProgress<string>? progress = null)
    {
        var layers = new SyntaxLayer[corpus.Count];
        Parallel.For(0, folds, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, fold =>
        {
            progress?.Report(FormattableString.Invariant($"fold {fold + 1} of {folds}"));
            var model = Train([.. corpus.Where((_, i) => i % folds != fold)], seed + (ulong)fold);
            for (var i = fold; i < corpus.Count; i += folds)
                layers[i] = model.Read(corpus[i].Document, corpus[i].Forms, CancellationToken.None);
        });
        return layers;
    }

    internal static TrainingText[] Tagged(IReadOnlyList<TrainingText> corpus, SeededRandom random)
    {
        var tagged = new TrainingText[corpus.Count];
        for (var fold = 0; fold < TaggerFolds; fold++)
        {
            var tagger = TaggerTrainer.Train([.. corpus.Where((_, i) => i % TaggerFolds != fold)], random);
            for (var i = fold; i < corpus.Count; i += TaggerFolds)
            {
                var pos = new PartOfSpeech[corpus[i].Forms.Count];
                tagger.Tag(corpus[i].Forms, pos);
                tagged[i] = corpus[i] with { FoundPos = pos };
            }
        }

        return tagged;
    }
}
