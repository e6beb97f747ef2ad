using System.Text.Json;
using Sourceline.Formats.Feeds;
using Sourceline.Formats.Json;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Ninjs;

/// <summary>The files of an item: its own renditions, and the best one of each associated picture, sound or film.</summary>
internal static class NinjsRenditions
{
    public static IEnumerable<ItemAttachment> Of(NinjsDocument document, string uri, ReadOptions options)
    {
        var own = document.Type is "picture" or "graphic" or "audio" or "video"
            ? Best(document.Fields, uri, null, options)
            : All(document.Fields, uri, options);
        var associated = Associations(document.Fields)
            .SelectMany(one =>
                Best(one.Value, one.Value.Text("uri"), uri, options)
                    .Select(file => IsPicture(one.Value, file) ? file with { Role = AttachmentRole.Featured } : file)
            );
        return MediaFiles.OneFeatured(associated).Concat(own).DistinctBy(file => file.Url);
    }

    /// <summary>The names are the sender's own; the picture that one calls its main one comes first.</summary>
    private static IEnumerable<KeyValuePair<string, JsonFields>> Associations(JsonFields fields) =>
        Named(fields, "associations").OrderBy(pair => !IsMain(pair.Key));

    private static bool IsMain(string name) =>
        name.Contains("feature", StringComparison.OrdinalIgnoreCase)
        || name.Contains("main", StringComparison.OrdinalIgnoreCase)
        || name.Contains("lead", StringComparison.OrdinalIgnoreCase);

    private static bool IsPicture(JsonFields item, ItemAttachment file) =>
        item.Text("type")?.ToLowerInvariant() is "picture" or "graphic"
        || file.MediaType?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true;

    private static IEnumerable<ItemAttachment> All(JsonFields item, string uri, ReadOptions options) =>
        Renditions(item).Select(r => ToAttachment(r, item, uri, null, options)).OfType<ItemAttachment>();

    private static IEnumerable<ItemAttachment> Best(JsonFields item, string? uri, string? parent, ReadOptions options) =>
        Renditions(item).OrderByDescending(Size).Select(r => ToAttachment(r, item, uri, parent, options)).OfType<ItemAttachment>().Take(1);

    private static IEnumerable<JsonFields> Renditions(JsonFields item) => Named(item, "renditions").Select(pair => pair.Value);

    /// <summary>1.x: an object of named objects; from 2.x on an array whose entries have a name.</summary>
    private static IEnumerable<KeyValuePair<string, JsonFields>> Named(JsonFields item, string name) =>
        item.Get(name) switch
        {
            { ValueKind: JsonValueKind.Object } named => named
                .EnumerateObject()
                .Where(property => property.Value.ValueKind == JsonValueKind.Object)
                .Select(property => KeyValuePair.Create(property.Name, JsonFields.Of(property.Value))),
            _ => item.Objects(name).Select(entry => KeyValuePair.Create(entry.Text("name") ?? "", entry)),
        };

    private static double Size(JsonFields rendition) =>
        Number(rendition, "width") * Number(rendition, "height") + Number(rendition, "sizeinbytes") / 1e12;

    private static double Number(JsonFields rendition, string name) =>
        rendition.Get(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : 0;

    private static ItemAttachment? ToAttachment(JsonFields rendition, JsonFields item, string? uri, string? parent, ReadOptions options)
    {
        if (UrlText.Resolve(rendition.Text("href"), options.BaseUrl) is not { } url)
            return null;
        return new ItemAttachment(url)
        {
            Id = Blank.ToNull(uri),
            ParentId = parent,
            MediaType = Blank.ToNull(rendition.FirstText("contenttype", "mimetype") ?? item.Text("mimetype")),
            Caption = Caption(item),
        };
    }

    private static string? Caption(JsonFields item)
    {
        var descriptions = item.Objects("descriptions").Select(NinjsText.FromEntry).OfType<NinjsText>().ToList();
        var caption = descriptions.FirstOrDefault(d => d.Role is "caption" or "text") ?? descriptions.FirstOrDefault();
        return Blank.OneLine(
            caption is { IsHtml: true } ? HtmlText.Plain(caption.Value) : caption?.Value ?? item.FirstText("descriptiontext", "description")
        );
    }
}
