namespace Sourceline.Attribution.Learning;

/// <summary>A linear chain of labels: what each is worth behind another. Immutable and shared by threads.</summary>
internal sealed class LabelChain
{
    /// <param name="scores">Of a label after another: eight a label before, and a row more for the beginning.</param>
    /// <exception cref="InvalidDataException">There are too few or too many.</exception>
    public LabelChain(float[] scores)
    {
        Labels = (scores.Length / LinearChain.Stride) - 1;
        if (Labels is < 1 or > LinearChain.Stride || scores.Length % LinearChain.Stride != 0)
            throw new InvalidDataException("A chain of the attribution model has no such transitions.");
        Scores = scores;
        Transitions = new Transitions(scores, Labels);
    }

    public int Labels { get; }

    /// <summary>The scores of a label after another.</summary>
    public float[] Scores { get; }

    /// <summary>The same as factors.</summary>
    public Transitions Transitions { get; }
}
