using Sourceline.Attribution.Pipeline.Spans;
using Sourceline.Attribution.Pipeline.Syntax;

namespace Sourceline.Attribution.Pipeline.Rereading;

/// <summary>
/// What one reading works out for itself or takes from the reading before. Everything is found by what it was worked out from, so that an
/// edit anywhere, of whatever reach, cannot bring back what no longer holds. Of one reading, hence of one thread.
/// </summary>
internal sealed class ReadingCache(ReadingCache? before)
{
    /// <summary>The trees of chunks: head of each token, counted from the first of the chunk, and relation.</summary>
    public RowMemory<(int[] Heads, Relation[] Relations)> Trees { get; } = new(before?.Trees);

    /// <summary>The candidates of sentences before anything of the next sentence is looked at; tokens count from the first of the sentence.</summary>
    public RowMemory<Candidate[]> Candidates { get; } = new(before?.Candidates);

    /// <summary>Lets the reading before go.</summary>
    public void Forget()
    {
        Trees.Forget();
        Candidates.Forget();
    }
}
