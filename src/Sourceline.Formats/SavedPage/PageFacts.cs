using System.Collections.Immutable;

namespace Sourceline.Formats.SavedPage;

/// <summary>What the labels of a page say together.</summary>
internal sealed record PageFacts
{
    public static readonly PageFacts None = new();

    public string? Date { get; init; }

    public string? Time { get; init; }

    public string? Updated { get; init; }

    public long? Number { get; init; }

    public string? Byline { get; init; }

    public string? Place { get; init; }

    public ImmutableArray<string> Categories { get; init; } = [];

    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The first label of a kind counts; a second one is of some other box on the page.</summary>
    public PageFacts With(PageLabel label) =>
        label.Kind switch
        {
            PageLabelKind.Date => this with { Date = Date ?? label.Value },
            PageLabelKind.Time => this with { Time = Time ?? label.Value },
            PageLabelKind.Updated => this with { Updated = Updated ?? label.Value },
            PageLabelKind.Number => this with { Number = Number ?? PageLabel.NumberIn(label.Value) },
            PageLabelKind.Byline => this with { Byline = Byline ?? label.Value },
            PageLabelKind.Place => this with { Place = Place ?? label.Value },
            PageLabelKind.Category => Categories.IsEmpty ? this with { Categories = Names(label.Value) } : this,
            PageLabelKind.Tags => Tags.IsEmpty ? this with { Tags = Names(label.Value) } : this,
            _ => this,
        };

    /// <summary>The date of publication as it is written: date and time of day are printed apart and belong together.</summary>
    public IEnumerable<string> DateTexts =>
        Date is null ? []
        : Time is null ? [Date]
        : [$"{Date} {Time}", Date];

    private static ImmutableArray<string> Names(string value) =>
        [.. value.Split([',', ';', '|', '،'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
}
