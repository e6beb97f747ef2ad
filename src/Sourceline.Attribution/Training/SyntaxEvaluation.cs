using Sourceline.Attribution.Pipeline.Syntax;

namespace Sourceline.Attribution.Training;

/// <summary>How well a model finds what a parsed corpus has. All figures are from 0 to 1.</summary>
/// <param name="Tokens">How many tokens were compared; trees only in chunks that the corpus has one tree on.</param>
/// <param name="Pos">The share of tokens with the right part of speech.</param>
/// <param name="Heads">The share with the right head (UAS), punctuation included.</param>
/// <param name="Arcs">The share with the right head and relation (LAS).</param>
/// <param name="Entities">The F1 of tokens that name something, by type.</param>
/// <param name="Relations">For each relation the F1 of whole arcs (head and relation).</param>
internal sealed record SyntaxEvaluation(
    int Tokens,
    double Pos,
    double Heads,
    double Arcs,
    double Entities,
    IReadOnlyDictionary<Relation, double> Relations
)
{
    public static SyntaxEvaluation Of(SyntaxModel model, IReadOnlyList<TrainingText> corpus)
    {
        var count = new Counts();
        foreach (var text in corpus)
            count.Add(text, model.Read(text.Document, text.Forms, CancellationToken.None));
        return count.Result();
    }

    private sealed class Counts
    {
        private readonly int[] _right = new int[Sourceline.Attribution.Pipeline.Syntax.Relations.CountOfArcs + 1];
        private readonly int[] _found = new int[Sourceline.Attribution.Pipeline.Syntax.Relations.CountOfArcs + 1];
        private readonly int[] _both = new int[Sourceline.Attribution.Pipeline.Syntax.Relations.CountOfArcs + 1];
        private int _tokens,
            _pos,
            _parsed,
            _heads,
            _arcs,
            _named,
            _foundNames,
            _rightNames;

        public void Add(TrainingText text, SyntaxLayer found)
        {
            for (var i = 0; i < text.Forms.Count; i++)
            {
                _tokens++;
                _pos += found.Pos[i] == text.Right.Pos[i] ? 1 : 0;
                _named += text.Right.Entity[i] != EntityType.None ? 1 : 0;
                _foundNames += found.Entity[i] != EntityType.None ? 1 : 0;
                _rightNames += found.Entity[i] != EntityType.None && found.Entity[i] == text.Right.Entity[i] ? 1 : 0;
            }

            foreach (var (chunk, whole) in text.Right.Chunks.Zip(text.Whole))
            {
                for (var i = chunk.First; whole && i < chunk.End; i++)
                    AddArc(text.Right, found, i);
            }
        }

        public SyntaxEvaluation Result() =>
            new(
                _tokens,
                Share(_pos, _tokens),
                Share(_heads, _parsed),
                Share(_arcs, _parsed),
                Share(2 * _rightNames, _named + _foundNames),
                Enumerable.Range(0, _right.Length).ToDictionary(r => (Relation)r, r => Share(2 * _both[r], _right[r] + _found[r]))
            );

        private void AddArc(SyntaxLayer right, SyntaxLayer found, int token)
        {
            var head = found.Head[token] == right.Head[token];
            var both = head && found.Relation[token] == right.Relation[token];
            _parsed++;
            _heads += head ? 1 : 0;
            _arcs += both ? 1 : 0;
            _right[(int)right.Relation[token]]++;
            _found[(int)found.Relation[token]]++;
            _both[(int)right.Relation[token]] += both ? 1 : 0;
        }

        private static double Share(int part, int all) => all == 0 ? 0 : (double)part / all;
    }
}
