using Sourceline.Attribution.Learning;

namespace Sourceline.Attribution.Pipeline.Syntax;

/// <summary>
/// Says of each token what it names, from left to right. Words that were seen often and never named anything name nothing; any other is
/// judged by a linear model.
/// </summary>
internal sealed class EntityTagger(WordClasses known, WeightTable weights)
{
    public static EntityTagger Read(ModelContainer model, string section)
    {
        var reader = model.Read(section);
        var known = reader.ReadWordClasses();
        return new EntityTagger(known, reader.ReadTable());
    }

    public byte[] Write()
    {
        using var writer = new SectionWriter();
        return writer.Write(known).Write(weights).ToArray();
    }

    /// <summary>Whether a token can be left out: no capital, no digit, and of a word that is known to name nothing.</summary>
    public static bool NamesNothing(WordClasses known, TokenForms forms, int token) =>
        (forms.Shape(token) & (WordShape.Capital | WordShape.InnerCapital | WordShape.Digits)) == 0
        && known[forms.Word(token)] != WordClasses.Unknown;

    public void Tag(TokenForms forms, ReadOnlySpan<PartOfSpeech> pos, EarlierNames earlier, Span<EntityType> entities)
    {
        Span<uint> room = stackalloc uint[EntityFeatures.Most];
        Span<short> scores = stackalloc short[weights.Stride];
        EntityType before = default,
            beforeThat = default;
        earlier.Clear();
        for (var i = 0; i < forms.Count; i++)
        {
            var type = EntityType.None;
            if (!NamesNothing(known, forms, i))
            {
                scores.Clear();
                weights.Add(EntityFeatures.Of(forms, pos, i, before, beforeThat, earlier, room), scores);
                type = (EntityType)Scores.Best(scores[..weights.Classes]);
                if ((forms.Shape(i) & WordShape.Capital) != 0)
                    earlier.Set(forms.Word(i), type);
            }

            beforeThat = before;
            entities[i] = before = type;
        }
    }
}
