using System.Collections.Immutable;

namespace Sourceline.Attribution;

/// <summary>The front door: text in, statements out. Pure, thread-safe, without I/O.</summary>
public static class Attributor
{
    /// <summary>Reads a text for who said what, and through whose hands it came.</summary>
    /// <param name="article">The text, with its day of publication where days are to be resolved.</param>
    /// <param name="cancellationToken">Stops the reading of a long text.</param>
    /// <returns>The statements; none where nobody is cited.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Reading Read(Article article, CancellationToken cancellationToken = default) => Read(article, AttributionModel.Shipped, cancellationToken);

    /// <summary>Reads a text with a model of one's own, or by the rules alone.</summary>
    /// <param name="article">The text, with its day of publication where days are to be resolved.</param>
    /// <param name="model">What was learned; null for the rules alone. Only English text is read with it.</param>
    /// <param name="cancellationToken">Stops the reading of a long text.</param>
    /// <returns>The statements; none where nobody is cited.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Reading Read(Article article, AttributionModel? model, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(article);
        cancellationToken.ThrowIfCancellationRequested();
        var document = Document.Read(article.Text, cancellationToken);
        var language = Languages.Of(article.Language, document);
        var english = language == Languages.English || language.StartsWith("en-", StringComparison.OrdinalIgnoreCase);
        var reader = new Reader(document, english ? article.PublishedOn : null);
        if (!english)
            return new Reading(language, Written(new ForeignStory(reader, ForeignCues.Of(language)).Read(cancellationToken), new StatementWriter(reader)));
        var story = new Story(reader, model);
        var drafts = story.Read(cancellationToken);
        var writer = new StatementWriter(reader);
        return new Reading(language, Written(drafts, writer)) { Attitudes = Written(story.Attitudes, writer) };
    }

    private static ImmutableArray<Statement> Written(List<Draft> drafts, StatementWriter writer) => [.. drafts.OrderBy(d => d.Clause.Content.Min(c => c.First)).Select(writer.Write)];
}
