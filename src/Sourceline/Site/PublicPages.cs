using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;
using Sourceline.Hosting;

namespace Sourceline.Site;

/// <summary>
/// Sends public pages whole: with a strong ETag over the bytes, 304 where the reader has them already, compressed where that is
/// understood. A compressed page has an ETag of its own, since a strong one names exact bytes (RFC 9110, 8.8.3.3).
/// </summary>
internal sealed class PublicPages(RequestDelegate next)
{
    /// <summary>Below this many bytes a compressed answer is no smaller on the wire.</summary>
    private const int WorthCompressing = 1000;

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is null)
        {
            await next(context);
            return;
        }
        context.Response.Headers.CacheControl = "no-cache";
        if (WithoutSlash(context.Request) is { } address)
        {
            context.Response.Redirect(address, permanent: true);
            return;
        }
        using var page = await RenderAsync(context);
        await SendAsync(context, page);
    }

    /// <summary>One page, one address: <c>/archive/</c> is <c>/archive</c>.</summary>
    private static string? WithoutSlash(HttpRequest request)
    {
        var path = request.Path.Value!;
        if (path.Length < 2 || path[^1] != '/') return null;
        // A path of slashes alone would become an address of another host.
        var trimmed = path.TrimEnd('/').TrimStart('/');
        return new PathString('/' + trimmed).ToUriComponent() + request.QueryString;
    }

    private async Task<MemoryStream> RenderAsync(HttpContext context)
    {
        var wire = context.Response.Body;
        var method = context.Request.Method;
        var page = new MemoryStream();
        context.Response.Body = page;
        // HEAD is answered with the headers of GET, so the page is made as for GET.
        context.Request.Method = HttpMethods.Get;
        try
        {
            await next(context);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }
        finally
        {
            context.Response.Body = wire;
            context.Request.Method = method;
        }
        return page;
    }

    private static async Task SendAsync(HttpContext context, MemoryStream page)
    {
        var response = context.Response;
        if (page.Length == 0) return;
        var bytes = page.GetBuffer().AsMemory(0, (int)page.Length);
        var coding = page.Length < WorthCompressing ? null : Coding(context.Request);
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (response.StatusCode == StatusCodes.Status200OK)
        {
            var tag = Tag(bytes.Span, coding);
            response.Headers.ETag = tag;
            if (Has(context.Request, tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                response.ContentType = null;
                response.ContentLength = null;
                return;
            }
        }
        var sent = coding is null ? bytes : Compressed(bytes.Span, coding);
        if (coding is not null) response.Headers.ContentEncoding = coding;
        response.ContentLength = sent.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(sent, context.RequestAborted);
    }

    private static string Tag(ReadOnlySpan<byte> bytes, string? coding)
    {
        var hash = Base64Url.EncodeToString(SHA256.HashData(bytes).AsSpan(0, 15));
        return coding is null ? $"\"{hash}\"" : $"\"{hash}-{coding}\"";
    }

    private static bool Has(HttpRequest request, string tag)
    {
        var known = request.GetTypedHeaders().IfNoneMatch;
        var own = new EntityTagHeaderValue(tag);
        return known.Any(one => one == EntityTagHeaderValue.Any || one.Compare(own, useStrongComparison: false));
    }

    private static string? Coding(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding.Where(one => one.Quality is null or > 0).ToList();
        return accepted.Any(one => one.Value.Equals("br", StringComparison.OrdinalIgnoreCase)) ? "br"
            : accepted.Any(one => one.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase)) ? "gzip"
            : null;
    }

    private static ReadOnlyMemory<byte> Compressed(ReadOnlySpan<byte> bytes, string coding)
    {
        var small = new MemoryStream(bytes.Length / 3);
        using (Stream press = coding == "br" ? new BrotliStream(small, CompressionLevel.Fastest, leaveOpen: true)
            : new GZipStream(small, CompressionLevel.Optimal, leaveOpen: true))
        {
            press.Write(bytes);
        }
        return small.GetBuffer().AsMemory(0, (int)small.Length);
    }
}
