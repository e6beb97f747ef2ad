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
        foreach (var part in new[] { "path=/desk", "httponly", "samesite=strict" }) Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase);
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
    public async Task FiveFailures_LockTheAccountForAWhile()
    {
        var email = await DeskClient.AddMemberAsync(Newsroom, "Door Three");
        using var desk = new DeskClient(Newsroom.Browser());
        for (var n = 0; n < 5; n++) (await desk.SignInAsync(email, "a wrong password")).Dispose();
        using var locked = await desk.SignInAsync(email, DeskClient.Password);
        Assert.Equal(HttpStatusCode.Unauthorized, locked.StatusCode);
        await using var scope = Newsroom.Services.CreateAsyncScope();
        var staff = scope.ServiceProvider.GetRequiredService<StaffList>();
        Assert.Empty(await staff.SetPasswordAsync((await staff.FindAsync(email))!, "another long password"));
        using var open = await desk.SignInAsync(email, "another long password");
        Assert.Equal(HttpStatusCode.SeeOther, open.StatusCode);
    }

    [Fact]
    public async Task FormWithoutToken_IsRefused()
    {
        using var desk = await DeskClient.EnterAsync(Newsroom, "Door Four");
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("id", "1"), KeyValuePair.Create("from", "Held"), KeyValuePair.Create("to", "Approved")]);
        foreach (var path in new[] { "/desk/replies", "/desk/sign-out", "/desk/account?handler=Password", "/desk/sign-in" })
        {
            using var answer = await desk.Browser.PostAsync(path, form, Cancel);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Fact]
    public async Task SignOut_EndsTheSession()
    {
        using var desk = await DeskClient.EnterAsync(Newsroom, "Door Five");
        (await desk.PostAsync("/desk", "/desk/sign-out")).Dispose();
        using var answer = await desk.Browser.GetAsync("/desk", Cancel);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task AddressAfterSignIn_IsNeverAnotherSites()
    {
        var email = await DeskClient.AddMemberAsync(Newsroom, "Door Six");
        using var desk = new DeskClient(Newsroom.Browser());
        using var answer = await desk.PostAsync("/desk/sign-in", "/desk/sign-in?next=https://evil.example", ("email", email), ("password", DeskClient.Password), ("next", "//evil.example"));
        Assert.Equal("/desk", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task RemovedMember_IsOutWithinAMinute()
    {
        var email = await DeskClient.AddMemberAsync(Newsroom, "Door Seven");
        using var desk = new DeskClient(Newsroom.Browser());
        (await desk.SignInAsync(email, DeskClient.Password)).Dispose();
        await using (var scope = Newsroom.Services.CreateAsyncScope())
        {
            var staff = scope.ServiceProvider.GetRequiredService<StaffList>();
            Assert.Empty(await staff.RemoveAsync((await staff.FindAsync(email))!));
        }
        Newsroom.Clock.Advance(TimeSpan.FromSeconds(61));
        using var answer = await desk.Browser.GetAsync("/desk", Cancel);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Password_IsChangedByItsOwnerAlone()
    {
        var email = await DeskClient.AddMemberAsync(Newsroom, "Door Eight");
        using var desk = new DeskClient(Newsroom.Browser());
        (await desk.SignInAsync(email, DeskClient.Password)).Dispose();
        using var wrong = await desk.PostAsync("/desk/account", "/desk/account?handler=Password", ("old", "not it, surely"), ("new", "a new long password"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var brief = await desk.PostAsync("/desk/account", "/desk/account?handler=Password", ("old", DeskClient.Password), ("new", "brief"));
        Assert.Contains("12", await ProblemAsync(brief), StringComparison.Ordinal);
        var done = await desk.SubmitAsync("/desk/account", "/desk/account?handler=Password", ("old", DeskClient.Password), ("new", "a new long password"));
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

    private static async Task<string> ProblemAsync(HttpResponseMessage answer) =>
        DeskClient.Parse(await answer.Content.ReadAsStringAsync()).QuerySelector("#problem")!.TextContent;
}

public sealed class StaffOnSqlite(SqliteNewsroom newsroom) : StaffTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class StaffOnPostgres(PostgresNewsroom newsroom) : StaffTests(newsroom), IClassFixture<PostgresNewsroom>;
