using Sourceline.Attribution.Model;
using Sourceline.Attribution.Tests.Specs;

namespace Sourceline.Attribution.Tests.Unseen;

/// <summary>
/// How the passages of this folder are read, as a whole. A statement is found if what is read shares half of the words of its content. Its chains
/// are right if they have the expected hands, nearest first, each on the expected basis; a hand is whom it means, where that is said, else its
/// name, articles and capitals aside. They are the same to the letter if kinds and words are too. A link is invented if it stands in the chain of
/// a statement that was found and none of the expected chains has such a hand.
/// </summary>
internal sealed class UnseenScore
{
    private readonly List<string> _report = [];

    public int Statements { get; private set; }

    public int Found { get; private set; }

    public int ChainsRight { get; private set; }

    public int ChainsToTheLetter { get; private set; }

    public int Links { get; private set; }

    public int Invented { get; private set; }

    /// <summary>Statements that were read where none is expected.</summary>
    public int Extra { get; private set; }

    /// <summary>What is not as expected, a line each.</summary>
    public IReadOnlyList<string> Report => _report;

    public void Add(Spec spec)
    {
        var reading = Attributor.Read(new Article(spec.Text) { PublishedOn = spec.Published, Language = spec.Language });
        var read = reading.Statements.Select(s => Parted(SpecWords.Line(s, spec.Text), SpecWords.Details(s))).ToList();
        Statements += spec.Statements.Count;
        foreach (var expected in spec.Statements.Select(s => Parted(s.Line, s.Details)))
        {
            var shares = read.ConvertAll(r => Share(expected.Words, r.Words));
            var best = shares.Count == 0 ? -1 : shares.IndexOf(shares.Max());
            if (best < 0 || shares[best] < .5)
            {
                _report.Add($"{spec.Heading}: missed {string.Join(" + ", expected.Chains)}");
                continue;
            }

            Compare(spec, expected, read[best]);
            read.RemoveAt(best);
        }

        Extra += read.Count;
        _report.AddRange(read.Select(r => $"{spec.Heading}: nobody expects {string.Join(" + ", r.Chains)}: {string.Join(' ', r.Words)}"));
    }

    private void Compare(Spec spec, Line expected, Line read)
    {
        Found++;
        var expectedHands = expected.Chains.Select(Hands).ToHashSet();
        var hands = read.Chains.Select(Hands).ToHashSet();
        var known = expectedHands.SelectMany(Names).ToHashSet();
        var links = hands.SelectMany(Names).ToList();
        Links += links.Count;
        Invented += links.Count(l => !known.Contains(l));
        ChainsToTheLetter += expected.Chains.SetEquals(read.Chains) ? 1 : 0;
        if (expectedHands.SetEquals(hands))
            ChainsRight++;
        else
            _report.Add($"{spec.Heading}: {string.Join(" + ", read.Chains)} instead of {string.Join(" + ", expected.Chains)}");
    }

    /// <summary>The hands of a chain without their kinds: <c>tass (outlet, carried) ← he (person, who is anton velikhin)</c> becomes <c>tass, carried ← anton velikhin</c>.</summary>
    private static string Hands(string chain) => string.Join(" ← ", chain.Split(" ← ").Select(Hand));

    private static string Hand(string link)
    {
        if (link.LastIndexOf(" (", StringComparison.Ordinal) is not (> 0 and var at))
            return link;
        var said = link[(at + 2)..^1].Split(", ");
        var name = Array.Find(said, s => s.StartsWith("who is ", StringComparison.Ordinal)) is { } who
            ? WithoutArticle(who["who is ".Length..])
            : link[..at];
        return Array.Find(said, s => s is "carried" or "inferred") is { } basis ? $"{name}, {basis}" : name;
    }

    private static IEnumerable<string> Names(string hands) =>
        hands == "nobody"
            ? []
            : hands
                .Split(" ← ")
                .Select(h => h.Replace(", carried", "", StringComparison.Ordinal).Replace(", inferred", "", StringComparison.Ordinal));

    private static Line Parted(string line, IEnumerable<string> details)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        var chains = details
            .Where(d => d.StartsWith("also: ", StringComparison.Ordinal))
            .Select(d => d["also: ".Length..])
            .Prepend(line[..colon]);
        return new Line(
            [.. chains.Select(Plain)],
            [
                .. line[colon..]
                    .ToLowerInvariant()
                    .Split([' ', '/', ':', ',', '.', '“', '”', '"', '’', '‘'], StringSplitOptions.RemoveEmptyEntries),
            ]
        );
    }

    /// <summary>A chain without the articles and capitals of its names.</summary>
    private static string Plain(string chain) => string.Join(" ← ", chain.ToLowerInvariant().Split(" ← ").Select(WithoutArticle));

    private static string WithoutArticle(string name) =>
        Array.Find(["the ", "a ", "an "], a => name.StartsWith(a, StringComparison.Ordinal)) is { } article ? name[article.Length..] : name;

    /// <summary>The words that two contents share, as a part of the longer one.</summary>
    private static double Share(List<string> expected, List<string> read)
    {
        var rest = new List<string>(read);
        return expected.Count(rest.Remove) / (double)Math.Max(1, Math.Max(expected.Count, read.Count));
    }

    private sealed record Line(HashSet<string> Chains, List<string> Words);
}
