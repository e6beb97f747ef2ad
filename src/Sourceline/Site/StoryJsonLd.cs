using System.Globalization;
using System.Text;
using System.Text.Json;
using Sourceline.Attribution.Model;
using Sourceline.Localization;
using Sourceline.Settings;
using Sourceline.Sourcing;
using Sourceline.Syndication;

namespace Sourceline.Site;

/// <summary>
/// A story for machines: schema.org NewsArticle with a Quotation for each verbatim statement whose chain an editor has confirmed, unless it is
/// denied, disputed, withdrawn or left open. Who
/// said it is <c>spokenByCharacter</c>; the hands between stand in <c>isBasedOn</c>, nearest first.
/// </summary>
internal static class StoryJsonLd
{
    private static readonly char[] Marks = ['"', '“', '”', '„', '‟', '«', '»', '‹', '›', '‘', '’', '「', '」', ' '];

    /// <summary>JSON that is safe inside a script element: the writer escapes everything that HTML knows.</summary>
    public static string Write(StoryPage page, SiteOptions site)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            json.WriteString("@type", "NewsArticle");
            WriteArticle(json, page, site);
            WriteTranslations(json, page, site);
            WriteQuotations(json, page);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static void WriteArticle(Utf8JsonWriter json, StoryPage page, SiteOptions site)
    {
        json.WriteString("@id", page.AbsoluteAddress);
        json.WriteString("url", page.AbsoluteAddress);
        json.WriteString("mainEntityOfPage", page.AbsoluteAddress);
        json.WriteString("identifier", page.Number.ToString(CultureInfo.InvariantCulture));
        json.WriteString("headline", page.Headline);
        if (page.Lead is not null)
            json.WriteString("description", page.Lead);
        json.WriteString("datePublished", LocalDates.Machine(page.Published));
        json.WriteString("dateModified", LocalDates.Machine(page.Updated ?? page.Published));
        json.WriteString("image", site.BaseUrl + page.Picture.Path);
        json.WriteString("articleSection", page.Section);
        json.WriteString("inLanguage", page.Language);
        json.WriteBoolean("isAccessibleForFree", true);
        json.WriteNumber("commentCount", page.ReplyCount);
        if (page.Tags.Count > 0)
            json.WriteString("keywords", string.Join(", ", page.Tags));
        if (page.Place is not null)
            json.WriteString("dateline", page.Place);
        if (page.Byline is not null)
            WriteWriters(json, BylineNames.Of(page.Byline));
        else
            WriteNamed(json, "author", "NewsMediaOrganization", site.Name, site.BaseUrl + "/");
        WriteNamed(json, "publisher", "NewsMediaOrganization", site.Name, site.BaseUrl + "/");
    }

    private static void WriteWriters(Utf8JsonWriter json, IReadOnlyList<string> names)
    {
        if (names is [var only])
        {
            WriteNamed(json, "author", "Person", only, null);
            return;
        }
        json.WriteStartArray("author");
        foreach (var name in names)
        {
            json.WriteStartObject();
            json.WriteString("@type", "Person");
            json.WriteString("name", name);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>
    /// One work and its other languages. Not <c>workTranslation</c> or <c>translationOfWork</c>, which are each other's inverse: they say
    /// which text is the original, and nobody has said so.
    /// </summary>
    private static void WriteTranslations(Utf8JsonWriter json, StoryPage page, SiteOptions site)
    {
        if (page.Alternates.Count == 0)
            return;
        json.WriteStartObject("exampleOfWork");
        json.WriteString("@type", "CreativeWork");
        json.WriteStartArray("workExample");
        foreach (var other in page.Alternates.Where(other => other.Number != page.Number))
        {
            json.WriteStartObject();
            json.WriteString("@type", "NewsArticle");
            json.WriteString("@id", site.BaseUrl + other.Address);
            json.WriteString("url", site.BaseUrl + other.Address);
            json.WriteString("inLanguage", other.Language);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteQuotations(Utf8JsonWriter json, StoryPage page)
    {
        var quoted = page
            .Statements.Where(view =>
                view is { Confirmed: true, Chains.Count: > 0 }
                && view.Statement.Quotations.Length > 0
                && !view.Statement.Polarity.IsAgainst()
            )
            .ToList();
        if (quoted.Count == 0)
            return;
        json.WriteStartArray("hasPart");
        // A quotation each: joined by an ellipsis, two would claim that words were left out between them.
        foreach (var view in quoted)
        foreach (var span in view.Statement.Quotations)
            WriteQuotation(json, view, span.Of(page.Text), page);
        json.WriteEndArray();
    }

    private static void WriteQuotation(Utf8JsonWriter json, StatementView view, string quoted, StoryPage page)
    {
        json.WriteStartObject();
        json.WriteString("@type", "Quotation");
        // The comma before "he said" is the reporter's.
        json.WriteString("text", quoted.Trim(Marks).TrimEnd(',', '،'));
        json.WriteString("url", string.Create(CultureInfo.InvariantCulture, $"{page.AbsoluteAddress}#t{view.Number}"));
        if (view.Statement.DateFrom is { } from && from == (view.Statement.DateTo ?? from))
            json.WriteString("datePublished", from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var line = view.Chains[0];
        if (!line.IsOpen)
            WriteSpeaker(json, line.End);
        WriteHands(json, line, 0);
        json.WriteEndObject();
    }

    /// <summary>Nobody is named as the speaker whom the text does not name and no editor has.</summary>
    private static void WriteSpeaker(Utf8JsonWriter json, HopView end)
    {
        var who = end.Identity is { Confirmed: true } known ? known : end;
        var type = who.Kind switch
        {
            SourceKind.Person or SourceKind.Reporter => "Person",
            SourceKind.Organisation => "Organization",
            _ => null,
        };
        if (type is not null)
            WriteNamed(json, "spokenByCharacter", type, who.Name, null);
    }

    /// <summary>The outlets and documents that it came through: a work of the nearest, based on a work of the next.</summary>
    private static void WriteHands(Utf8JsonWriter json, ChainView line, int index)
    {
        var station = index < line.Hops.Count ? line.Hops[index] : null;
        if (station is null || station.KnownKind is not (SourceKind.Outlet or SourceKind.Document))
            return;
        var name = station.Identity is { Confirmed: true } known ? known.Name : station.Name;
        json.WriteStartObject("isBasedOn");
        json.WriteString("@type", "CreativeWork");
        if (station.KnownKind == SourceKind.Document)
            json.WriteString("name", name);
        else
            WriteNamed(json, "publisher", "NewsMediaOrganization", name, null);
        WriteHands(json, line, index + 1);
        json.WriteEndObject();
    }

    private static void WriteNamed(Utf8JsonWriter json, string property, string type, string name, string? url)
    {
        json.WriteStartObject(property);
        json.WriteString("@type", type);
        json.WriteString("name", name);
        if (url is not null)
            json.WriteString("url", url);
        json.WriteEndObject();
    }
}
