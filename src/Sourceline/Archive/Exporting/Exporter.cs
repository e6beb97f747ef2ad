using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Sourceline.Formats.Writing;
using Sourceline.Settings;

namespace Sourceline.Archive.Exporting;

/// <summary>Writes published stories in one of the formats that others read.</summary>
internal sealed class Exporter(StoryEntries entries, TimeProvider clock, IOptions<SourcelineOptions> options)
{
    /// <summary>Whether there is a category with this name or key.</summary>
    public Task<bool> HasCategoryAsync(string category, CancellationToken cancellationToken) =>
        entries.HasCategoryAsync(category, cancellationToken);

    /// <summary>How many stories were written.</summary>
    public async Task<long> WriteAsync(ExportFormat format, ExportFilter filter, Stream output, CancellationToken cancellationToken)
    {
        if (format == ExportFormat.Ninjs)
            return await WriteLinesAsync(filter, output, cancellationToken);
        var feed = await FeedAsync(filter, cancellationToken);
        switch (format)
        {
            case ExportFormat.Rss:
                FeedWriter.WriteRss(output, feed);
                break;
            case ExportFormat.Atom:
                FeedWriter.WriteAtom(output, feed);
                break;
            default:
                FeedWriter.WriteJsonFeed(output, feed);
                break;
        }
        return feed.Entries.Length;
    }

    /// <summary>A document a line, written as it is read: memory does not grow with the archive.</summary>
    private async Task<long> WriteLinesAsync(ExportFilter filter, Stream output, CancellationToken cancellationToken)
    {
        var count = 0L;
        await foreach (var entry in entries.ReadAsync(filter, cancellationToken))
        {
            NinjsWriter.Write(output, entry);
            output.WriteByte((byte)'\n');
            count++;
        }
        return count;
    }

    private async Task<FeedDocument> FeedAsync(ExportFilter filter, CancellationToken cancellationToken)
    {
        var all = new List<FeedEntry>();
        await foreach (var entry in entries.ReadAsync(filter, cancellationToken))
            all.Add(entry);
        var site = options.Value.Site;
        return new FeedDocument
        {
            Title = site.Name,
            Description = site.Tagline,
            HomeUrl = new Uri(site.BaseUrl),
            SelfUrl = new Uri(site.BaseUrl),
            Language = site.Language,
            Updated = all.Count == 0 ? clock.GetUtcNow() : all.Max(entry => entry.Updated),
            Entries = [.. all.OrderByDescending(entry => entry.Published).ThenByDescending(entry => entry.Number)],
        };
    }
}

/// <summary>What to write.</summary>
internal enum ExportFormat
{
    /// <summary>IPTC ninjs, a document a line.</summary>
    Ninjs,
    Rss,
    Atom,
    JsonFeed,
}
