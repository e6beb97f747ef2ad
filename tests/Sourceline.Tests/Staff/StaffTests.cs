using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Data;
using Sourceline.Staff;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Staff;

public abstract class StaffTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    [Theory]
    [InlineData("/desk")]
    [InlineData("/DESK")]
    [InlineData("/desk/replies")]
    [InlineData("/desk/replies/1")]
    [InlineData("/desk/story/1")]
    [InlineData("/desk/sources?q=a")]
    [InlineData("/desk/source-names?q=a")]
    [InlineData("/desk/source/a")]
    [InlineData("/desk/story/1/kill")]
    [InlineData("/desk/account")]
    [InlineData("/desk/nothing-here")]
    public async Task Anonymous_IsSentToTheDoor(string path)
    {
        using var client = Newsroom.Client();
        using var answer = await client.GetAsync(path, Cancel);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/desk/sign-in", new Uri(Newsroom.Address, answer.Headers.Location!).AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Contains("noindex", string.Join(' ', answer.Headers.GetValues("X-Robots-Tag")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_SetsACookieForTheDeskAlone()
    {
        var email = await DeskClient.AddMemberAsync(Newsroom, "Door One");
        using var desk = new DeskClient(Newsroom.Browser());
        using var answer = await desk.SignInAsync(email, DeskClient.Password);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("sourceline-desk=", StringComparison.Ordinal));
        foreach (var part in new[] { "path=/desk", "httponly", "samesite=strict" })
            Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Door One", (await desk.PageAsync("/desk")).QuerySelector(".desk-who")!.TextContent, StringComparison.Ordinal);
        using var front = await desk.Browser.GetAsync("/", Cancel);
        Assert.False(front.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task WrongPassword_SaysTheSameAsAStranger()
    {
        var email = await DeskClient.AddMemberAsync(Newsroom, "Door Two");
        using var desk = new DeskClient(Newsroom.Browser());
        using var wrong = await desk.SignInAsync(email, "not the password at all");
        using var stranger = await desk.SignInAsync("stranger@courier.example", "not the password at all");
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        Assert.Equal(await ProblemAsync(wrong), await ProblemAsync(stranger));
    }

    [Fact]
    public async Task SignIn_AfterFiveGuesses_IsRefusedToThatNetworkAlone()
    {
        var email = await DeskClient.AddMemberAsync(Newsroom, "Door Three");
        using var guesser = new DeskClient(Newsroom.Browser("192.0.2.7"));
        for (var n = 0; n < 5; n++)
            (await guesser.SignInAsync(email, "a wrong password")).Dispose();
        using var refused = await guesser.SignInAsync(email, DeskClient.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.True(refused.Headers.RetryAfter?.Delta > TimeSpan.Zero);

        using var editor = new DeskClient(Newsroom.Browser("198.51.100.4"));
        using var open = await editor.SignInAsync(email, DeskClient.Password);
        Assert.Equal(HttpStatusCode.SeeOther, open.StatusCode);
    }

    [Fact]
    public async Task SignIn_ToAnAddressWithoutAccount_IsLimitedLikeAnyOther()
    {
        using var guesser = new DeskClient(Newsroom.Browser("192.0.2.8"));
        for (var n = 0; n < 5; n++)
        {
            using var wrong = await guesser.SignInAsync("nobody@courier.example", "a wrong password");
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        }
        using var refused = await guesser.SignInAsync("nobody@courier.example", "a wrong password");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
    }

    [Fact]
    public async Task FormWithoutToken_IsRefused()
    {
        using var desk = await DeskClient.EnterAsync(Newsroom, "Door Four");
        using var form = new FormUrlEncodedContent([
            KeyValuePair.Create("id", "1"),
            KeyValuePair.Create("from", "Held"),
            KeyValuePair.Create("to", "Approved"),
        ]);
        foreach (var path in new[] { "/desk/replies", "/desk/sign-out", "/desk/account?handler=Password", "/desk/sign-in" })
        {
            using var answer = await desk.Browser.PostAsync(path, form, Cancel);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Fact]
    public async Task SignOut_EndsTheSessionForACopiedCookieToo()
    {
        var email = await DeskClient.AddMemberAsync(Newsroom, "Door Five");
        using var desk = new DeskClient(Newsroom.Browser());
        using var answer = await desk.SignInAsync(email, DeskClient.Password);
        var cookie = answer
            .Headers.GetValues("Set-Cookie")
            .Single(c => c.StartsWith("sourceline-desk=", StringComparison.Ordinal))
            .Split(';')[0];
        Assert.Equal(HttpStatusCode.OK, await StatusWithAsync(cookie));
        (await desk.PostAsync("/desk", "/desk/sign-out")).Dispose();
        Assert.Equal(HttpStatusCode.Redirect, await StatusWithAsync(cookie));
    }

    [Fact]
    public async Task Password_WhenChanged_EndsOtherSessionsAtOnceAndKeepsItsOwn()
    {
        var email = await DeskClient.AddMemberAsync(Newsroom, "Door Ten");
        using var own = new DeskClient(Newsroom.Browser());
        using var other = new DeskClient(Newsroom.Browser());
        (await own.SignInAsync(email, DeskClient.Password)).Dispose();
        (await other.SignInAsync(email, DeskClient.Password)).Dispose();
        await own.SubmitAsync(
            "/desk/account",
            "/desk/account?handler=Password",
            ("old", DeskClient.Password),
            ("new", "a new long password")
        );
        using var mine = await own.Browser.GetAsync("/desk", Cancel);
        Assert.Equal(HttpStatusCode.OK, mine.StatusCode);
        using var theirs = await other.Browser.GetAsync("/desk", Cancel);
        Assert.Equal(HttpStatusCode.Redirect, theirs.StatusCode);
    }

    [Fact]
    public async Task Anonymous_WithAnotherHost_IsSentToAPathAlone()
    {
        using var client = Newsroom.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/desk/story/1?a=b");
        request.Headers.Host = "evil.example";
        using var answer = await client.SendAsync(request, Cancel);
        Assert.Equal("/desk/sign-in?next=%2Fdesk%2Fstory%2F1%3Fa%3Db", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/desk/account?handler=nothing")]
    [InlineData("/desk/account")]
    [InlineData("/desk/sources")]
    public async Task Form_ThatNoHandlerTakes_IsRefused(string path)
    {
        using var desk = await DeskClient.EnterAsync(Newsroom, "Door " + Guid.NewGuid().ToString("N")[..8]);
        using var answer = await desk.PostAsync("/desk/account", path);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Theory]
    [InlineData("/desk/sign-in")]
    [InlineData("/18343/reply")]
    public async Task Form_InAnEncodingThatIsNotRead_IsRefused(string path)
    {
        using var client = Newsroom.Client();
        using var form = new StringContent("email=a", System.Text.Encoding.ASCII);
        form.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded; charset=utf-7");
        using var answer = await client.PostAsync(path, form, Cancel);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task AddressAfterSignIn_IsNeverAnotherSites()
    {
        var email = await DeskClient.AddMemberAsync(Newsroom, "Door Six");
        using var desk = new DeskClient(Newsroom.Browser());
        using var answer = await desk.PostAsync(
            "/desk/sign-in",
            "/desk/sign-in?next=https://evil.example",
            ("email", email),
            ("password", DeskClient.Password),
            ("next", "//evil.example")
        );
        Assert.Equal("/desk", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task RemovedMember_IsOutAtOnce()
    {
        var email = await DeskClient.AddMemberAsync(Newsroom, "Door Seven");
        using var desk = new DeskClient(Newsroom.Browser());
        (await desk.SignInAsync(email, DeskClient.Password)).Dispose();
        await using (var scope = Newsroom.Services.CreateAsyncScope())
        {
            var staff = scope.ServiceProvider.GetRequiredService<StaffList>();
            Assert.Empty(await staff.RemoveAsync((await staff.FindAsync(email))!));
        }
        using var answer = await desk.Browser.GetAsync("/desk", Cancel);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Password_IsChangedByItsOwnerAlone()
    {
        var email = await DeskClient.AddMemberAsync(Newsroom, "Door Eight");
        using var desk = new DeskClient(Newsroom.Browser());
        (await desk.SignInAsync(email, DeskClient.Password)).Dispose();
        using var wrong = await desk.PostAsync(
            "/desk/account",
            "/desk/account?handler=Password",
            ("old", "not it, surely"),
            ("new", "a new long password")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var brief = await desk.PostAsync(
            "/desk/account",
            "/desk/account?handler=Password",
            ("old", DeskClient.Password),
            ("new", "brief")
        );
        Assert.Contains("12", await ProblemAsync(brief), StringComparison.Ordinal);
        var done = await desk.SubmitAsync(
            "/desk/account",
            "/desk/account?handler=Password",
            ("old", DeskClient.Password),
            ("new", "a new long password")
        );
        Assert.Contains("changed", done.QuerySelector(".note.done")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_SameAddressOrShortPassword_SaysWhat()
    {
        var email = await DeskClient.AddMemberAsync(Newsroom, "Door Nine");
        await using var scope = Newsroom.Services.CreateAsyncScope();
        var staff = scope.ServiceProvider.GetRequiredService<StaffList>();
        Assert.Contains("taken", Assert.Single(await staff.AddAsync("Again", email, DeskClient.Password)), StringComparison.Ordinal);
        Assert.NotEmpty(await staff.AddAsync("Short", "short@courier.example", "short"));
        Assert.Empty(await staff.AddAsync("Chief", "chief@courier.example", StaffList.Generate()));
        Assert.Contains(await staff.ListAsync(Cancel), one => one.Email == "chief@courier.example");
        await using var db = Newsroom.OpenDb();
        Assert.False(await db.Users.AnyAsync(u => u.Email == "short@courier.example", Cancel));
    }

    private async Task<HttpStatusCode> StatusWithAsync(string cookie)
    {
        using var client = Newsroom.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/desk");
        request.Headers.Add("Cookie", cookie);
        using var answer = await client.SendAsync(request, Cancel);
        return answer.StatusCode;
    }

    private static async Task<string> ProblemAsync(HttpResponseMessage answer) =>
        DeskClient.Parse(await answer.Content.ReadAsStringAsync()).QuerySelector("#problem")!.TextContent;
}

public sealed class StaffOnSqlite(SqliteNewsroom newsroom) : StaffTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class StaffOnPostgres(PostgresNewsroom newsroom) : StaffTests(newsroom), IClassFixture<PostgresNewsroom>;
