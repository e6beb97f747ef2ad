using Sourceline.Attribution.Learning;
using Sourceline.Attribution.Pipeline.Spans;

namespace Sourceline.Attribution.Training;

/// <summary>Learns the span models from marked texts. The same texts and seed give the same bits.</summary>
internal sealed class SpanTrainer(ulong seed, IProgress<string>? progress)
{
    private const int ChainEpochs = 4;
    private const int ArgumentEpochs = 3;
    private const double LeftOutOfSentence = .3;
    private const double LeftOutOfArguments = .15;
    private const int FollowOnEpochs = 5;
    private const float FollowOnRate = .1f;
    private const int AcceptanceEpochs = 4;
    private const float AcceptanceRate = .03f;

    /// <summary>The acceptance learns from candidates in texts that the chains have not seen: as many chains as this are trained for it.</summary>
    private const int Folds = 4;

    /// <summary>Where precision and recall of the whole balance; chosen on the development texts.</summary>
    private const float Threshold = .3f;

    public SpanModel Train(IReadOnlyList<LabelledText> texts)
    {
        var cases = new List<(uint[] Features, bool Right)>[Folds];
        for (var fold = 0; fold < Folds; fold++)
        {
            progress?.Report(FormattableString.Invariant($"spans, fold {fold + 1} of {Folds}"));
            var unfinished = Chains([.. texts.Where((_, i) => i % Folds != fold)]);
            cases[fold] = [.. texts.Where((_, i) => i % Folds == fold).SelectMany(t => Cases(t, unfinished))];
        }

        progress?.Report("spans, acceptance");
        var trainer = new LogisticTrainer(AcceptanceEpochs, AcceptanceRate, new SeededRandom(seed));
        foreach (var (features, right) in cases.SelectMany(c => c))
            trainer.Add(features, right);
        var acceptance = trainer.Train();
        progress?.Report("spans, from all texts");
        return Chains(texts) with { Acceptance = acceptance };
    }

    /// <summary>Everything but the acceptance.</summary>
    private SpanModel Chains(IReadOnlyList<LabelledText> texts)
    {
        var sentences = new ChainTrainer(
            ChainEpochs,
            new ChainLearner(SpanLabels.Cue.Count, LeftOutOfSentence, new SeededRandom(seed)),
            new ChainLearner(SpanLabels.Role.Count, LeftOutOfSentence, new SeededRandom(seed + 1))
        );
        var arguments = new ChainTrainer(
            ArgumentEpochs,
            new ChainLearner(SpanLabels.Argument.Count, LeftOutOfArguments, new SeededRandom(seed + 2))
        );
        var followOn = new LogisticTrainer(FollowOnEpochs, FollowOnRate, new SeededRandom(seed + 3));
        foreach (var text in texts)
        {
            var lessons = new SpanLessons(text);
            lessons.TeachSentences(sentences);
            lessons.TeachCues(arguments, followOn);
        }

        ChainModel[] chains = new ChainModel[2];
        Parallel.Invoke(() => chains[0] = sentences.Train(), () => chains[1] = arguments.Train());
        return new SpanModel(chains[0], chains[1], followOn.Train(), LogisticModel.Undecided, Threshold);
    }

    private static IEnumerable<(uint[] Features, bool Right)> Cases(LabelledText text, SpanModel model)
    {
        var candidates = new CandidateFinder(model).Find(text.Facts, CancellationToken.None);
        var features = new AcceptanceFeatures(text.Facts, candidates);
        var room = new uint[AcceptanceFeatures.Most];
        for (var i = 0; i < candidates.Count; i++)
            yield return (room[..features.Fill(i, room)], text.Attributions.Exists(a => a.IsFoundBy(candidates[i])));
    }
}
