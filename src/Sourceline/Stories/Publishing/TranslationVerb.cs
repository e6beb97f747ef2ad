using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sourceline.Cli;
using Sourceline.Data;

namespace Sourceline.Stories.Publishing;

/// <summary>The verbs of <c>sourceline act</c> that say which stories are translations of one another.</summary>
internal static class TranslationVerb
{
    public const string Link = "link-translation";

    public const string Unlink = "unlink-translation";

    public static readonly Option<long?> Of = new("--of")
    {
        Description = "The number of the story that this one translates.",
        HelpName = "NUMBER",
        CustomParser = TypedValues.OptionalNumber("--of", 1L),
    };

    public static bool Is(string? verb) => verb is Link or Unlink;

    /// <summary>What is wrong with the words before anything is looked up; null where nothing is.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="others">What was given that goes with other verbs.</param>
    /// <param name="hasOther">Whether <see cref="Of"/> was given.</param>
    public static string? Fault(string? verb, IReadOnlyCollection<string> others, bool hasOther) =>
        verb switch
        {
            Link or Unlink when others.Count > 0 => $"{string.Join(", ", others)} can't be used with {verb}.",
            Link when !hasOther => $"{Link} needs --of NUMBER.",
            not Link when hasOther => $"--of can be used only with {Link}.",
            _ => null,
        };

    /// <summary>Does it, and says in one line where the story stands.</summary>
    /// <param name="acts">What editors say of translations.</param>
    /// <param name="db">Where the outcome is read.</param>
    /// <param name="order">Who says so of which story.</param>
    /// <param name="other">The other story's number; null to take the story from its translations.</param>
    /// <param name="cancellationToken">Stops it before it is done.</param>
    /// <exception cref="ActRefusedException">As <see cref="TranslationActs"/> says.</exception>
    public static async Task<string> DoAsync(
        TranslationActs acts,
        NewsDb db,
        TranslationOrder order,
        long? other,
        CancellationToken cancellationToken
    )
    {
        var done = await (
            other is { } number ? acts.LinkAsync(order, number, cancellationToken) : acts.UnlinkAsync(order, cancellationToken)
        );
        var set = db.Stories.Where(s => s.Id == order.StoryId && s.TranslationKey != null).Select(s => s.TranslationKey);
        var numbers = await db
            .Stories.Where(s => set.Contains(s.TranslationKey) && s.Id != order.StoryId)
            .OrderBy(s => s.Number)
            .Take(TranslationActs.Most)
            .Select(s => s.Number)
            .ToListAsync(cancellationToken);
        var of =
            numbers.Count == 0
                ? "no translation of another story"
                : $"a translation of {string.Join(", ", numbers.Select(n => $"No. {n}"))}";
        return string.Create(CultureInfo.InvariantCulture, $"No. {done.Number} is {of}; act {done.Sequence}, revision {done.Revision}.");
    }
}
