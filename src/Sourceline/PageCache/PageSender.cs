using Microsoft.Net.Http.Headers;
using Sourceline.Web;

namespace Sourceline.PageCache;

/// <summary>Writes an answer: its headers, 304 where the reader has it, the form that the reader understands.</summary>
internal static class PageSender
{
    /// <summary>Sends a page from memory.</summary>
    public static Task SendAsync(HttpContext context, Page page)
    {
        var headers = context.Request.Headers;
        var coding = Codings.Best(headers.AcceptEncoding.ToString());
        var form = page.Form(coding);
        Head(context.Response, page.Status, page.ContentType, page.Location);
        if (page.Status == StatusCodes.Status200OK && IsKnown(context, form.ETag))
            return Task.CompletedTask;
        if (form.Bytes.Length == 0)
            return Task.CompletedTask;
        Describe(context.Response, ReferenceEquals(form, page.Identity) ? Coding.Identity : coding, form.Bytes.Length);
        // In one: to write into the body before the headers are out copies every byte once more.
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(form.Bytes).AsTask();
    }

    /// <summary>What every public answer says.</summary>
    public static void Head(HttpResponse response, int status, string? contentType, string? location)
    {
        response.StatusCode = status;
        var headers = response.Headers;
        headers.CacheControl = "no-cache";
        headers.ContentType = contentType;
        if (location is not null)
            headers.Location = location;
        SecurityHeaders.Add(headers);
    }

    /// <summary>Sets the ETag and answers 304 where the reader has these bytes.</summary>
    public static bool IsKnown(HttpContext context, string tag)
    {
        var (request, response) = (context.Request.Headers, context.Response);
        response.Headers.ETag = tag;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (request.IfNoneMatch.Count == 0 || !Codings.Names(request.IfNoneMatch.ToString(), tag))
            return false;
        response.StatusCode = StatusCodes.Status304NotModified;
        response.Headers.ContentType = default;
        return true;
    }

    public static void Describe(HttpResponse response, Coding coding, long length)
    {
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (coding != Coding.Identity)
            response.Headers.ContentEncoding = Codings.Name(coding);
        response.ContentLength = length;
    }
}
