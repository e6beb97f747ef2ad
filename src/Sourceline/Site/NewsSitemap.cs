using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sourceline.Data;
using Sourceline.Localization;
using Sourceline.PageCache;
using Sourceline.Settings;

namespace Sourceline.Site;

/// <summary>
/// <c>/sitemap-news.xml</c>: the stories of the last two days, the newest thousand of them at most, as the news extension of sitemaps wants
/// it (schemas/sitemap-news/0.9). It is made anew for who asks, since stories leave it without any act.
/// </summary>
internal sealed class NewsSitemap(NewsDb db, PageParts parts, SiteTime time, TimeProvider clock, IOptions<SourcelineOptions> options)
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private const string News = "http://www.google.com/schemas/sitemap-news/0.9";

    private const int Most = 1000;

    private static readonly TimeSpan Recent = TimeSpan.FromDays(2);

    private readonly SiteOptions _site = options.Value.Site;

    public async Task<IResult> GetAsync(CancellationToken cancellationToken)
    {
        parts.DoNotKeep();
        var since = clock.GetUtcNow().UtcDateTime - Recent;
        var stories = await db.Published()
            .Where(story => story.PublishedUtc >= since)
            .NewestFirst()
            .Take(Most)
            .Cards(db)
            .ToListAsync(cancellationToken);
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement("urlset", Namespace);
            xml.WriteAttributeString("xmlns", "news", null, News);
            foreach (var story in stories)
                Write(xml, story);
            xml.WriteEndElement();
        }
        return Results.Bytes(bytes.ToArray(), "application/xml");
    }

    private void Write(XmlWriter xml, StoryCard story)
    {
        xml.WriteStartElement("url", Namespace);
        xml.WriteElementString("loc", Namespace, _site.BaseUrl + story.Address);
        xml.WriteStartElement("news", News);
        xml.WriteStartElement("publication", News);
        xml.WriteElementString("name", News, _site.Name);
        xml.WriteElementString("language", News, story.Language.Split('-', 2)[0].ToLowerInvariant());
        xml.WriteEndElement();
        xml.WriteElementString(
            "publication_date",
            News,
            time.Local(story.PublishedUtc).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
        );
        xml.WriteElementString("title", News, story.Headline);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
