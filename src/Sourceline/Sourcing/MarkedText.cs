using System.Collections.Immutable;
using Sourceline.Attribution.Model;
using Sourceline.Data.Model;
using Statement = Sourceline.Data.Model.Statement;

namespace Sourceline.Sourcing;

/// <summary>A run of text that belongs to the same statements throughout.</summary>
/// <param name="Words">The text.</param>
/// <param name="Statements">Ordinals of the statements that it is content of.</param>
/// <param name="IsCue">It attributes: "said".</param>
/// <param name="IsSource">It names a source.</param>
/// <param name="Opens">Ordinals of the statements whose content begins here.</param>
public sealed record MarkedRun(string Words, ImmutableArray<int> Statements, bool IsCue, bool IsSource, ImmutableArray<int> Opens);

/// <summary>A version's canonical text cut along its statements, for the desk: as plain text, it holds whatever the HTML is like.</summary>
public static class MarkedText
{
    /// <summary>The paragraphs of the text, headline first, each as runs in order.</summary>
    public static IReadOnlyList<IReadOnlyList<MarkedRun>> Paragraphs(string text, IReadOnlyList<Statement> statements)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(statements);
        var paragraphs = new List<IReadOnlyList<MarkedRun>>();
        foreach (var paragraph in Split(text))
            paragraphs.Add(Runs(text, paragraph, statements));
        return paragraphs;
    }

    private static IEnumerable<TextSpan> Split(string text)
    {
        for (var start = 0; start < text.Length; )
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
            if (end < 0)
                end = text.Length;
            if (end > start)
                yield return new TextSpan(start, end);
            start = end + 2;
        }
    }

    private static List<MarkedRun> Runs(string text, TextSpan paragraph, IReadOnlyList<Statement> statements)
    {
        var here = statements.Where(statement => All(statement).Any(paragraph.Overlaps)).ToList();
        var cuts = here.SelectMany(All)
            .SelectMany(span => new[] { span.Start, span.End })
            .Where(at => at > paragraph.Start && at < paragraph.End)
            .Append(paragraph.Start)
            .Append(paragraph.End)
            .Distinct()
            .Order()
            .ToList();
        return [.. cuts.Zip(cuts.Skip(1), (from, to) => Run(text, new TextSpan(from, to), here))];
    }

    private static MarkedRun Run(string text, TextSpan span, List<Statement> statements) =>
        new(
            span.Of(text),
            [.. statements.Where(s => s.Content.Any(span.Overlaps)).Select(s => s.Ordinal)],
            statements.Any(s => s.Cue.Any(span.Overlaps)),
            statements.Any(s => s.SourceWords.Any(span.Overlaps)),
            [.. statements.Where(s => s.Content.Length > 0 && s.Content[0].Start == span.Start).Select(s => s.Ordinal)]
        );

    private static IEnumerable<TextSpan> All(Statement statement) => statement.Content.Concat(statement.Cue).Concat(statement.SourceWords);
}
