using Sourceline.Data.Model;

namespace Sourceline.Sourcing.Dependencies;

/// <summary>A statement as far as it tells on whom its story leans.</summary>
/// <param name="Hands">Those of its chains, one chain after the other, each nearest hand first; rejected ones left out.</param>
internal sealed record StatementSources(Review Review, double Confidence, IReadOnlyList<SourceHop> Hands)
{
    /// <summary>The links must be loaded.</summary>
    public static StatementSources Of(Statement statement) => new(statement.Review, statement.Confidence, SourceHop.Of(statement.Hops));
}

/// <summary>One hand of a chain.</summary>
/// <param name="SourceId">Whom it means; null where that is not known, or not told.</param>
internal readonly record struct SourceHop(int Chain, long? SourceId)
{
    public static List<SourceHop> Of(IEnumerable<StatementHop> links) =>
        [.. links.Where(link => link.Review != Review.Rejected).OrderBy(link => link.Chain).ThenBy(link => link.Position)
            .Select(link => new SourceHop(link.Chain, ReaderVisibility.SourceOf(link)))];

    /// <summary>Whether a chain ends with the hand at this place: its source said what the others passed on.</summary>
    public static bool IsEnd(IReadOnlyList<SourceHop> hands, int at) => at == hands.Count - 1 || hands[at + 1].Chain != hands[at].Chain;

    /// <summary>Whether its source stands nearer in the same chain already.</summary>
    public static bool IsAgain(IReadOnlyList<SourceHop> hands, int at)
    {
        for (var nearer = at - 1; nearer >= 0 && hands[nearer].Chain == hands[at].Chain; nearer--)
            if (hands[nearer].SourceId == hands[at].SourceId) return true;
        return false;
    }
}

/// <summary>On whom a story leans, and how much.</summary>
internal static class DependencyRule
{
    /// <summary>The leans of a story on the site.</summary>
    public static List<Dependency> Of(LiveStory story) => Of(story.Id, story.PublishedUtc, story.Statements.Select(StatementSources.Of));

    /// <param name="statements">Of the live version, in the order of the text.</param>
    public static List<Dependency> Of(long storyId, DateTime publishedUtc, IEnumerable<StatementSources> statements)
    {
        var (parts, place) = (new Dictionary<long, Part>(), 0);
        foreach (var statement in statements.Where(statement => statement.Review != Review.Rejected && statement.Hands.Count > 0))
        {
            foreach (var (source, (said, chains)) in Involved(statement.Hands))
            {
                if (!parts.TryGetValue(source, out var part))
                    parts[source] = part = new Part(new Dependency { SourceId = source, StoryId = storyId, PublishedUtc = publishedUtc }, place);
                part.Add(statement, said, chains);
            }
            place++;
        }
        foreach (var part in parts.Values) part.Lean.Kind = part.KindAmong(place);
        return [.. parts.Values.Select(part => part.Lean)];
    }

    /// <summary>Each source that has part in a statement: whether it said it, or passed it on (false).</summary>
    public static IReadOnlyDictionary<long, bool> PartsIn(IReadOnlyList<SourceHop> hands) => Involved(hands).ToDictionary(part => part.Key, part => part.Value.Said);

    /// <summary>Each source of a statement, once: whether a chain ends with it, and how many chains it is in.</summary>
    private static Dictionary<long, (bool Said, int Chains)> Involved(IReadOnlyList<SourceHop> hands)
    {
        var involved = new Dictionary<long, (bool Said, int Chains)>();
        for (var at = 0; at < hands.Count; at++)
        {
            if (hands[at].SourceId is not { } source) continue;
            var (said, chains) = involved.GetValueOrDefault(source);
            involved[source] = (said || SourceHop.IsEnd(hands, at), SourceHop.IsAgain(hands, at) ? chains : chains + 1);
        }
        return involved;
    }

    /// <summary>A source's part in a story.</summary>
    private sealed class Part(Dependency lean, int first)
    {
        /// <summary>How many statements came by no chain without it.</summary>
        private int _alone;

        public Dependency Lean => lean;

        public void Add(StatementSources statement, bool said, int chains)
        {
            if (said) lean.Said++;
            else lean.Relayed++;
            if (statement.Review == Review.Confirmed) lean.Confirmed = true;
            else lean.Confidence = Math.Max(lean.Confidence, statement.Confidence);
            if (chains == Enumerable.Range(0, statement.Hands.Count).Count(at => SourceHop.IsEnd(statement.Hands, at))) _alone++;
        }

        /// <param name="statements">How many the story has.</param>
        public DependencyKind KindAmong(int statements)
        {
            if (_alone == statements) return DependencyKind.SoleSource;
            var late = statements - (statements / 3);
            return lean.Said + lean.Relayed == 1 && first >= late ? DependencyKind.Background : DependencyKind.OneOfSeveral;
        }
    }
}
