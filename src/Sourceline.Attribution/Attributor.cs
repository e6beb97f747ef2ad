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
    public static Reading Read(Article article, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(article);
        cancellationToken.ThrowIfCancellationRequested();
        var document = Document.Read(article.Text, cancellationToken);
        var language = Languages.Of(article.Language, document);
        var reader = new Reader(document, article.PublishedOn);
        var drafts = new Story(reader).Read(cancellationToken);
        var writer = new StatementWriter(reader);
        return new Reading(language, [.. drafts.OrderBy(d => d.Clause.Content.Min(c => c.First)).Select(writer.Write)]);
    }
}
