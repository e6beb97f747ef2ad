using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Formats;
using Sourceline.Sourcing;
using Sourceline.Stories.Html;

namespace Sourceline.Ingest;

/// <summary>Makes rows of stories and versions from items, to be written by <see cref="BulkWriter"/>.</summary>
internal sealed class RowFactory(NewsDb db, BulkWriter rows, SourceRegistry sources, string siteLanguage, DateTime nowUtc, string actor)
{
    private readonly CategoryRegistry _categories = new(db);
    private readonly WireStore _wire = new(db);

    /// <summary>Asks at once for all that these items will look up.</summary>
    public async Task LoadAsync(IReadOnlyList<PreparedItem> items, CancellationToken cancellationToken)
    {
        await _wire.LoadAsync(items, cancellationToken);
        await sources.LoadAsync(items.SelectMany(item => StatementRecorder.NamesOf(item.Reading)), cancellationToken);
    }

    /// <summary>A story that was not known, as a draft, without its key, number and version.</summary>
    public async Task<Story> NewAsync(PreparedItem item, CancellationToken cancellationToken)
    {
        var category = await CategoryAsync(item, cancellationToken);
        return new Story
        {
            Origin = item.Origin,
            OriginId = item.Id,
            OriginUrl = item.Item.Url is { Length: <= 2000 } url ? url : null,
            OriginVersion = item.Item.Version,
            OriginUpdatedUtc = item.Item.Updated?.UtcDateTime,
            OriginHash = item.Hash,
            State = StoryState.Draft,
            CategoryId = category.Id,
            Language = LanguageOf(item),
            TranslationKey = item.TranslationKey,
            Slug = Slug.From(item.Text.Headline, "story"),
            Tags = TagsOf(item.Item, category),
            LatestVersion = 1,
            ReceivedUtc = nowUtc,
        };
    }

    /// <summary>Takes over what the origin says of a known story now, beside its text.</summary>
    public async Task ChangeAsync(PreparedItem item, Story story, CancellationToken cancellationToken)
    {
        story.LatestVersion++;
        story.OriginVersion = item.Item.Version ?? story.OriginVersion;
        story.OriginUpdatedUtc = item.Item.Updated?.UtcDateTime ?? story.OriginUpdatedUtc;
        story.OriginHash = item.Hash;
        var category = await CategoryAsync(item, cancellationToken);
        story.CategoryId = category.Id;
        story.Tags = TagsOf(item.Item, category);
        story.Language = item.Language ?? story.Language;
        TakeTranslations(item, story);
    }

    /// <summary>Takes over which set of translations the origin counts the story among, unless an editor has decided; false where nothing changes.</summary>
    public static bool TakeTranslations(PreparedItem item, Story story)
    {
        if (story.TranslationByDesk || item.TranslationKey is not { } key || key == story.TranslationKey)
            return false;
        story.TranslationKey = key;
        return true;
    }

    /// <summary>Adds the text as the story's newest version, with its statements and the bytes that it came in.</summary>
    /// <param name="before">The statements before, from <see cref="CarriedReviews"/>.</param>
    public async Task<StoryVersion> AddVersionAsync(
        PreparedItem item,
        Story story,
        List<Statement> before,
        CancellationToken cancellationToken
    )
    {
        var version = new StoryVersion
        {
            StoryId = story.Id,
            Number = story.LatestVersion,
            Headline = item.Text.Headline,
            Lead = item.Text.Lead,
            BodyHtml = item.Text.BodyHtml,
            Text = item.Text.Text,
            Byline = Line(item.Item.Byline, 300),
            Place = Line(item.Item.Place, 200),
            ContentHash = item.Hash,
            CreatedUtc = nowUtc,
            CreatedBy = actor,
        };
        await StatementRecorder.RecordAsync(version, item.Reading, before, sources, cancellationToken);
        rows.Add(version);
        if (_wire.RowOf(item, story, nowUtc) is { } received)
            rows.Add(received);
        return version;
    }

    private Task<Category> CategoryAsync(PreparedItem item, CancellationToken cancellationToken) =>
        _categories.FindOrAddAsync(item.Item.Categories.FirstOrDefault(), cancellationToken);

    private string LanguageOf(PreparedItem item) =>
        item.Language ?? (item.Reading?.Language is { } found and not "und" ? found : siteLanguage);

    /// <summary>Every category beside the first is kept as a tag.</summary>
    private static List<string> TagsOf(NewsItem item, Category category) =>
        [
            .. item
                .Categories.Concat(item.Tags)
                .Select(PlainText.Line)
                .Where(tag => tag.Length > 0 && tag != category.Name)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];

    private static string? Line(string? words, int limit) =>
        PlainText.Line(words) is { Length: > 0 } line ? PlainText.Cut(line, limit) : null;
}
