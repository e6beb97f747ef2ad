using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Localization;
using Sourceline.Settings;
using Sourceline.Web;

namespace Sourceline.Replies;

/// <summary><c>POST /18343/reply</c>: a reader's reply comes in and is held. There is no token; <see cref="SameOrigin"/> stands guard.</summary>
[IgnoreAntiforgeryToken]
public sealed partial class ReplyModel(
    NewsDb db,
    ReplyActs acts,
    ReplyLimits limits,
    Localizer words,
    IOptions<SourcelineOptions> options,
    ILogger<ReplyModel> log
) : PageModel
{
    public long Number { get; private set; }

    public string Title { get; private set; } = words["reply.title"];

    public string? Headline { get; private set; }

    public string? Problem { get; private set; }

    public ReplyForm? Form { get; private set; }

    /// <summary>Somebody reloads the address of a form that was not accepted: the story has the form.</summary>
    public IActionResult OnGet(long number) => LocalRedirect($"/{number}#reply");

    /// <summary>
    /// Takes no parameter on purpose: to bind one the framework would read the form first, however large it is and before anything is
    /// asked about who sent it.
    /// </summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var cancellationToken = HttpContext.RequestAborted;
        Number = long.Parse((string)RouteData.Values["number"]!, CultureInfo.InvariantCulture);
        Response.Headers.CacheControl = "no-store";
        if (!SameOrigin.Holds(Request, options.Value.Site))
            return Say(StatusCodes.Status403Forbidden, words["reply.other-site"]);
        if (limits.Forms.Take(HttpContext) is { } pause)
            return TooMany(pause);
        if (await FindAsync(cancellationToken) is not { } storyId)
            return NotFound();
        if (!options.Value.Replies.Open)
            return Say(StatusCodes.Status403Forbidden, words["reply.closed"]);
        if (await ReadAsync(cancellationToken) is not { } input)
            return Page();
        return await TakeAsync(storyId, input, cancellationToken);
    }

    private async Task<IActionResult> TakeAsync(long storyId, ReplyInput input, CancellationToken cancellationToken)
    {
        var maxLength = options.Value.Replies.MaxLength;
        Form = new ReplyForm(Number, maxLength) { Input = input, Errors = input.Check(maxLength, words) };
        if (Form.Errors.Count > 0)
        {
            Title = words["reply.not-sent"];
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        if (!await IsParentAsync(storyId, input.ParentId, cancellationToken))
        {
            Form = Form with { Input = input with { ParentId = null } };
            return Say(StatusCodes.Status422UnprocessableEntity, words["reply.parent-gone"]);
        }
        if (limits.Replies.Take(HttpContext) is { } wait)
            return TooMany(wait);
        try
        {
            await acts.ReceiveAsync(storyId, input, cancellationToken);
        }
        catch (Exception e) when (StorageFailure.InWords(e) is not null || DatabaseAway.Is(e))
        {
            // It was not the reader's fault, so it does not count against their limits.
            limits.Replies.GiveBack(HttpContext);
            limits.Forms.GiveBack(HttpContext);
            NotStored(log, e);
            Response.Headers.RetryAfter = "60";
            return Say(StatusCodes.Status503ServiceUnavailable, words["reply.not-stored"]);
        }
        return LocalRedirect($"/{Number}/reply/thanks");
    }

    /// <summary>The story, where readers can see it and its headline.</summary>
    private async Task<long?> FindAsync(CancellationToken cancellationToken)
    {
        var story = await db
            .Stories.Where(s => s.Number == Number && s.State == StoryState.Published)
            .Select(s => new { s.Id, s.Versions.First(v => v.Number == s.LiveVersion).Headline })
            .SingleOrDefaultAsync(cancellationToken);
        Headline = story?.Headline;
        return story?.Id;
    }

    private async Task<bool> IsParentAsync(long storyId, long? parentId, CancellationToken cancellationToken) =>
        parentId is null
        || await db.Replies.AnyAsync(r => r.Id == parentId && r.StoryId == storyId && r.State == ReplyState.Approved, cancellationToken);

    /// <summary>Reads the form within the size that the longest reply can have; null when it cannot be read, and the page says so.</summary>
    private async Task<ReplyInput?> ReadAsync(CancellationToken cancellationToken)
    {
        // Nine bytes a character: three of UTF-8, each written as %XX. The rest is for the other fields.
        if (HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = 16_384 + (9L * options.Value.Replies.MaxLength);
        if (!Request.HasFormContentType)
        {
            Say(StatusCodes.Status415UnsupportedMediaType, words["reply.no-form"]);
            return null;
        }
        try
        {
            return ReplyInput.Read(await Request.ReadFormAsync(cancellationToken));
        }
        catch (BadHttpRequestException e)
        {
            Say(e.StatusCode, e.StatusCode == StatusCodes.Status413PayloadTooLarge ? words["reply.too-large"] : words["reply.incomplete"]);
        }
        catch (InvalidDataException)
        {
            Say(StatusCodes.Status400BadRequest, words["reply.unreadable"]);
        }
        return null;
    }

    private PageResult TooMany(TimeSpan wait)
    {
        Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Say(StatusCodes.Status429TooManyRequests, words["reply.too-many"]);
    }

    private PageResult Say(int status, string problem)
    {
        Title = words["reply.not-sent"];
        Problem = problem;
        Response.StatusCode = status;
        return Page();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A reply could not be stored.")]
    private static partial void NotStored(ILogger logger, Exception exception);
}
