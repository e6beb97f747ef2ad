using Sourceline.Attribution.Learning;
using Sourceline.Attribution.Pipeline.Syntax;

namespace Sourceline.Attribution.Training;

/// <summary>Learns parts of speech.</summary>
internal static class TaggerTrainer
{
    private const int Epochs = 6;
    private const int LeastUpdates = 2;

    /// <summary>A word is sure of its part of speech if it was seen this often ...</summary>
    private const int OftenSeen = 20;

    /// <summary>... and at least this share of the times with the same one.</summary>
    private const double Sure = .995;

    public static Tagger Train(IReadOnlyList<TrainingText> texts, SeededRandom random)
    {
        var known = Known(texts);
        var perceptron = new Perceptron(PartsOfSpeech.Count, LeastUpdates);
        var order = texts.ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle<TrainingText>(order);
            foreach (var text in order)
                Learn(text, known, perceptron);
        }

        return new Tagger(known, perceptron.Average());
    }

    private static void Learn(TrainingText text, WordClasses known, Perceptron perceptron)
    {
        Span<uint> room = stackalloc uint[TaggerFeatures.Most];
        Span<int> scores = stackalloc int[PartsOfSpeech.Count];
        PartOfSpeech before = default,
            beforeThat = default;
        for (var i = 0; i < text.Forms.Count; i++)
        {
            var found = known[text.Forms.Word(i)];
            if (found == WordClasses.Unknown)
            {
                var features = TaggerFeatures.Of(text.Forms, known, i, before, beforeThat, room);
                perceptron.Score(features, scores);
                found = (byte)Perceptron.Best(scores);
                var right = text.Right.Pos[i];
                if (found != (byte)right && right != PartOfSpeech.None)
                    perceptron.Update(features, (int)right, found);
                perceptron.Step();
            }

            beforeThat = before;
            before = (PartOfSpeech)found;
        }
    }

    private static WordClasses Known(IReadOnlyList<TrainingText> texts)
    {
        var counts = new SortedDictionary<uint, int[]>();
        foreach (var text in texts)
        {
            for (var i = 0; i < text.Forms.Count; i++)
            {
                if (!counts.TryGetValue(text.Forms.Word(i), out var seen))
                    counts[text.Forms.Word(i)] = seen = new int[PartsOfSpeech.Count];
                seen[(int)text.Right.Pos[i]]++;
            }
        }

        var sure = counts
            .Where(c => c.Value.Sum() >= OftenSeen && c.Value.Max() >= Sure * c.Value.Sum() && c.Value[0] < c.Value.Max())
            .ToArray();
        return WordClasses.Of([.. sure.Select(c => c.Key)], [.. sure.Select(c => (byte)Array.IndexOf(c.Value, c.Value.Max()))]);
    }
}
