using Sourceline.Attribution.Model;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Sourcing.Dependencies;
using Sourceline.Stories.Html;
using Statement = Sourceline.Data.Model.Statement;

namespace Sourceline.Tests.Site;

/// <summary>Puts a story with its statements into the database, row by row, for tests of pages that read them.</summary>
internal sealed class StoryBuilder
{
    private readonly StoryText _text;
    private int _ordinal;

    public StoryBuilder(long number, Category category, string headline, string? lead, string bodyHtml, DateTime publishedUtc)
    {
        _text = StoryHtml.Clean(headline, lead, bodyHtml);
        Story = new Story
        {
            Number = number,
            Origin = "test",
            OriginId = $"{number}",
            State = StoryState.Published,
            Category = category,
            Language = "en",
            Slug = $"story-{number}",
            LatestVersion = 1,
            LiveVersion = 1,
            PublishedUtc = publishedUtc,
            ReceivedUtc = publishedUtc,
            Revision = 1,
        };
        Version = new StoryVersion
        {
            Story = Story,
            Number = 1,
            Headline = _text.Headline,
            Lead = _text.Lead,
            BodyHtml = _text.BodyHtml,
            Text = _text.Text,
            ContentHash = $"{number}",
            CreatedUtc = publishedUtc,
            CreatedBy = "test",
            Attribution = AttributionState.Ready,
        };
        Story.Versions.Add(Version);
    }

    public Story Story { get; }

    public StoryVersion Version { get; }

    public StoryBuilder With(Action<Story> change)
    {
        change(Story);
        return this;
    }

    public StoryBuilder With(Action<StoryVersion> change)
    {
        change(Version);
        return this;
    }

    /// <summary>Adds a statement whose content is these words of the text; further words are further parts. Words in quotation marks are verbatim.</summary>
    public StoryBuilder Says(IReadOnlyList<StatementHop> links, Action<Statement>? change, params string[] words)
    {
        _ordinal++;
        var content = words.Select(SpanOf).ToArray();
        var statement = new Statement
        {
            Ordinal = _ordinal,
            Key = $"k{_ordinal}",
            Evidence = $"e{_ordinal}",
            Content = content,
            Confidence = 0.9,
            Quotations = [.. content.Where(span => Version.Text[span.Start] == '“')],
        };
        foreach (var link in links)
            statement.Hops.Add(link);
        change?.Invoke(statement);
        Version.Statements.Add(statement);
        return this;
    }

    /// <summary>A link of the first chain.</summary>
    public static StatementHop Link(
        int position,
        string name,
        SourceKind kind,
        Source? source = null,
        Basis basis = Basis.Stated,
        string? role = null
    ) =>
        new()
        {
            Position = position,
            Name = name,
            Kind = kind,
            Source = source,
            Basis = basis,
            Role = role,
            Confidence = 0.9,
        };

    /// <summary>Writes all; the statements get the story's id once it has one.</summary>
    public async Task SaveAsync(NewsDb db, CancellationToken cancellationToken)
    {
        var statements = Version.Statements.ToList();
        Version.Statements.Clear();
        db.Stories.Add(Story);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var statement in statements)
        {
            statement.StoryId = Story.Id;
            statement.VersionId = Version.Id;
            db.Statements.Add(statement);
        }
        await db.SaveChangesAsync(cancellationToken);
        var leans = new DependencyCountChanges();
        await DependencyProjection.RefreshAsync(db, Story.Id, leans, cancellationToken);
        await leans.WriteAsync(db, cancellationToken);
    }

    private TextSpan SpanOf(string words)
    {
        var at = Version.Text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The text has no '{words}'.");
        return new TextSpan(at, at + words.Length);
    }
}
