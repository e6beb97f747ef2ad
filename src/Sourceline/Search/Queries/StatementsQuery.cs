using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Sourceline.Search.Index;

namespace Sourceline.Search.Queries;

/// <summary>Finds the stories of the statements that a query finds; a story weighs what its best statement does.</summary>
internal sealed class StatementsQuery(Query statements) : Query
{
    public override Weight CreateWeight(IndexSearcher searcher) => new StoryWeight(this, statements.CreateWeight(searcher));

    public override Query Rewrite(IndexReader reader)
    {
        var rewritten = statements.Rewrite(reader);
        return ReferenceEquals(rewritten, statements) ? this : new StatementsQuery(rewritten) { Boost = Boost };
    }

    public override void ExtractTerms(ISet<Term> terms) => statements.ExtractTerms(terms);

    public override string ToString(string field) => $"statements({statements.ToString(field)})";

    private sealed class StoryWeight(Query query, Weight statements) : Weight
    {
        public override Query Query => query;

        public override float GetValueForNormalization() => statements.GetValueForNormalization();

        public override void Normalize(float norm, float topLevelBoost) => statements.Normalize(norm, topLevelBoost);

        public override Explanation Explain(AtomicReaderContext context, int doc) => new(0, "the best statement of the story");

        public override Scorer? GetScorer(AtomicReaderContext context, IBits acceptDocs)
        {
            var reader = context.AtomicReader;
            return statements.GetScorer(context, acceptDocs) is { } scorer
                ? new StoryScorer(this, scorer, StoryColumns.Of(reader), reader.MaxDoc)
                : null;
        }
    }

    /// <summary>A story stands right behind its statements.</summary>
    private sealed class StoryScorer(Weight weight, Scorer statements, StoryColumns columns, int end) : Scorer(weight)
    {
        private int _story = -1;
        private int _statement = -1;
        private int _found;
        private float _score;

        public override int DocID => _story;

        public override int Freq => _found;

        public override float GetScore() => _score;

        public override long GetCost() => statements.GetCost();

        public override int NextDoc()
        {
            if (_statement < 0)
                _statement = statements.NextDoc();
            return Gather();
        }

        public override int Advance(int target)
        {
            if (target >= end)
                return _story = NO_MORE_DOCS;
            // The target may be a story, or lie within a block: the statements before it count as well.
            var first = columns.FirstOfBlock(target);
            if (_statement < first)
                _statement = statements.Advance(first);
            return Gather();
        }

        private int Gather()
        {
            if (_statement == NO_MORE_DOCS)
                return _story = NO_MORE_DOCS;
            _story = columns.DocumentOfStory(_statement);
            (_found, _score) = (0, 0);
            while (_statement < _story)
            {
                _found++;
                _score = Math.Max(_score, statements.GetScore());
                _statement = statements.NextDoc();
            }
            return _story;
        }
    }
}
