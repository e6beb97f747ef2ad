using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Spans;

/// <summary>
/// How the candidates of the same sentence and of the two beside it stand to one of them. Each figure is the best probability of a cue among
/// those it speaks of, 0 where there are none.
/// </summary>
internal sealed class Neighbourhood
{
    private readonly Candidate _own;

    /// <param name="candidates">All candidates of a document, in the order of their sentences.</param>
    /// <param name="index">Which of them it is about.</param>
    public Neighbourhood(List<Candidate> candidates, int index)
    {
        _own = candidates[index];
        for (var i = index - 1; i >= 0 && candidates[i].Sentence >= _own.Sentence - 1; i--)
            See(candidates[i]);
        for (var i = index + 1; i < candidates.Count && candidates[i].Sentence <= _own.Sentence + 1; i++)
            See(candidates[i]);
    }

    /// <summary>Of those whose content holds this cue.</summary>
    public double Inside { get; private set; }

    /// <summary>Of those whose cue lies in this content.</summary>
    public double Holds { get; private set; }

    /// <summary>Of those whose cue shares tokens with this one: that exactly theirs is the cue.</summary>
    public double Rival { get; private set; }

    /// <summary>Of those in the sentence before.</summary>
    public double Before { get; private set; }

    /// <summary>Of those in the sentence behind.</summary>
    public double Behind { get; private set; }

    /// <summary>How many in the same sentence are likelier.</summary>
    public int Stronger { get; private set; }

    private void See(Candidate other)
    {
        if (other.Cue.Overlaps(_own.Cue))
        {
            Rival = Math.Max(Rival, other.Evidence.Cue);
            return;
        }

        var likely = other.Evidence.AnyCue;
        if (Lies(_own.Cue, other.Content))
            Inside = Math.Max(Inside, likely);
        if (Lies(other.Cue, _own.Content))
            Holds = Math.Max(Holds, likely);
        if (other.Sentence == _own.Sentence)
            Stronger += likely > _own.Evidence.AnyCue ? 1 : 0;
        else if (other.Sentence < _own.Sentence)
            Before = Math.Max(Before, likely);
        else
            Behind = Math.Max(Behind, likely);
    }

    private static bool Lies(TokenRange cue, List<TokenRange> content)
    {
        foreach (var piece in content)
        {
            if (piece.First <= cue.First && cue.End <= piece.End)
                return true;
        }

        return false;
    }
}
