using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Sourceline.Tests.Archive;

/// <summary>Somebody else's site, on a free port of this machine.</summary>
public sealed class TestSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, RequestDelegate> _answers = new();

    private TestSite()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(context =>
        {
            Asked.Enqueue(context.Request.Path);
            if (_answers.TryGetValue(context.Request.Path, out var answer))
                return answer(context);
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
    }

    /// <summary>The paths that were asked for.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public static async Task<TestSite> StartAsync()
    {
        var site = new TestSite();
        await site._app.StartAsync();
        return site;
    }

    public Uri At(string path) => new(new Uri(_app.Urls.First()), path);

    public void Serve(string path, byte[] bytes, string contentType = "application/octet-stream") =>
        _answers[path] = async context =>
        {
            context.Response.ContentType = contentType;
            await context.Response.Body.WriteAsync(bytes);
        };

    public void Answer(string path, RequestDelegate answer) => _answers[path] = answer;

    public void Redirect(string path, string to) =>
        _answers[path] = context =>
        {
            context.Response.Redirect(to);
            return Task.CompletedTask;
        };

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
