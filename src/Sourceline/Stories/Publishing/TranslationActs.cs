using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Localization;

namespace Sourceline.Stories.Publishing;

/// <summary>Who says something of a story's translations.</summary>
/// <param name="StoryId">The story.</param>
/// <param name="Actor">A staff member's name.</param>
/// <param name="SeenRevision">The revision that the actor decided on; null where nobody looked.</param>
public sealed record TranslationOrder(long StoryId, string Actor, int? SeenRevision = null);

/// <summary>Where a story stands after what was said of its translations.</summary>
/// <param name="Revision">The story's, as this act left it.</param>
/// <param name="Sequence">The act's number in the log.</param>
public sealed record TranslationDone(long Number, int Revision, long Sequence);

/// <summary>
/// What editors say of stories being translations of one another, each time in one transaction with its acts. Of a story that was
/// decided on here, nothing that its origin says later is taken.
/// </summary>
public sealed class TranslationActs(NewsDbFactory dbs, StoryTransactions transactions)
{
    /// <summary>Stories that a set may have; more come from an origin that knows no better.</summary>
    public const int Most = 100;

    /// <summary>
    /// Says that a story is a translation of another. What either was a translation of already becomes one set with them; every story
    /// that comes into another set, and both that were named, have an act.
    /// </summary>
    /// <param name="order">Who says so of which story.</param>
    /// <param name="number">The other story's number.</param>
    /// <param name="cancellationToken">Stops it before it is done.</param>
    /// <exception cref="ActRefusedException">There is no such story, it is the same one, there would be two in a language, or somebody changed the story meanwhile.</exception>
    public Task<TranslationDone> LinkAsync(TranslationOrder order, long number, CancellationToken cancellationToken) =>
        CommitAsync(
            order,
            ActKind.LinkTranslation,
            async (db, story) =>
            {
                var other = await db.Stories.SingleOrDefaultAsync(s => s.Number == number, cancellationToken)
                    ?? throw new ActRefusedException(words => words["refused.no-such-story", words.Digits(number)]);
                var set = await JoinedAsync(db, story, other, cancellationToken);
                Demand(story, other, set);
                var key = other.TranslationKey ?? story.TranslationKey ?? $"desk:{Guid.CreateVersion7():n}";
                var moved = set.Where(member => member.TranslationKey != key).ToList();
                // Those that stay where they are were decided on as well: else what an origin says next would part them again.
                foreach (var member in set.Union([story, other]))
                    (member.TranslationKey, member.TranslationByDesk) = (key, true);
                return
                [
                    .. moved
                        .Union([story, other])
                        .Select(member => new Change(
                            member,
                            member == story || member == other,
                            string.Create(CultureInfo.InvariantCulture, $"a translation of No. {(member == other ? story : other).Number}")
                        )),
                ];
            },
            cancellationToken
        );

    /// <summary>Says that a story is no translation of the others of its set, which stay together.</summary>
    /// <param name="order">Who says so of which story.</param>
    /// <param name="cancellationToken">Stops it before it is done.</param>
    /// <exception cref="ActRefusedException">It is in no set, or somebody changed the story meanwhile.</exception>
    public Task<TranslationDone> UnlinkAsync(TranslationOrder order, CancellationToken cancellationToken) =>
        CommitAsync(
            order,
            ActKind.UnlinkTranslation,
            (_, story) =>
            {
                if (story.TranslationKey is null)
                    throw Refused("refused.not-translated", story.Number);
                (story.TranslationKey, story.TranslationByDesk) = (null, true);
                return Task.FromResult<List<Change>>([new Change(story, true, null)]);
            },
            cancellationToken
        );

    private async Task<TranslationDone> CommitAsync(
        TranslationOrder order,
        ActKind kind,
        Func<NewsDb, Story, Task<List<Change>>> decide,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(order);
        var act = ActRegistry.Of(kind);
        await using var db = dbs.Create();
        await using var transaction = await transactions.BeginAsync(db, kind, cancellationToken);
        // Taken before the set is read: else two editors at once could each add a story of one language to it, and touch no row in common.
        await Counters.TakeAsync(db, Counters.Translations, 1, cancellationToken);
        var story = await transaction.ClaimAsync(order.StoryId, order.SeenRevision, act, cancellationToken);
        var rows = new Dictionary<Story, Act>();
        foreach (var (member, isNamed, why) in await decide(db, story))
        {
            if (member != story)
                member.Revision++;
            var effect = new ActEffect(Actors.Editor, order.Actor, transaction.NowUtc) { Reason = why };
            // The others of a set follow, whatever their state is.
            rows[member] = isNamed
                ? await transaction.DoAsync(member, act, effect, cancellationToken)
                : transaction.Log(member.Id, act, effect);
        }
        await transaction.CommitAsync(cancellationToken);
        return new TranslationDone(story.Number, story.Revision, rows[story].Sequence);
    }

    /// <summary>Both stories with what each is a translation of already.</summary>
    private static async Task<List<Story>> JoinedAsync(NewsDb db, Story story, Story other, CancellationToken cancellationToken)
    {
        List<string> keys = [.. new[] { story.TranslationKey, other.TranslationKey }.OfType<string>().Distinct()];
        List<Story> known =
            keys.Count == 0
                ? []
                : await db
                    .Stories.Where(s => keys.Contains(s.TranslationKey!))
                    .OrderBy(s => s.Number)
                    .Take(Most + 1)
                    .ToListAsync(cancellationToken);
        return [.. new[] { story, other }.Union(known)];
    }

    private static void Demand(Story story, Story other, List<Story> set)
    {
        if (story == other)
            throw Refused("refused.translation-of-itself", story.Number);
        if (story.TranslationKey is not null && story.TranslationKey == other.TranslationKey)
            throw Refused("refused.translated-already", other.Number);
        if (set.Count > Most)
            throw new ActRefusedException(words => words["refused.too-many-translations", Most]);
        // One that is gone for good may be replaced.
        var twice = set.Where(member => !IsOver(member))
            .GroupBy(member => member.Language, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(language => language.Skip(1).Any());
        if (twice is null)
            return;
        var (numbers, language) = (twice.Select(member => member.Number).Order().Take(2).ToList(), twice.Key);
        throw new ActRefusedException(words =>
            words["refused.two-in-a-language", words.Digits(numbers[0]), words.Digits(numbers[1]), NameOf(language, words)]
        );
    }

    /// <summary>The system knows the names of languages in English, and each in itself.</summary>
    private static string NameOf(string language, Localizer words) =>
        LanguageNames.SameTongue(words.Lang, "en") ? LanguageNames.English(language) : LanguageNames.Own(language, isWhole: true);

    private static bool IsOver(Story story) => story.State is StoryState.Killed or StoryState.TakenDown;

    private static ActRefusedException Refused(string key, long number) => new(words => words[key, words.Digits(number)]);

    /// <summary>A story that an act is about.</summary>
    /// <param name="IsNamed">The editor named it; other stories are of its set.</param>
    /// <param name="Why">For the log.</param>
    private sealed record Change(Story Story, bool IsNamed, string? Why);
}
