using System.Collections.Immutable;
using Sourceline.Attribution.Model;
using Sourceline.Data.Model;
using Sourceline.Sourcing;
using Sourceline.Stories.Reviewing;

namespace Sourceline.Demo;

/// <summary>A line of <c>sources.jsonl</c>: a statement as the demo's editor left it.</summary>
/// <param name="Number">The story.</param>
/// <param name="Content">What was said, in parts that follow one another in the text.</param>
/// <param name="Chains">Who said it, nearest hand first; empty where the text names nobody.</param>
/// <param name="Polarity">How the source stands to it.</param>
internal sealed record DemoStatement(
    long Number,
    ImmutableArray<string> Content,
    ImmutableArray<ImmutableArray<DemoHop>> Chains,
    Polarity Polarity = Polarity.Asserts
);

/// <summary>One hand of a chain.</summary>
/// <param name="Name">As it is shown. A name that begins with a small letter is a description and no source of its own.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Identity">Who a description means, where the text tells.</param>
internal sealed record DemoHop(string Name, SourceKind Kind, string? Identity);

/// <summary>
/// Brings the statements that were found in a story to what its editor confirmed: those that are right are confirmed, others are corrected
/// or rejected, and those that were not found are added.
/// </summary>
internal sealed class DemoSources(IReadOnlyList<DemoStatement> right)
{
    /// <summary>Of two contents that share this part of their characters, one is taken for the other.</summary>
    private const double SameContent = .5;

    public static DemoSources Load() => new(DemoLines.Read<DemoStatement>("sources.jsonl"));

    /// <param name="version">A version with its statements, their hops and sources.</param>
    /// <param name="number">The number of its story.</param>
    /// <param name="sources">Finds or adds the rows of named sources.</param>
    /// <param name="editor">For the log.</param>
    /// <param name="atUtc">When the editor did it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task ReviewAsync(
        StoryVersion version,
        long number,
        SourceRegistry sources,
        string editor,
        DateTime atUtc,
        CancellationToken cancellationToken
    )
    {
        var unmatched = version.Statements.ToList();
        foreach (var line in right.Where(line => line.Number == number))
        {
            var content = Spans(version.Text, line.Content);
            var found = unmatched.MaxBy(statement => Shared(statement.Content, content));
            if (found is null || Shared(found.Content, content) < SameContent)
                version.Statements.Add(found = Added(version, content));
            else
                unmatched.Remove(found);
            found.Polarity = line.Polarity;
            found.Content = content;
            if (!HasChains(found, line))
                await ReplaceAsync(found, version.Text, line, sources, cancellationToken);
            Reviews.ConfirmWhole(found);
        }
        foreach (var statement in unmatched)
            statement.Review = Review.Rejected;
        foreach (var (index, statement) in version.Statements.OrderBy(statement => statement.Content[0].Start).Index())
        {
            statement.Ordinal = index + 1;
            (statement.ReviewedBy, statement.ReviewedUtc) = (editor, atUtc);
        }
    }

    /// <summary>Where the parts stand in a text, each after the one before.</summary>
    /// <exception cref="InvalidDataException">A part is not in the text.</exception>
    internal static TextSpan[] Spans(string text, ImmutableArray<string> parts)
    {
        var (spans, from) = (new TextSpan[parts.Length], 0);
        for (var i = 0; i < parts.Length; i++)
        {
            var at = text.IndexOf(parts[i], from, StringComparison.Ordinal);
            if (at < 0)
                throw new InvalidDataException($"The text does not contain \"{parts[i]}\".");
            spans[i] = new TextSpan(at, from = at + parts[i].Length);
        }
        return spans;
    }

    /// <summary>The share of characters that two contents have in common, 0 to 1.</summary>
    internal static double Shared(IReadOnlyList<TextSpan> one, IReadOnlyList<TextSpan> other)
    {
        var common = one.Sum(span => other.Sum(with => Math.Max(0, Math.Min(span.End, with.End) - Math.Max(span.Start, with.Start))));
        return (double)common / (one.Sum(span => span.End - span.Start) + other.Sum(span => span.End - span.Start) - common);
    }

    /// <summary>The name under which readers are shown a hand.</summary>
    internal static string ShownName(StatementHop hop) => hop.Identity?.Name ?? hop.Source?.Name ?? hop.Name;

    private static bool HasChains(Statement statement, DemoStatement line)
    {
        var chains = statement
            .Hops.GroupBy(hop => hop.Chain)
            .OrderBy(chain => chain.Key)
            .Select(chain => chain.OrderBy(hop => hop.Position).Select(ShownName).ToList())
            .ToList();
        return chains.Count == line.Chains.Length
            && chains.Zip(line.Chains).All(pair => pair.First.SequenceEqual(pair.Second.Select(hop => hop.Identity ?? hop.Name)));
    }

    private static Statement Added(StoryVersion version, TextSpan[] content)
    {
        var words = string.Concat(content.Select(span => span.Of(version.Text)));
        var key = $"editor-{content[0].Start}-{content[^1].End}";
        return new Statement
        {
            StoryId = version.StoryId,
            VersionId = version.Id,
            Key = key,
            Evidence = key,
            Kind =
                !words.Contains('“', StringComparison.Ordinal) ? StatementKind.Indirect
                : words.StartsWith('“') ? StatementKind.Direct
                : StatementKind.Mixed,
            Content = content,
            Confidence = 1,
        };
    }

    private static async Task ReplaceAsync(
        Statement statement,
        string text,
        DemoStatement line,
        SourceRegistry sources,
        CancellationToken cancellationToken
    )
    {
        statement.Hops.Clear();
        for (var chain = 0; chain < line.Chains.Length; chain++)
        {
            for (var position = 0; position < line.Chains[chain].Length; position++)
                statement.Hops.Add(
                    await HopAsync(line.Chains[chain][position], chain, position, statement, text, sources, cancellationToken)
                );
        }
    }

    private static async Task<StatementHop> HopAsync(
        DemoHop right,
        int chain,
        int position,
        Statement statement,
        string text,
        SourceRegistry sources,
        CancellationToken cancellationToken
    )
    {
        var span = Nearest(text, right.Name, statement.Content[0].Start);
        return new StatementHop
        {
            Chain = chain,
            Position = position,
            Name = right.Name,
            Kind = right.Kind,
            SpanStart = span.Start,
            SpanEnd = span.End,
            Confidence = 1,
            Source = char.IsUpper(right.Name[0]) ? await sources.FindOrAddAsync(right.Name, right.Kind, [], cancellationToken) : null,
            Identity = right.Identity is { } who ? await sources.FindOrAddAsync(who, KindOf(right), [], cancellationToken) : null,
            IdentityConfidence = right.Identity is null ? 0 : 1,
        };
    }

    private static SourceKind KindOf(DemoHop hop) => hop.Kind == SourceKind.Unnamed ? SourceKind.Person : hop.Kind;

    /// <summary>Where a name stands nearest to a place; the place itself where the text has other words for it.</summary>
    private static TextSpan Nearest(string text, string name, int place)
    {
        TextSpan? nearest = null;
        for (
            var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            if (nearest is null || Math.Abs(at - place) < Math.Abs(nearest.Value.Start - place))
                nearest = new TextSpan(at, at + name.Length);
        }
        return nearest ?? new TextSpan(place, place);
    }
}
