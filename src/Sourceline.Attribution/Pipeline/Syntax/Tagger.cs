using Sourceline.Attribution.Learning;

namespace Sourceline.Attribution.Pipeline.Syntax;

/// <summary>
/// Gives each token its part of speech, from left to right. A word that had one part of speech only wherever it was seen, and was seen
/// often, has that; any other is judged by a linear model.
/// </summary>
internal sealed class Tagger(WordClasses known, WeightTable weights)
{
    public static Tagger Read(ModelContainer model, string section)
    {
        var reader = model.Read(section);
        var known = reader.ReadWordClasses();
        return new Tagger(known, reader.ReadTable());
    }

    public byte[] Write()
    {
        using var writer = new SectionWriter();
        return writer.Write(known).Write(weights).ToArray();
    }

    public void Tag(TokenForms forms, Span<PartOfSpeech> pos)
    {
        Span<uint> room = stackalloc uint[TaggerFeatures.Most];
        Span<short> scores = stackalloc short[weights.Stride];
        PartOfSpeech before = default,
            beforeThat = default;
        for (var i = 0; i < forms.Count; i++)
        {
            var sure = known[forms.Word(i)];
            if (sure == WordClasses.Unknown)
            {
                scores.Clear();
                weights.Add(TaggerFeatures.Of(forms, known, i, before, beforeThat, room), scores);
                sure = (byte)Scores.Best(scores[..weights.Classes]);
            }

            beforeThat = before;
            pos[i] = before = (PartOfSpeech)sure;
        }
    }
}
