using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sourceline.Data;
using Sourceline.PageCache;
using Sourceline.Settings;
using Sourceline.Sourcing;

namespace Sourceline.Site.Pictures;

/// <summary><c>/18343/picture.png</c>: the picture that is drawn of a published story. The page cache keeps it until the story changes.</summary>
internal sealed class SocialPictureEndpoint(NewsDb db, StoryReader reader, PageParts parts, IOptions<SourcelineOptions> options)
{
    /// <summary>Drawing takes a processor for a tenth of a second, so one picture is drawn at a time.</summary>
    private static readonly SemaphoreSlim Turns = new(1);

    public async Task<IResult> GetAsync(long number, CancellationToken cancellationToken)
    {
        var story = await db.Published()
            .Where(known => known.Number == number)
            .SelectMany(
                known => known.Versions.Where(version => version.Number == known.LiveVersion),
                (known, version) =>
                    new
                    {
                        known.Id,
                        known.Language,
                        Version = version.Id,
                        version.Headline,
                        version.Text,
                    }
            )
            .FirstOrDefaultAsync(cancellationToken);
        if (story is null)
            return Results.NotFound();
        parts.Add(PageTag.Story(story.Id));
        var statements = await reader.StatementsAsync(story.Version, story.Text, cancellationToken);
        var content = new SocialPictureContent(options.Value.Site.Name, story.Headline, story.Language, Hops(statements));
        await Turns.WaitAsync(cancellationToken);
        try
        {
            return Results.Bytes(await Task.Run(() => SocialPicture.Draw(content), cancellationToken), "image/png");
        }
        finally
        {
            Turns.Release();
        }
    }

    /// <summary>The names of the first chain, one that an editor confirmed where there is one.</summary>
    private static List<string> Hops(IReadOnlyList<StatementView> statements)
    {
        var chains = statements.OrderByDescending(view => view.Confirmed).SelectMany(view => view.Chains);
        return chains.FirstOrDefault() is { } chain ? [.. chain.Hops.Select(hop => hop.Identity?.Name ?? hop.Name)] : [];
    }
}
