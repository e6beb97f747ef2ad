using System.Collections.Immutable;

namespace Sourceline.Attribution.Model;

/// <summary>One attribution: that somebody is said to have said something.</summary>
public sealed record AttributedStatement
{
    /// <summary>
    /// The same for the same words of content, cue and source in an earlier or later text of the story, wherever they have moved to; of
    /// several alike for the same one by number. At most 32 characters of <c>[0-9a-z-]</c>; unique within a <see cref="Reading"/>.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>
    /// Changes when anything that the chains rest on changes: the words of content, cue and source, and the names and words that
    /// carried or inferred links lean on. A confirmation holds only while this stays the same. At most 32 characters of <c>[0-9a-z-]</c>.
    /// </summary>
    public required string Evidence { get; init; }

    /// <summary>Whether the words are quoted, reported, or both.</summary>
    public required StatementKind Kind { get; init; }

    /// <summary>What was said, in text order, never empty. Quotation marks that enclose it belong to it.</summary>
    public required ImmutableArray<TextSpan> Content { get; init; }

    /// <summary>The words that attribute: "said", "according to". Empty where a quotation stands without any.</summary>
    public required ImmutableArray<TextSpan> Cue { get; init; }

    /// <summary>The words of the text that name who said it, of the hand nearest to the cue. Empty where none are.</summary>
    public required ImmutableArray<TextSpan> Source { get; init; }

    /// <summary>The verbatim parts of the content, quotation marks included. Empty for purely indirect statements.</summary>
    public required ImmutableArray<TextSpan> Quotations { get; init; }

    /// <summary>The word that holds the statement at arm's length, such as "reportedly". Null where there is none.</summary>
    public Hedge? Hedge { get; init; }

    /// <summary>When it was said or reported. Null where the text does not say.</summary>
    public StatementDate? Date { get; init; }

    /// <summary>The dates that the content speaks of, in text order: when something happened or will. Never null.</summary>
    public ImmutableArray<StatementDate> ContentDates { get; init; } = [];

    /// <summary>
    /// Through whose hands it came. More than one where several outlets report the same; empty where nobody is named and nothing
    /// may be carried from the context.
    /// </summary>
    public required ImmutableArray<Chain> Chains { get; init; }

    /// <summary>How the source stands to the content. <see cref="Polarity.Asserts"/> unless the words say otherwise.</summary>
    public Polarity Polarity { get; init; }

    /// <summary>How likely it is that content, source and <see cref="Polarity"/> are right, 0 to 1.</summary>
    public required double Confidence { get; init; }
}

/// <summary>How a statement's words stand in the text.</summary>
public enum StatementKind
{
    /// <summary>Verbatim, in quotation marks.</summary>
    Direct,

    /// <summary>In the reporter's words.</summary>
    Indirect,

    /// <summary>Partly verbatim.</summary>
    Mixed,
}

/// <summary>A word such as "reportedly" or "allegedly".</summary>
/// <param name="Words">As written.</param>
/// <param name="Span">Where.</param>
public sealed record Hedge(string Words, TextSpan Span);

/// <summary>A date in the text, resolved against the day of publication.</summary>
/// <param name="From">The first day it can mean.</param>
/// <param name="To">The last day it can mean; equal to <paramref name="From"/> for a single day.</param>
/// <param name="Words">The original words, such as "on Saturday" or "last month".</param>
/// <param name="Span">Where they stand.</param>
public sealed record StatementDate(DateOnly From, DateOnly To, string Words, TextSpan Span);
