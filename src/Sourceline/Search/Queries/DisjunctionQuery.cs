using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Sourceline.Search.Queries;

/// <summary>
/// Finds what any of a few queries finds; it weighs what the heaviest does, and a share of the others. Lucene's own weighs each document
/// whether or not anybody asks, and keeps a heap for two.
/// </summary>
internal sealed class DisjunctionQuery(IReadOnlyList<Query> queries, float others) : Query
{
    /// <summary>The query itself where there is only one; null where there is none.</summary>
    public static Query? Of(IReadOnlyList<Query> queries, float others) =>
        queries.Count > 1 ? new DisjunctionQuery(queries, others) : queries.SingleOrDefault();

    public override Weight CreateWeight(IndexSearcher searcher) =>
        new EitherWeight(this, [.. queries.Select(query => query.CreateWeight(searcher))], others);

    public override Query Rewrite(IndexReader reader)
    {
        var rewritten = queries.Select(query => query.Rewrite(reader)).ToList();
        return rewritten.SequenceEqual(queries, ReferenceEqualityComparer.Instance)
            ? this
            : new DisjunctionQuery(rewritten, others) { Boost = Boost };
    }

    public override void ExtractTerms(ISet<Term> terms)
    {
        foreach (var query in queries)
            query.ExtractTerms(terms);
    }

    public override string ToString(string field) => $"({string.Join(" | ", queries.Select(query => query.ToString(field)))})";

    private sealed class EitherWeight(Query query, Weight[] weights, float others) : Weight
    {
        public override Query Query => query;

        public override float GetValueForNormalization() => weights.Sum(weight => weight.GetValueForNormalization());

        public override void Normalize(float norm, float topLevelBoost)
        {
            foreach (var weight in weights)
                weight.Normalize(norm, topLevelBoost * query.Boost);
        }

        public override Explanation Explain(AtomicReaderContext context, int doc) => new(0, "the heaviest of several");

        public override Scorer? GetScorer(AtomicReaderContext context, IBits acceptDocs)
        {
            Scorer[] scorers = [.. weights.Select(weight => weight.GetScorer(context, acceptDocs)).OfType<Scorer>()];
            return scorers.Length > 1 ? new EitherScorer(this, scorers, others) : scorers.SingleOrDefault();
        }
    }

    private sealed class EitherScorer(Weight weight, Scorer[] scorers, float others) : Scorer(weight)
    {
        /// <summary>Where each stands; asked of itself at every step, it took longer than the step.</summary>
        private readonly int[] _at = [.. scorers.Select(scorer => scorer.DocID)];
        private int _doc = -1;

        public override int DocID => _doc;

        public override int Freq => _at.Count(at => at == _doc);

        public override int NextDoc() => Advance(_doc + 1);

        public override int Advance(int target)
        {
            var next = NO_MORE_DOCS;
            for (var i = 0; i < _at.Length; i++)
            {
                var at = _at[i];
                if (at < target)
                    _at[i] = at = target - at == 1 ? scorers[i].NextDoc() : scorers[i].Advance(target);
                if (at < next)
                    next = at;
            }
            return _doc = next;
        }

        public override float GetScore()
        {
            var (most, sum) = (0f, 0f);
            for (var i = 0; i < _at.Length; i++)
            {
                if (_at[i] != _doc)
                    continue;
                var weight = scorers[i].GetScore();
                sum += weight;
                most = Math.Max(most, weight);
            }
            return most + (others * (sum - most));
        }

        public override long GetCost() => scorers.Sum(scorer => scorer.GetCost());
    }
}
