using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Localization;
using Sourceline.PageCache;
using Sourceline.Settings;
using Sourceline.Site.Pictures;
using Sourceline.Sourcing;
using Sourceline.Stories.Html;
using Sourceline.Stories.Publishing;
using Sourceline.Syndication;
using Sourceline.Web;

namespace Sourceline.Site;

/// <summary>Reads what the page of a published story shows: a handful of queries, each along an index.</summary>
public sealed class StoryReader(NewsDb db, PageParts parts, SiteTime time, Localizer words, IOptions<SourcelineOptions> options)
{
    /// <summary>A story corrected more often than this shows the last ones.</summary>
    private const int MostCorrections = 50;

    /// <summary>The acts whose note readers see under the story.</summary>
    private static readonly ActKind[] Told = [.. ActRegistry.All.Where(act => act.Words.NoteHeading is not null).Select(act => act.Kind)];

    public async Task<StoryPage?> ReadAsync(Story story, long? repliesAfter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(story);
        var version = await db
            .Versions.AsNoTracking()
            .FirstOrDefaultAsync(known => known.StoryId == story.Id && known.Number == story.LiveVersion, cancellationToken);
        if (version is null || story is not { PublishedUtc: { } published, Category: { } category })
            return null;
        var statements = await StatementsAsync(version.Id, version.Text, cancellationToken);
        var groups = StatementGroup.Of(statements);
        var marks = new StoryMarks(groups, words);
        var (headline, headlineNotes) = marks.Headline(version.Headline);
        var address = SiteRoutes.Story(story.Number, story.Slug);
        return new StoryPage
        {
            Number = story.Number,
            Address = address,
            AbsoluteAddress = options.Value.Site.BaseUrl + address,
            ShortAddress = options.Value.Site.BaseUrl + SiteRoutes.Story(story.Number, ""),
            Language = story.Language,
            Section = category.Name,
            SectionSlug = category.Slug,
            Tags = story.Tags,
            Published = time.Local(published),
            Updated = story.UpdatedUtc is { } updated && updated > published ? time.Local(updated) : null,
            Headline = version.Headline,
            Lead = version.Lead,
            Text = version.Text,
            Byline = version.Byline,
            Place = version.Place,
            ReplyCount = story.ReplyCount,
            Statements = statements,
            // In the order of the text: a statement's mark is where it begins first.
            Groups = groups,
            HeadlineHtml = headline,
            HeadlineNotesHtml = headlineNotes,
            LeadHtml = version.Lead is null ? null : marks.Line(version.Lead, StoryHtml.LeadStart(version.Headline)),
            BodyHtml = marks.Body(version.BodyHtml, StoryHtml.BodyStart(version.Headline, version.Lead)),
            Picture = await PictureAsync(story, version, cancellationToken),
            Corrections = await CorrectionsAsync(story.Id, cancellationToken),
            Alternates = (await TranslationSets.ReadAsync(db, [story], parts, cancellationToken)).Of(story),
            Replies = await ReplyThreads.ReadAsync(db, story.Id, repliesAfter, cancellationToken),
        };
    }

    /// <summary>The statements of a version that readers may see.</summary>
    public async Task<IReadOnlyList<StatementView>> StatementsAsync(long versionId, string text, CancellationToken cancellationToken)
    {
        var statements = await db
            .Statements.AsNoTracking()
            .Where(statement => statement.VersionId == versionId && statement.Review != Review.Rejected)
            .Include(statement => statement.Hops)
                .ThenInclude(link => link.Source)
            .Include(statement => statement.Hops)
                .ThenInclude(link => link.Identity)
            .OrderBy(statement => statement.Ordinal)
            .ToListAsync(cancellationToken);
        return StatementView.ForReaders(statements, text, options.Value.Statements);
    }

    private async Task<List<Correction>> CorrectionsAsync(long storyId, CancellationToken cancellationToken)
    {
        var acts = await db
            .Acts.AsNoTracking()
            .Where(act => act.StoryId == storyId && Told.Contains(act.Kind) && act.Note != null)
            .OrderByDescending(act => act.Sequence)
            .Take(MostCorrections)
            .Select(act => new
            {
                act.Kind,
                act.AtUtc,
                act.Note,
            })
            .ToListAsync(cancellationToken);
        acts.Reverse();
        return [.. acts.Select(act => new Correction(act.Kind, time.Local(act.AtUtc), act.Note!))];
    }

    /// <summary>The story's first picture; where it has none, one that is drawn from its headline.</summary>
    private async Task<SharedPicture> PictureAsync(Story story, StoryVersion version, CancellationToken cancellationToken)
    {
        var own = await db
            .StoryMedia.AsNoTracking()
            .Where(media => media.StoryId == story.Id && media.File!.MediaType.StartsWith("image/"))
            .OrderBy(media => media.Id)
            .Select(media => new
            {
                media.Hash,
                media.File!.Extension,
                media.AltText,
            })
            .FirstOrDefaultAsync(cancellationToken);
        return own is not null
            ? new($"/media/{own.Hash}{own.Extension}", null, null, own.AltText)
            : new(SiteRoutes.Picture(story.Number), SocialPicture.Width, SocialPicture.Height, version.Headline);
    }
}
