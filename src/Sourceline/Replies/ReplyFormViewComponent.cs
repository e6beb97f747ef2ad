using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Sourceline.Localization;
using Sourceline.Settings;

namespace Sourceline.Replies;

/// <summary>The fresh form under a story, for pages of other slices, which ask for it by name.</summary>
public sealed class ReplyFormViewComponent(Localizer words, IOptions<SourcelineOptions> options) : ViewComponent
{
    /// <param name="number">The story's.</param>
    /// <param name="parent">The approved reply that it answers; null for the story itself.</param>
    public IViewComponentResult Invoke(long number, long? parent)
    {
        var replies = options.Value.Replies;
        if (!replies.Open)
            return Content(words["reply.closed"]);
        var form = new ReplyForm(number, replies.MaxLength);
        return View("/Replies/_ReplyForm.cshtml", form with { Input = form.Input with { ParentId = parent } });
    }
}
