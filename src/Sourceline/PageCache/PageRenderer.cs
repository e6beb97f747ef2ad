using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Sourceline.Settings;
using Sourceline.Telemetry;

namespace Sourceline.PageCache;

/// <summary>
/// Makes pages, each in a request of its own that holds nothing of whoever asked: neither cookies nor address nor host can get into
/// one. Several that want the same page at once wait for one making of it.
/// </summary>
internal sealed class PageRenderer(
    IServiceScopeFactory scopes,
    CacheInvalidator freshness,
    NewsMetrics metrics,
    IOptions<SourcelineOptions> options
)
{
    private readonly ConcurrentDictionary<(string Target, long Stamp), Task<Page>> _making = new();
    private readonly Uri _site = new(options.Value.Site.BaseUrl);

    /// <summary>What makes pages: all that comes after <see cref="PageCacheMiddleware"/>. Set when the server's pipeline is built.</summary>
    public RequestDelegate? Pipeline { get; set; }

    /// <summary>Pages that are being made now.</summary>
    public int Making => _making.Count;

    /// <summary>Makes the page of a path and query. What went wrong in making it is thrown to everybody who waits for it, and nothing is kept.</summary>
    public Task<Page> MakeAsync(string target)
    {
        // Whoever comes after an act was answered has a later stamp and waits for no page that was begun before.
        var key = (target, freshness.Stamp);
        if (_making.TryGetValue(key, out var making))
            return making;
        var mine = new TaskCompletionSource<Page>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (_making.GetOrAdd(key, mine.Task) is { } other && other != mine.Task)
            return other;
        // The page belongs to everybody: it has neither the asker's context nor his cancellation.
        using (ExecutionContext.SuppressFlow())
            _ = Task.Run(() => FinishAsync(key, mine));
        return mine.Task;
    }

    private async Task FinishAsync((string Target, long Stamp) key, TaskCompletionSource<Page> making)
    {
        var begun = NewsMetrics.Begin();
        try
        {
            var page = await RenderAsync(key.Target);
            metrics.Made(page.Status, begun);
            making.SetResult(page);
        }
#pragma warning disable CA1031 // Whoever waits gets it, and the error page tells of it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            making.SetException(e);
            // Nobody may be waiting any more.
            _ = making.Task.Exception;
        }
        finally
        {
            _making.TryRemove(key, out _);
        }
    }

    private async Task<Page> RenderAsync(string target)
    {
        var madeAt = freshness.Position;
        await using var scope = scopes.CreateAsyncScope();
        using var body = new MemoryStream(32 * 1024);
        var context = Request(target, scope.ServiceProvider, body);
        await Pipeline!(context);
        await context.Response.BodyWriter.FlushAsync();
        var response = context.Response;
        var parts = scope.ServiceProvider.GetRequiredService<PageParts>();
        var bytes = body.ToArray();
        var tag = Page.TagOf(bytes);
        var (gzip, brotli) = Page.Compress(bytes, tag);
        return new Page
        {
            Key = target,
            Status = response.StatusCode,
            ContentType = response.ContentType,
            Location = response.Headers.Location is [{ } location] ? location : null,
            Tag = tag,
            Identity = PageForm.Of(bytes, tag, Coding.Identity),
            Gzip = gzip,
            Brotli = brotli,
            MadeAt = madeAt,
            Tags = parts.Tags(),
            // What is gone for good is kept like what is there. What is missing, moved or held back is not: there is no end of such addresses.
            IsKept =
                parts.IsKept
                && madeAt >= 0
                && response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status410Gone
                && response.Headers.SetCookie.Count == 0,
        };
    }

    private DefaultHttpContext Request(string target, IServiceProvider services, Stream body)
    {
        var query = target.IndexOf('?', StringComparison.Ordinal);
        var context = new DefaultHttpContext { RequestServices = services };
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        context.Features.Set(new Made());
        var request = context.Request;
        request.Method = HttpMethods.Get;
        request.Protocol = "HTTP/1.1";
        request.Scheme = _site.Scheme;
        request.Host = HostString.FromUriComponent(_site);
        request.Path = PathString.FromUriComponent(query < 0 ? target : target[..query]);
        request.QueryString = query < 0 ? QueryString.Empty : new QueryString(target[query..]);
        return context;
    }

    /// <summary>Marks a request that makes a page.</summary>
    internal sealed class Made;
}
