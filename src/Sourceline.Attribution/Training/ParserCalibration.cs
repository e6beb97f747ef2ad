using Sourceline.Attribution.Learning;
using Sourceline.Attribution.Pipeline.Syntax;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Training;

/// <summary>
/// Finds from which lead on the few quick features of a parser may decide alone: where they lead by so much, all features decide alike but
/// for one time in <see cref="OneIn"/>.
/// </summary>
internal sealed class ParserCalibration(WeightTable steps, WeightTable relations)
{
    private const int OneIn = 100;

    /// <summary>Of so many texts one is looked at.</summary>
    private const int Sample = 10;

    private const int LongestLead = 4000;
    private readonly Leads _stepLeads = new();
    private readonly Leads _relationLeads = new();
    private readonly uint[] _room = new uint[ParserFeatures.Most];

    public static DependencyParser Calibrated(WeightTable steps, WeightTable relations, IReadOnlyList<TrainingText> texts)
    {
        var calibration = new ParserCalibration(steps, relations);
        var state = new ParserState();
        for (var i = 0; i < texts.Count; i += Sample)
        {
            foreach (var chunk in texts[i].Right.Chunks)
            {
                state.Begin(texts[i].Forms, texts[i].FoundPos, chunk);
                while (!state.Done)
                    calibration.Follow(state);
            }
        }

        return new DependencyParser(steps, relations, calibration._stepLeads.Sure(), calibration._relationLeads.Sure());
    }

    /// <summary>Takes the step that all features choose, and notes what the quick ones would have chosen.</summary>
    private void Follow(ParserState state)
    {
        var action = state.Only;
        if (action < 0)
        {
            Span<short> scores = stackalloc short[steps.Stride];
            scores.Clear();
            steps.Add(ParserFeatures.Quick(state, _room), scores);
            var quick = DependencyParser.Best(state, scores, out var lead);
            steps.Add(ParserFeatures.Rest(state, _room), scores);
            action = DependencyParser.Best(state, scores, out _);
            _stepLeads.Add(lead, quick == action);
        }

        if (action == ParserState.Shift)
        {
            state.Push();
            return;
        }

        var (head, word) = state.ArcBy(action);
        state.Attach(head, word, RelationOf(state, head, word));
    }

    private Relation RelationOf(ParserState state, int head, int word)
    {
        if (head == state.Count)
            return Relation.Root;
        Span<short> scores = stackalloc short[relations.Stride];
        scores.Clear();
        relations.Add(RelationFeatures.Quick(state, head, word, _room), scores);
        var quick = Scores.Best(scores[..relations.Classes], out var lead);
        relations.Add(RelationFeatures.Rest(state, head, word, _room), scores);
        var best = Scores.Best(scores[..relations.Classes]);
        _relationLeads.Add(lead, quick == best);
        return (Relation)best;
    }

    /// <summary>How often each lead was seen, and how often it misled.</summary>
    private sealed class Leads
    {
        private readonly int[] _seen = new int[LongestLead + 1];
        private readonly int[] _misled = new int[LongestLead + 1];

        public void Add(int lead, bool right)
        {
            _seen[Math.Min(lead, LongestLead)]++;
            _misled[Math.Min(lead, LongestLead)] += right ? 0 : 1;
        }

        /// <summary>The smallest lead from which on it misleads rarely enough.</summary>
        public int Sure()
        {
            long seen = 0,
                misled = 0;
            var sure = LongestLead + 1;
            for (var lead = LongestLead; lead >= 0; lead--)
            {
                seen += _seen[lead];
                misled += _misled[lead];
                if (seen > 0 && misled * OneIn <= seen)
                    sure = lead;
            }

            return sure;
        }
    }
}
