using Sourceline.Data.Model;

namespace Sourceline.Sourcing.Dependencies;

/// <summary>What of a statement decides on whom its story depends.</summary>
/// <param name="InHead">Whether it stands in the headline or the lead.</param>
/// <param name="Hops">Those of its chains, one chain after the other, each from the hop nearest to this site; rejected ones left out.</param>
internal sealed record StatementSources(Review Review, double Confidence, bool InHead, IReadOnlyList<SourceHop> Hops)
{
    /// <summary>The hops must be loaded.</summary>
    /// <param name="headEnd">Where the lead of the story's text ends, in UTF-16 code units.</param>
    public static StatementSources Of(Statement statement, int headEnd) =>
        new(statement.Review, statement.Confidence, StartOf(statement) < headEnd, SourceHop.Of(statement.Hops));

    /// <summary>Where the words begin that were said; where there are none, those that say who said it.</summary>
    private static int StartOf(Statement statement) =>
        statement switch
        {
            { Content: [var content, ..] } => content.Start,
            { Cue: [var cue, ..] } => cue.Start,
            { SourceWords: [var source, ..] } => source.Start,
            _ => int.MaxValue,
        };
}

/// <summary>One hop of a chain.</summary>
/// <param name="SourceId">Whom it means; null where that is not known, or readers are not shown it.</param>
internal readonly record struct SourceHop(int Chain, long? SourceId)
{
    public static List<SourceHop> Of(IEnumerable<StatementHop> links) =>
        [
            .. links
                .Where(link => link.Review != Review.Rejected)
                .OrderBy(link => link.Chain)
                .ThenBy(link => link.Position)
                .Select(link => new SourceHop(link.Chain, ReaderVisibility.SourceOf(link))),
        ];

    /// <summary>Whether a chain ends with the hop at this place: its source said what the others passed on.</summary>
    public static bool IsEnd(IReadOnlyList<SourceHop> hops, int at) => at == hops.Count - 1 || hops[at + 1].Chain != hops[at].Chain;

    /// <summary>Whether its source stands nearer in the same chain already.</summary>
    public static bool IsAgain(IReadOnlyList<SourceHop> hops, int at)
    {
        for (var nearer = at - 1; nearer >= 0 && hops[nearer].Chain == hops[at].Chain; nearer--)
            if (hops[nearer].SourceId == hops[at].SourceId)
                return true;
        return false;
    }
}

/// <summary>On which sources a story depends, and how much. docs/decisions/0005-stored-dependencies.md has the rule.</summary>
internal static class DependencyRule
{
    private const string Gap = "\n\n";

    /// <summary>The dependencies of a story on the site.</summary>
    public static List<Dependency> Of(LiveStory story)
    {
        var headEnd = HeadEnd(story.Text);
        return Of(story.Id, story.PublishedUtc, story.Statements.Select(statement => StatementSources.Of(statement, headEnd)));
    }

    /// <summary>Where the second block of the canonical text ends: the headline's is the first, then comes the lead, or the first paragraph of a story without one.</summary>
    public static int HeadEnd(string text)
    {
        var headline = text.IndexOf(Gap, StringComparison.Ordinal);
        var lead = headline < 0 ? -1 : text.IndexOf(Gap, headline + Gap.Length, StringComparison.Ordinal);
        return lead < 0 ? text.Length : lead;
    }

    /// <param name="statements">Of the live version, in the order of the text.</param>
    public static List<Dependency> Of(long storyId, DateTime publishedUtc, IEnumerable<StatementSources> statements)
    {
        var (parts, place, inHead) = (new Dictionary<long, Part>(), 0, 0);
        foreach (var statement in statements.Where(statement => statement.Review != Review.Rejected && statement.Hops.Count > 0))
        {
            if (statement.InHead)
                inHead++;
            foreach (var (source, (said, chains)) in Involved(statement.Hops))
            {
                if (!parts.TryGetValue(source, out var part))
                    parts[source] = part = new Part(
                        new Dependency
                        {
                            SourceId = source,
                            StoryId = storyId,
                            PublishedUtc = publishedUtc,
                        },
                        place
                    );
                part.Add(statement, said, chains);
            }
            place++;
        }
        foreach (var part in parts.Values)
            part.Dependency.Kind = part.KindAmong(place, inHead);
        return [.. parts.Values.Select(part => part.Dependency)];
    }

    /// <summary>Each source that has part in a statement: whether it said it, or passed it on (false).</summary>
    public static IReadOnlyDictionary<long, bool> PartsIn(IReadOnlyList<SourceHop> hops) =>
        Involved(hops).ToDictionary(part => part.Key, part => part.Value.Said);

    /// <summary>Each source of a statement, once: whether a chain ends with it, and how many chains it is in.</summary>
    private static Dictionary<long, (bool Said, int Chains)> Involved(IReadOnlyList<SourceHop> hops)
    {
        var involved = new Dictionary<long, (bool Said, int Chains)>();
        for (var at = 0; at < hops.Count; at++)
        {
            if (hops[at].SourceId is not { } source)
                continue;
            var (said, chains) = involved.GetValueOrDefault(source);
            involved[source] = (said || SourceHop.IsEnd(hops, at), SourceHop.IsAgain(hops, at) ? chains : chains + 1);
        }
        return involved;
    }

    /// <summary>A source's part in a story.</summary>
    private sealed class Part(Dependency dependency, int first)
    {
        /// <summary>How many statements came by no chain without it.</summary>
        private int _alone;

        /// <summary>How many of these stand in the headline or the lead.</summary>
        private int _aloneInHead;

        public Dependency Dependency => dependency;

        public void Add(StatementSources statement, bool said, int chains)
        {
            if (said)
                dependency.Said++;
            else
                dependency.Relayed++;
            if (statement.Review == Review.Confirmed)
                dependency.Confirmed = true;
            else
                dependency.Confidence = Math.Max(dependency.Confidence, statement.Confidence);
            if (chains == Enumerable.Range(0, statement.Hops.Count).Count(at => SourceHop.IsEnd(statement.Hops, at)))
            {
                _alone++;
                if (statement.InHead)
                    _aloneInHead++;
            }
        }

        /// <param name="statements">How many the story has.</param>
        /// <param name="inHead">How many of them stand in the headline or the lead.</param>
        public DependencyKind KindAmong(int statements, int inHead)
        {
            if (_alone == statements || (inHead > 0 && _aloneInHead == inHead))
                return DependencyKind.SoleSource;
            var late = statements - (statements / 3);
            return dependency.Said + dependency.Relayed == 1 && first >= late ? DependencyKind.Background : DependencyKind.OneOfSeveral;
        }
    }
}
