namespace Sourceline.Attribution.Pipeline.Syntax;

/// <summary>What it is judged by whether, and what, a token names.</summary>
internal static class EntityFeatures
{
    /// <summary>No decision has more.</summary>
    public const int Most = 40;

    /// <param name="forms">The tokens.</param>
    /// <param name="pos">Their parts of speech.</param>
    /// <param name="token">The token to be judged.</param>
    /// <param name="before">What the token before it names.</param>
    /// <param name="beforeThat">The one before that.</param>
    /// <param name="earlier">What the same word named when it stood in the text last.</param>
    /// <param name="room">At least <see cref="Most"/> long.</param>
    public static ReadOnlySpan<uint> Of(
        TokenForms forms,
        ReadOnlySpan<PartOfSpeech> pos,
        int token,
        EntityType before,
        EntityType beforeThat,
        EarlierNames earlier,
        Span<uint> room
    )
    {
        var list = new FeatureList(room);
        uint word = forms.Word(token),
            shape = forms.Shape(token),
            ending = forms.Ending(token);
        uint left = forms.Word(token - 1),
            right = forms.Word(token + 1);
        uint e1 = (uint)before,
            e2 = e1 | (uint)beforeThat << 4;
        uint here = PosAt(pos, token),
            posLeft = PosAt(pos, token - 1),
            posRight = PosAt(pos, token + 1);
        uint seen = earlier[word],
            next = earlier[right];
        list.Add(word);
        list.Add(word, shape);
        list.Add(shape);
        list.Add(ending, shape);
        list.Add(here);
        list.Add(e1);
        list.Add(e2);
        list.Add(e1, word);
        list.Add(e1, here);
        list.Add(e2, here, shape);
        list.Add(e1, shape, forms.Shape(token + 1));
        list.Add(left);
        list.Add(right);
        list.Add(left, word);
        list.Add(word, right);
        list.Add(left, e1);
        list.Add(left, right, e1);
        list.Add(right, e1);
        list.Add(forms.Word(token - 2), shape);
        list.Add(forms.Word(token + 2), shape);
        list.Add(forms.Word(token - 2), left);
        list.Add(right, forms.Word(token + 2));
        list.Add(shape, forms.Shape(token - 1), forms.Shape(token + 1));
        list.Add(here, posLeft, posRight);
        list.Add(shape, here, posRight);
        list.Add(left, shape);
        list.Add(right, shape);
        list.Add(seen, e1);
        list.Add(seen, shape);
        list.Add(next, shape, e1);
        list.Add(forms.Ending(token + 1), shape, e1);
        list.Add(forms.Ending(token - 1), shape);
        list.Add(PosAt(pos, token + 2), posRight, e1);
        list.Add(right, forms.Shape(token + 1), e1);
        return list.Features;
    }

    private static uint PosAt(ReadOnlySpan<PartOfSpeech> pos, int token) => (uint)token < (uint)pos.Length ? (uint)pos[token] : 63;
}
