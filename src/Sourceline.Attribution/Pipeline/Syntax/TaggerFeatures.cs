using Sourceline.Attribution.Learning;

namespace Sourceline.Attribution.Pipeline.Syntax;

/// <summary>What the part of speech of a token is judged by.</summary>
internal static class TaggerFeatures
{
    /// <summary>No decision has more.</summary>
    public const int Most = 32;

    /// <param name="forms">The tokens.</param>
    /// <param name="known">What is known of words by themselves.</param>
    /// <param name="token">The token to be judged.</param>
    /// <param name="before">The part of speech before it.</param>
    /// <param name="beforeThat">The one before that.</param>
    /// <param name="room">At least <see cref="Most"/> long.</param>
    public static ReadOnlySpan<uint> Of(
        TokenForms forms,
        WordClasses known,
        int token,
        PartOfSpeech before,
        PartOfSpeech beforeThat,
        Span<uint> room
    )
    {
        var list = new FeatureList(room);
        uint word = forms.Word(token),
            ending = forms.Ending(token),
            shape = forms.Shape(token);
        uint left = forms.Word(token - 1),
            right = forms.Word(token + 1);
        uint t1 = (uint)before,
            t2 = (uint)beforeThat;
        list.Add(word);
        list.Add(ending);
        list.Add(shape);
        list.Add(t1);
        list.Add(t1, t2);
        list.Add(t1, word);
        list.Add(t1, ending);
        list.Add(t1, shape);
        list.Add(t1, t2, word);
        list.Add(word, left);
        list.Add(word, right);
        list.Add(left);
        list.Add(right);
        list.Add(left, right);
        list.Add(forms.Word(token - 2));
        list.Add(forms.Word(token + 2));
        list.Add(forms.Ending(token - 1));
        list.Add(forms.Ending(token + 1));
        list.Add(shape, forms.Shape(token - 1), forms.Shape(token + 1));
        list.Add(ending, forms.Ending(token + 1));
        list.Add(t1, known[right]);
        list.Add(known[right], known[forms.Word(token + 2)], t1);
        list.Add(word, known[right]);
        list.Add(ending, shape);
        list.Add(t1, ending, forms.Ending(token + 1));
        return list.Features;
    }
}
