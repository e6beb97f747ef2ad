using Sourceline.Attribution.Model;

namespace Sourceline.Sourcing;

/// <summary>Statements in a row that came through the same chains, whose chains are told once.</summary>
/// <param name="Statements">In the order of the text; never empty.</param>
public sealed record StatementGroup(IReadOnlyList<StatementView> Statements)
{
    /// <summary>The number of the first statement, which names the group.</summary>
    public int Number => Statements[0].Number;

    public IReadOnlyList<ChainView> Chains => Statements[0].Chains;

    /// <summary>An editor confirmed every statement of the group and every hop shown.</summary>
    public bool Confirmed => Statements[0].Confirmed;

    /// <summary>How the source stands to what is attributed to it.</summary>
    public Polarity Polarity => Statements[0].Statement.Polarity;

    /// <summary>The sentences that the statements are part of, each once.</summary>
    public IReadOnlyList<GroupSentence> Sentences { get; } = SentencesOf(Statements);

    /// <summary>Cuts a list wherever the chains or their confirmation change.</summary>
    public static IReadOnlyList<StatementGroup> Of(IEnumerable<StatementView> views)
    {
        ArgumentNullException.ThrowIfNull(views);
        var groups = new List<List<StatementView>>();
        foreach (var view in views)
        {
            if (groups.Count == 0 || !BelongTogether(groups[^1][0], view))
                groups.Add([]);
            groups[^1].Add(view);
        }
        return [.. groups.Select(group => new StatementGroup(group))];
    }

    private static bool BelongTogether(StatementView one, StatementView other) =>
        one.Confirmed == other.Confirmed
        && one.Statement.Polarity == other.Statement.Polarity
        && one.Chains.Count == other.Chains.Count
        && one.Chains.Zip(other.Chains).All(pair => pair.First.IsSameAs(pair.Second));

    private static List<GroupSentence> SentencesOf(IReadOnlyList<StatementView> statements)
    {
        var found = new List<(TextSpan Span, List<StatementView> Statements)>();
        foreach (var view in statements)
        {
            var sentence = StatementSentence.Find(view.Statement.Content, view.Statement.Cue, view.Statement.SourceWords, view.Text)
                ?? new TextSpan(0, 0);
            if (found.Count > 0 && found[^1].Span.Overlaps(sentence))
                found[^1] = (Joined(found[^1].Span, sentence), [.. found[^1].Statements, view]);
            else
                found.Add((sentence, [view]));
        }
        return
        [
            .. found.Select(one => new GroupSentence(
                one.Statements,
                StatementSentence.Pieces(one.Span, one.Statements.SelectMany(view => view.Statement.Content), one.Statements[0].Text)
            )),
        ];
    }

    private static TextSpan Joined(TextSpan one, TextSpan other) => new(Math.Min(one.Start, other.Start), Math.Max(one.End, other.End));
}

/// <summary>A sentence with the statements in it.</summary>
/// <param name="Statements">In the order of the text; never empty.</param>
/// <param name="Pieces">The sentence, with what was said told apart.</param>
public sealed record GroupSentence(IReadOnlyList<StatementView> Statements, IReadOnlyList<SentencePiece> Pieces);
