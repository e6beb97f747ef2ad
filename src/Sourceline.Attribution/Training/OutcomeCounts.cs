namespace Sourceline.Attribution.Training;

/// <summary>The tokens of one attribution.</summary>
internal sealed record Roles(HashSet<int> Source, HashSet<int> Cue, HashSet<int> Content, double Confidence)
{
    /// <summary>The tokens of the link that the source makes, and its confidence; null where there is none or its words are not the source's.</summary>
    public (HashSet<int> Tokens, double Confidence)? Link { get; init; }

    public double Dice(Roles other)
    {
        var shared = Content.Count < other.Content.Count ? Content.Count(other.Content.Contains) : other.Content.Count(Content.Contains);
        return 2d * shared / (Content.Count + other.Content.Count);
    }

    public bool AgreesSoftly(Roles other) =>
        Cue.Overlaps(other.Cue) && (Source.Overlaps(other.Source) || (Source.Count == 0 && other.Source.Count == 0));

    public bool IsSame(Roles other) => Source.SetEquals(other.Source) && Cue.SetEquals(other.Cue) && Content.SetEquals(other.Content);
}

/// <summary>What one document adds to a figure: parts of the found and of the right ones, and how many of each there are.</summary>
internal readonly record struct Share(double OfFound, double Found, double OfRight, double Right);

/// <summary>What one document adds to each figure.</summary>
internal sealed class OutcomeCounts
{
    private const double Half = .5;

    public Share ContentExact { get; private init; }

    public Share ContentSoft { get; private init; }

    public Share Found { get; private init; }

    public Share FullSoft { get; private init; }

    public Share FullExact { get; private init; }

    public Share CueExact { get; private init; }

    public Share SourceExact { get; private init; }

    /// <summary>For each statement found its confidence and whether it is right.</summary>
    public required List<(double Confidence, bool Right)> Judged { get; init; }

    /// <summary>For each link that its own statement's source makes, its confidence and whether it is right.</summary>
    public required List<(double Confidence, bool Right)> JudgedLinks { get; init; }

    public static OutcomeCounts Of(List<Roles> right, List<Roles> found)
    {
        var pairs = Pairs(right, found);
        var good = pairs.FindAll(p => p.Right.Dice(p.Found) >= Half);
        var soft = good.FindAll(p => p.Right.AgreesSoftly(p.Found));
        var softly = soft.Select(p => p.Found).ToHashSet(ReferenceEqualityComparer.Instance);
        var linked = good.FindAll(p => p.Found.Link is { } link && link.Tokens.Overlaps(p.Right.Source))
            .Select(p => p.Found)
            .ToHashSet(ReferenceEqualityComparer.Instance);
        Share Count(int n) => new(n, found.Count, n, right.Count);
        return new OutcomeCounts
        {
            ContentExact = Same(right, found, r => r.Content, _ => true),
            CueExact = Same(right, found, r => r.Cue, _ => true),
            SourceExact = Same(right, found, r => r.Source, r => r.Source.Count > 0),
            ContentSoft = new Share(found.Sum(f => BestCover(f, right)), found.Count, right.Sum(r => BestCover(r, found)), right.Count),
            Found = Count(good.Count),
            FullSoft = Count(soft.Count),
            FullExact = Count(good.Count(p => p.Right.IsSame(p.Found))),
            Judged = found.ConvertAll(f => (f.Confidence, softly.Contains(f))),
            JudgedLinks = found.FindAll(f => f.Link is not null).ConvertAll(f => (f.Link!.Value.Confidence, linked.Contains(f))),
        };
    }

    public static Score Score(List<OutcomeCounts> documents, Func<OutcomeCounts, Share> figure)
    {
        double ofFound = 0,
            found = 0,
            ofRight = 0,
            right = 0;
        foreach (var share in documents.Select(figure))
        {
            ofFound += share.OfFound;
            found += share.Found;
            ofRight += share.OfRight;
            right += share.Right;
        }

        return new Score(found == 0 ? 0 : ofFound / found, right == 0 ? 0 : ofRight / right);
    }

    /// <summary>The best pairs first, each attribution once.</summary>
    private static List<(Roles Right, Roles Found)> Pairs(List<Roles> right, List<Roles> found)
    {
        var all = new List<(double Dice, int Shared, int Right, int Found)>();
        for (var r = 0; r < right.Count; r++)
        {
            for (var f = 0; f < found.Count; f++)
            {
                if (right[r].Dice(found[f]) is > 0 and var dice)
                    all.Add((dice, right[r].Cue.Count(found[f].Cue.Contains), r, f));
            }
        }

        var pairs = new List<(Roles, Roles)>();
        var (usedRight, usedFound) = (new HashSet<int>(), new HashSet<int>());
        foreach (
            var (_, _, r, f) in all.OrderByDescending(a => a.Dice).ThenByDescending(a => a.Shared).ThenBy(a => a.Right).ThenBy(a => a.Found)
        )
        {
            if (usedRight.Contains(r) || usedFound.Contains(f))
                continue;
            usedRight.Add(r);
            usedFound.Add(f);
            pairs.Add((right[r], found[f]));
        }

        return pairs;
    }

    private static double BestCover(Roles one, List<Roles> others) =>
        others.Select(o => (double)one.Content.Count(o.Content.Contains) / one.Content.Count).DefaultIfEmpty(0).Max();

    /// <summary>How many are the same in one role, each of the right ones used once.</summary>
    private static Share Same(List<Roles> right, List<Roles> found, Func<Roles, HashSet<int>> role, Func<Roles, bool> counts)
    {
        var left = right.Where(counts).Select(role).Where(t => t.Count > 0).ToList();
        var (ofRight, ofFound, same) = (left.Count, 0, 0);
        foreach (var tokens in found.Where(counts).Select(role).Where(t => t.Count > 0))
        {
            ofFound++;
            if (left.FindIndex(tokens.SetEquals) is not (>= 0 and var at))
                continue;
            left.RemoveAt(at);
            same++;
        }

        return new Share(same, ofFound, same, ofRight);
    }
}
