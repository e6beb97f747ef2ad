using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Staff;

namespace Sourceline.Tests.Newsrooms;

/// <summary>Somebody at the desk, signed in, who presses buttons as a browser would: with the page's own token and cookies.</summary>
public sealed class DeskClient(HttpClient browser) : IDisposable
{
    public const string Password = "correct horse battery staple";

    private static int _members;

    public HttpClient Browser => browser;

    /// <summary>Adds a member of staff of this name and signs in.</summary>
    public static async Task<DeskClient> EnterAsync(TestNewsroom newsroom, string name)
    {
        ArgumentNullException.ThrowIfNull(newsroom);
        var email = await AddMemberAsync(newsroom, name);
        var client = new DeskClient(newsroom.Browser());
        using var answer = await client.SignInAsync(email, Password);
        Assert.Equal("/desk", answer.Headers.Location?.OriginalString);
        return client;
    }

    /// <summary>Adds a member of staff and gives the address to sign in with.</summary>
    public static async Task<string> AddMemberAsync(TestNewsroom newsroom, string name)
    {
        ArgumentNullException.ThrowIfNull(newsroom);
        var email = $"member{Interlocked.Increment(ref _members)}@courier.example";
        await using var scope = newsroom.Services.CreateAsyncScope();
        Assert.Empty(await scope.ServiceProvider.GetRequiredService<StaffList>().AddAsync(name, email, Password));
        return email;
    }

    public Task<HttpResponseMessage> SignInAsync(string email, string password) =>
        PostAsync("/desk/sign-in", "/desk/sign-in", ("email", email), ("password", password));

    public async Task<IHtmlDocument> PageAsync(string path) => Parse(await browser.GetStringAsync(path));

    /// <summary>Sends a form with the token that stands on <paramref name="page"/>.</summary>
    public async Task<HttpResponseMessage> PostAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        using var shown = await browser.GetAsync(page);
        var token = Parse(await shown.Content.ReadAsStringAsync())
            .QuerySelector("input[name=__RequestVerificationToken]")
            ?.GetAttribute("value");
        var form = fields
            .Append(("__RequestVerificationToken", token ?? ""))
            .Select(field => KeyValuePair.Create(field.Item1, field.Item2));
        using var content = new FormUrlEncodedContent(form);
        return await browser.PostAsync(action, content);
    }

    /// <summary>Sends a form and gives the page that its redirect leads to.</summary>
    public async Task<IHtmlDocument> SubmitAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        using var answer = await PostAsync(page, action, fields);
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.StatusCode);
        return await PageAsync(answer.Headers.Location!.OriginalString);
    }

    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    public void Dispose() => browser.Dispose();
}
