using Microsoft.Extensions.Options;
using Sourceline.Attribution;
using Sourceline.Attribution.Model;
using Sourceline.Data.Model;
using Sourceline.Localization;
using Sourceline.Settings;
using Sourceline.Stories.Html;
using Sourceline.Telemetry;
using Statement = Sourceline.Data.Model.Statement;

namespace Sourceline.Sourcing;

/// <summary>Reads a version's text for statements and turns what was found into rows.</summary>
public sealed partial class StatementRecorder(
    SiteTime time,
    IOptions<SourcelineOptions> options,
    NewsMetrics metrics,
    ILogger<StatementRecorder> log
)
{
    /// <summary>Reads a text; null where the reading failed, which is logged and never stops a story. Thread-safe.</summary>
    /// <param name="text">The canonical text.</param>
    /// <param name="language">BCP 47; null lets the text decide.</param>
    /// <param name="publishedUtc">What days are resolved against.</param>
    public Reading? Read(string text, string? language, DateTime publishedUtc, CancellationToken cancellationToken)
    {
        var begun = NewsMetrics.Begin();
        try
        {
            var article = new Article(text) { Language = language, PublishedOn = time.Day(publishedUtc) };
            var reading = OwnSiteHop.LeftOut(Attributor.Read(article, cancellationToken), options.Value.Site.Name);
            metrics.Attributed(begun);
            return reading;
        }
        catch (TextTooLongException e)
        {
            TooLong(log, e.Message);
            return null;
        }
#pragma warning disable CA1031 // Whatever goes wrong in the reading, the news goes on.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            ReadingFailed(log, text.Length, e);
            return null;
        }
    }

    /// <summary>The names that recording a reading will look up.</summary>
    public static IEnumerable<string> NamesOf(Reading? reading) =>
        from statement in reading?.Statements ?? []
        from chain in statement.Chains
        from link in chain.Hops
        from name in link.Aliases.Prepend(link.IsNamed ? link.Name : "").Concat(IdentityNames(link.Identity))
        where !string.IsNullOrWhiteSpace(name)
        select name;

    /// <summary>
    /// Adds the rows to the version. Where a statement of a version before has the same evidence, what editors said of it is kept;
    /// otherwise it is asked again.
    /// </summary>
    /// <param name="before">From <see cref="CarriedReviews.OfAsync"/>; of two with the same key the first counts.</param>
    public static async Task RecordAsync(
        StoryVersion version,
        Reading? reading,
        IEnumerable<Statement> before,
        SourceRegistry sources,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(sources);
        version.Attribution = reading is null ? AttributionState.Failed : AttributionState.Ready;
        if (reading is null)
            return;
        version.Answers = [.. reading.Answers.Select(Row)];
        var earlier = before
            .GroupBy(statement => statement.Key, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        var ordinal = 0;
        foreach (var found in reading.Statements)
        {
            var statement = Row(found, ++ordinal);
            await AddLinksAsync(statement, found, sources, cancellationToken);
            if (earlier.TryGetValue(found.Key, out var known) && known.Evidence == found.Evidence)
                CarriedReviews.Keep(statement, known);
            version.Statements.Add(statement);
        }
    }

    private static Statement Row(Sourceline.Attribution.Model.AttributedStatement found, int ordinal) =>
        new()
        {
            Ordinal = ordinal,
            Key = found.Key,
            Evidence = found.Evidence,
            Kind = found.Kind,
            Polarity = found.Polarity,
            Content = [.. found.Content],
            Cue = [.. found.Cue],
            SourceWords = [.. found.Source],
            Quotations = [.. found.Quotations],
            Hedge = PlainText.Short(found.Hedge?.Words, 100),
            DateFrom = found.Date?.From,
            DateTo = found.Date?.To,
            DateWords = PlainText.Short(found.Date?.Words, 100),
            ContentDates = [.. found.ContentDates.Select(date => new ContentDate(date.From, date.To, date.Words))],
            Confidence = found.Confidence,
        };

    private static VersionAnswer Row(Answer found) =>
        new(
            found.Kind,
            PlainText.Short(found.Asked?.Name, 300),
            found.Asked?.Kind,
            PlainText.Short(found.Asked?.Identity?.Name, 300),
            PlainText.Short(found.Via?.Identity?.Name ?? found.Via?.Name, 300),
            found.Span,
            found.Confidence
        );

    private static async Task AddLinksAsync(
        Statement statement,
        Sourceline.Attribution.Model.AttributedStatement found,
        SourceRegistry sources,
        CancellationToken cancellationToken
    )
    {
        for (var chain = 0; chain < found.Chains.Length; chain++)
        {
            var links = found.Chains[chain].Hops;
            for (var position = 0; position < links.Length; position++)
            {
                var link = Row(links[position], chain, position);
                link.Source = await NamedAsync(sources, links[position], cancellationToken);
                if (links[position].Identity is { } identity)
                    link.Identity = await sources.FindOrAddAsync(identity.Name, identity.Kind, identity.Aliases, cancellationToken);
                statement.Hops.Add(link);
            }
        }
    }

    private static async Task<Source?> NamedAsync(SourceRegistry sources, Hop link, CancellationToken cancellationToken)
    {
        // "The report", "the company" are no names: who they are, where that is known, stands in an identity.
        if (!link.IsNamed || link.Identity is not null)
            return null;
        return await sources.FindOrAddAsync(link.Name, link.Kind, link.Aliases, cancellationToken);
    }

    private static StatementHop Row(Hop link, int chain, int position) =>
        new()
        {
            Chain = chain,
            Position = position,
            Name = PlainText.Short(link.Name, 300)!,
            Kind = link.Kind,
            Role = PlainText.Short(link.Role, 300),
            Basis = link.Basis,
            SpanStart = link.Span.Start,
            SpanEnd = link.Span.End,
            Confidence = link.Confidence,
            IdentityBasis = link.Identity?.Basis ?? Basis.Stated,
            IdentityConfidence = link.Identity?.Confidence ?? 0,
        };

    private static IEnumerable<string> IdentityNames(Identity? identity) => identity is null ? [] : identity.Aliases.Prepend(identity.Name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A story goes on without its statements: {Reason}")]
    private static partial void TooLong(ILogger logger, string reason);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Reading a text of {Length} characters for statements failed; the story goes on without."
    )]
    private static partial void ReadingFailed(ILogger logger, int length, Exception exception);
}
