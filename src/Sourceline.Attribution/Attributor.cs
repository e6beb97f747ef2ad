using System.Collections.Immutable;
using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline;
using Sourceline.Attribution.Pipeline.Chains;
using Sourceline.Attribution.Pipeline.Clauses;
using Sourceline.Attribution.Pipeline.Languages;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution;

/// <summary>The front door: text in, statements out. Pure, thread-safe, without I/O.</summary>
public static class Attributor
{
    /// <summary>The most UTF-16 code units that a text may have. The longest stories have a hundredth of it; what is longer is a mistake or an attack.</summary>
    public const int LongestText = 2_000_000;

    /// <summary>Reads a text for who said what, and through whose hands it came.</summary>
    /// <param name="article">The text, with its day of publication where days are to be resolved.</param>
    /// <param name="cancellationToken">Stops the reading of a long text.</param>
    /// <returns>The statements; none where nobody is cited.</returns>
    /// <exception cref="TextTooLongException">The text is longer than <see cref="LongestText"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Reading Read(Article article, CancellationToken cancellationToken = default) =>
        Read(article, AttributionModel.Shipped, cancellationToken);

    /// <summary>Reads a text with a model of one's own, or by the rules alone.</summary>
    /// <param name="article">The text, with its day of publication where days are to be resolved.</param>
    /// <param name="model">What was learned; null for the rules alone. Only English text is read with it.</param>
    /// <param name="cancellationToken">Stops the reading of a long text.</param>
    /// <returns>The statements; none where nobody is cited.</returns>
    /// <exception cref="TextTooLongException">The text is longer than <see cref="LongestText"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Reading Read(Article article, AttributionModel? model, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (article.Text.Length > LongestText)
            throw new TextTooLongException(article.Text.Length);
        cancellationToken.ThrowIfCancellationRequested();
        var document = Document.Read(article.Text, cancellationToken);
        var language = LanguageDetector.Of(article.Language, document);
        var english = LanguageDetector.IsEnglish(language);
        var reader = new Reader(document, english ? article.PublishedOn : null);
        if (!english)
            return new Reading(
                language,
                Written(new ForeignStory(reader, ForeignCues.Of(language)).Read(cancellationToken), new StatementWriter(reader))
            );
        var story = new EnglishReader(reader, model);
        var drafts = story.Read(cancellationToken);
        var writer = new StatementWriter(reader);
        return new Reading(language, Written(drafts, writer))
        {
            Attitudes = Written(story.Attitudes, writer),
            Answers = [.. story.Answers],
        };
    }

    private static ImmutableArray<AttributedStatement> Written(List<Draft> drafts, StatementWriter writer) =>
        [.. drafts.OrderBy(d => d.Clause.Content.Min(c => c.First)).Select(writer.Write)];
}
