using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;

namespace Sourceline.Search.Index;

/// <summary>How far an index has followed the log, and what it was made with; kept in its commits.</summary>
/// <param name="Sequence">The last act that is in it.</param>
/// <param name="Act">What that act was, to know another database, or an older one, by.</param>
/// <param name="Rules">What decides how stories are indexed; another value asks for another index.</param>
internal sealed record IndexMark(long Sequence, string Act, IndexRules Rules)
{
    public Dictionary<string, string> Write() =>
        new()
        {
            ["sequence"] = Sequence.ToString(CultureInfo.InvariantCulture),
            ["act"] = Act,
            ["rules"] = Rules.Write(),
        };

    /// <summary>Null where an index was never finished.</summary>
    public static IndexMark? Read(IDictionary<string, string>? data) =>
        data is not null
        && data.TryGetValue("sequence", out var digits)
        && data.TryGetValue("act", out var act)
        && data.TryGetValue("rules", out var rules)
        && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? new IndexMark(sequence, act, IndexRules.Read(rules))
            : null;

    /// <summary>The mark at the newest act of the log.</summary>
    public static async Task<IndexMark> NewestAsync(NewsDb db, IndexRules rules, CancellationToken cancellationToken)
    {
        var last = await db.Acts.AsNoTracking().OrderByDescending(act => act.Sequence).FirstOrDefaultAsync(cancellationToken);
        return Of(last, rules);
    }

    public static IndexMark Of(Act? act, IndexRules rules) => new(act?.Sequence ?? 0, Describe(act), rules);

    /// <summary>Whether the log has the act that the index ended with: if not, the database is another one, or was restored from before.</summary>
    public async Task<bool> IsOfAsync(NewsDb db, CancellationToken cancellationToken)
    {
        var act = await db.Acts.AsNoTracking().FirstOrDefaultAsync(known => known.Sequence == Sequence, cancellationToken);
        return Describe(act) == Act;
    }

    private static string Describe(Act? act) =>
        act is null
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{act.Sequence} {act.Kind} {act.StoryId} {act.AtUtc.Ticks / TimeSpan.TicksPerMillisecond}"
            );
}
