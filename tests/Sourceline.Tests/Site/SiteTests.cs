using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Site;

/// <summary>The base of tests that read the site over HTTP; its stories are planted once a newsroom.</summary>
public abstract class SiteTests(TestNewsroom newsroom) : NewsroomTests(newsroom), IAsyncLifetime
{
    protected HttpClient Reader { get; } = newsroom.Client();

    public virtual async ValueTask InitializeAsync()
    {
        await using var db = Newsroom.OpenDb();
        if (!await db.Stories.AnyAsync(Cancel))
            await SiteSeed.PlantAsync(db, Cancel);
    }

    public ValueTask DisposeAsync()
    {
        Reader.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Reader.SendAsync(request, Cancel);
    }

    protected Task<string> TextAsync(string path) => Reader.GetStringAsync(new Uri(path, UriKind.Relative), Cancel);

    protected async Task<IHtmlDocument> PageAsync(string path) => new HtmlParser().ParseDocument(await TextAsync(path));
}
