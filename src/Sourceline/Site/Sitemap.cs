using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.PageCache;
using Sourceline.Settings;
using Sourceline.Syndication;

namespace Sourceline.Site;

/// <summary>
/// The sitemap (sitemaps.org, protocol 0.9): an index of parts, each for a range of numbers. A number never moves to another part, so a
/// part changes only when one of its stories does.
/// </summary>
internal sealed class Sitemap(NewsDb db, PageParts parts, IOptions<SourcelineOptions> options)
{
    /// <summary>Numbers in a part; the protocol allows 50,000 addresses.</summary>
    private const long Range = PageTag.NumberRange;

    /// <summary>The part that holds the largest number there can be.</summary>
    private const long LastPart = long.MaxValue / Range;

    /// <summary>The protocol allows so many parts in an index.</summary>
    private const int MostParts = 50_000;

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>Of the links to translations, which search engines read beside what the protocol says.</summary>
    private const string Xhtml = "http://www.w3.org/1999/xhtml";

    private readonly string _site = options.Value.Site.BaseUrl;

    /// <summary>The index. Ranges without a story are leapt over, in one question to the database.</summary>
    public async Task<IResult> IndexAsync(CancellationToken cancellationToken)
    {
        parts.Add(PageTag.Stories);
        var ranges = await RangesAsync(cancellationToken);
        return Write("sitemapindex", xml =>
        {
            foreach (var part in ranges)
                WriteEntry(xml, "sitemap", string.Create(CultureInfo.InvariantCulture, $"{_site}/sitemap-{part}.xml"), null, []);
        });
    }

    /// <summary>One part: the stories of its numbers.</summary>
    public async Task<IResult> PartAsync(long part, CancellationToken cancellationToken)
    {
        if (part is < 0 or > LastPart)
            return Results.NotFound();
        parts.Add(PageTag.Numbers(part));
        var (from, to) = (part * Range, part == LastPart ? long.MaxValue : (part * Range) + Range - 1);
        var stories = await RowsAsync(from, to, cancellationToken);
        var sets = stories
            .Where(story => story.Set is not null)
            .GroupBy(story => story.Set!)
            .ToDictionary(set => set.Key, set => TranslationSets.OneEach(set.Select(story => story.Story)));
        // Translations may have numbers of another part.
        foreach (var other in sets.Values.SelectMany(set => set))
            parts.Add(PageTag.Numbers(other.Number / Range));
        var inPart = stories
            .Where(story => story.Story.Number >= from && story.Story.Number <= to)
            .OrderBy(story => story.Story.Number)
            .ToList();
        if (inPart.Count == 0)
            return Results.NotFound();
        return Write("urlset", xml =>
        {
            xml.WriteAttributeString("xmlns", "xhtml", null, Xhtml);
            foreach (var (story, changed, set) in inPart)
                WriteEntry(xml, "url", _site + story.Address, changed, set is null ? [] : TranslationSets.Of(story, sets[set]));
        });
    }

    /// <summary>The stories of a range of numbers, and elsewhere their translations, in one question.</summary>
    /// <remarks>The sets are joined and not looked for among all stories: with IN, SQLite goes through all that are published.</remarks>
    private Task<List<Row>> RowsAsync(long @from, long to, CancellationToken cancellationToken)
    {
        var inPart = db.Published().Where(story => story.Number >= @from && story.Number <= to);
        var sets = inPart.Where(story => story.TranslationKey != null).Select(story => story.TranslationKey).Distinct();
        var elsewhere =
            from set in sets
            join story in db.Published() on set equals story.TranslationKey
            where story.Number < @from || story.Number > to
            select story;
        return inPart
            .Concat(elsewhere)
            .Select(story => new Row(
                new Alternate(story.Id, story.Number, story.Slug, story.Language),
                story.UpdatedUtc ?? story.PublishedUtc,
                story.TranslationKey
            ))
            .ToListAsync(cancellationToken);
    }

    /// <summary>The ranges that have a public story: a leap along the index of numbers for each, however many stories lie between.</summary>
    private Task<List<long>> RangesAsync(CancellationToken cancellationToken)
    {
        const string Published = nameof(StoryState.Published);
        return db
            .Database.SqlQuery<long>(
                $"""
                WITH RECURSIVE "First" ("Number", "Step") AS (
                    SELECT (SELECT min("Number") FROM "Stories" WHERE "State" = {Published} AND "PublishedUtc" IS NOT NULL AND "Number" >= 0), 1
                    UNION ALL
                    SELECT (SELECT min("Number") FROM "Stories" WHERE "State" = {Published} AND "PublishedUtc" IS NOT NULL
                        AND "Number" >= ("First"."Number" / {Range} + 1) * {Range}), "Step" + 1
                    FROM "First" WHERE "First"."Number" < {LastPart * Range} AND "Step" <= {MostParts}
                )
                SELECT "Number" / {Range} AS "Value" FROM "First" WHERE "Number" IS NOT NULL ORDER BY "Number"
                """
            )
            .ToListAsync(cancellationToken);
    }

    private void WriteEntry(XmlWriter xml, string element, string address, DateTime? changed, IReadOnlyList<Alternate> alternates)
    {
        xml.WriteStartElement(element, Namespace);
        xml.WriteElementString("loc", Namespace, address);
        if (changed is { } utc)
            xml.WriteElementString("lastmod", Namespace, utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        foreach (var alternate in alternates)
        {
            xml.WriteStartElement("link", Xhtml);
            xml.WriteAttributeString("rel", "alternate");
            xml.WriteAttributeString("hreflang", alternate.Language);
            xml.WriteAttributeString("href", _site + alternate.Address);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static IResult Write(string root, Action<XmlWriter> entries)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement(root, Namespace);
            entries(xml);
            xml.WriteEndElement();
        }
        return Results.Bytes(bytes.ToArray(), "application/xml");
    }

    /// <summary>A story and the set of translations that it is in.</summary>
    private sealed record Row(Alternate Story, DateTime? Changed, string? Set);
}
