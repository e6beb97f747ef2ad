using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Options;
using Sourceline.Settings;

namespace Sourceline.Web.DeskShell;

/// <summary>
/// A form that was sent after the session had ended. It is shown again with what was typed, so that an editor can sign in beside it and
/// send it again. Nothing of it is stored here: it goes back to the browser that sent it.
/// </summary>
/// <param name="Action">Where it was sent: path and query.</param>
/// <param name="Typed">The fields in which something was typed, in the order of the form.</param>
/// <param name="Others">All others, the antiforgery token among them.</param>
public sealed record KeptForm(string Action, IReadOnlyList<KeptField> Typed, IReadOnlyList<KeptField> Others)
{
    /// <summary>Bytes; the longest text of a story fits in.</summary>
    private const long MostBytes = 16_000_000;

    /// <summary>The fields in which editors write, with the key of their label.</summary>
    private static readonly Dictionary<string, string> Labels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Form.Headline"] = "desk-text.headline",
        ["Form.Lead"] = "desk-text.lead",
        ["Form.Body"] = "desk-text.body",
        ["Form.Note"] = "desk-act.note",
        ["Form.Reason"] = "desk-act.reason",
        ["Name"] = "desk-hop.source",
        ["Role"] = "desk-hop.role",
        ["Words"] = "desk-hop.words",
        ["translationOf"] = "desk-translation.number",
    };

    /// <summary>Reads a form of our own pages; null where nothing was typed, or it is from elsewhere, too large or damaged.</summary>
    public static async Task<KeptForm?> ReadAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var site = http.RequestServices.GetRequiredService<IOptions<SourcelineOptions>>().Value.Site;
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.HasFormContentType || !SameOrigin.Holds(http.Request, site))
            return null;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = MostBytes;
        try
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            if (form.Keys.Any(name => name.Contains("password", StringComparison.OrdinalIgnoreCase)))
                return null;
            var fields = form.SelectMany(field =>
                    field.Value.Select(value => new KeptField(field.Key, value ?? "", Labels.GetValueOrDefault(field.Key)))
                )
                .ToList();
            var typed = fields.Where(field => field.Label is not null).ToList();
            return typed.Exists(field => field.Value.Trim().Length > 0)
                ? new(
                    $"{http.Request.PathBase}{http.Request.Path}{http.Request.QueryString}",
                    typed,
                    [.. fields.Where(field => field.Label is null)]
                )
                : null;
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Answers with the form; the status is that of somebody who has to sign in.</summary>
    public Task ShowAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        var metadata = http.RequestServices.GetRequiredService<IModelMetadataProvider>();
        var view = new ViewResult
        {
            ViewName = "/Web/DeskShell/SignedOut.cshtml",
            StatusCode = StatusCodes.Status401Unauthorized,
            ViewData = new ViewDataDictionary<KeptForm>(metadata, new ModelStateDictionary()) { Model = this },
        };
        return view.ExecuteResultAsync(new ActionContext(http, new RouteData(), new ActionDescriptor()));
    }
}

/// <summary>A field of a form.</summary>
/// <param name="Name">As it was sent.</param>
/// <param name="Value">What was in it.</param>
/// <param name="Label">The key of its label; null for one that is not shown.</param>
public sealed record KeptField(string Name, string Value, string? Label)
{
    /// <summary>It is shown with room for many lines.</summary>
    public bool IsLong =>
        Value.Length > 80 || Value.Contains('\n', StringComparison.Ordinal) || Name.EndsWith("Body", StringComparison.Ordinal);
}
