using Sourceline.Attribution.Learning;
using Sourceline.Attribution.Pipeline.Syntax;

namespace Sourceline.Attribution.Training;

/// <summary>Learns what names what.</summary>
internal sealed class EntityTrainer(SeededRandom random)
{
    private const int Epochs = 6;
    private const int LeastUpdates = 2;

    /// <summary>A word names nothing if it was seen this often in lower case ...</summary>
    private const int OftenSeen = 20;

    /// <summary>... and named something at most once in so many times.</summary>
    private const int Rarely = 500;

    private readonly Perceptron _perceptron = new(EntityTypes.Count, LeastUpdates);
    private readonly EarlierNames _earlier = new();

    public EntityTagger Train(IReadOnlyList<TrainingText> texts)
    {
        var known = Known(texts);
        var order = texts.ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle<TrainingText>(order);
            foreach (var text in order)
                Learn(text, known);
        }

        return new EntityTagger(known, _perceptron.Average());
    }

    private void Learn(TrainingText text, WordClasses known)
    {
        Span<uint> room = stackalloc uint[EntityFeatures.Most];
        Span<int> scores = stackalloc int[EntityTypes.Count];
        EntityType before = default,
            beforeThat = default;
        _earlier.Clear();
        for (var i = 0; i < text.Forms.Count; i++)
        {
            var found = EntityType.None;
            if (!EntityTagger.NamesNothing(known, text.Forms, i))
            {
                var features = EntityFeatures.Of(text.Forms, text.FoundPos, i, before, beforeThat, _earlier, room);
                _perceptron.Score(features, scores);
                found = (EntityType)Perceptron.Best(scores);
                if (found != text.Right.Entity[i])
                    _perceptron.Update(features, (int)text.Right.Entity[i], (int)found);
                _perceptron.Step();
                if ((text.Forms.Shape(i) & WordShape.Capital) != 0)
                    _earlier.Set(text.Forms.Word(i), found);
            }

            beforeThat = before;
            before = found;
        }
    }

    private static WordClasses Known(IReadOnlyList<TrainingText> texts)
    {
        var counts = new SortedDictionary<uint, (int Seen, int Named)>();
        foreach (var text in texts)
        {
            for (var i = 0; i < text.Forms.Count; i++)
            {
                if ((text.Forms.Shape(i) & (WordShape.Capital | WordShape.InnerCapital | WordShape.Digits)) != 0)
                    continue;
                var (seen, named) = counts.GetValueOrDefault(text.Forms.Word(i));
                counts[text.Forms.Word(i)] = (seen + 1, named + (text.Right.Entity[i] == EntityType.None ? 0 : 1));
            }
        }

        var nothing = counts
            .Where(c => c.Value.Seen >= OftenSeen && c.Value.Named * Rarely <= c.Value.Seen && c.Key != 0)
            .Select(c => c.Key)
            .ToArray();
        return WordClasses.Of(nothing, new byte[nothing.Length]);
    }
}
