using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Settings;

namespace Sourceline.Search.Index;

/// <summary>How far an index has followed the log, and what it was made with; kept in its commits.</summary>
/// <param name="Sequence">The last act that is in it.</param>
/// <param name="Act">What that act was, to know another database, or an older one, by.</param>
/// <param name="Rules">What decides how stories are indexed; another value asks for another index.</param>
internal sealed record IndexMark(long Sequence, string Act, string Rules)
{
    /// <summary>Rises when documents are made otherwise.</summary>
    private const int Form = 3;

    public Dictionary<string, string> Write() => new()
    {
        ["sequence"] = Sequence.ToString(CultureInfo.InvariantCulture),
        ["act"] = Act,
        ["rules"] = Rules,
    };

    /// <summary>Null where an index was never finished.</summary>
    public static IndexMark? Read(IDictionary<string, string>? data) =>
        data is not null && data.TryGetValue("sequence", out var digits) && data.TryGetValue("act", out var act) && data.TryGetValue("rules", out var rules)
            && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? new IndexMark(sequence, act, rules)
            : null;

    /// <summary>The settings that the index depends on, and the form of its documents.</summary>
    public static string RulesOf(SourcelineOptions options) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Form} {options.Site.TimeZone} {options.Statements.ShowUnconfirmed} {options.Statements.MinimumConfidence}");

    /// <summary>The mark at the newest act of the log.</summary>
    public static async Task<IndexMark> NewestAsync(NewsDb db, string rules, CancellationToken cancellationToken)
    {
        var last = await db.Acts.AsNoTracking().OrderByDescending(act => act.Sequence).FirstOrDefaultAsync(cancellationToken);
        return Of(last, rules);
    }

    public static IndexMark Of(Act? act, string rules) => new(act?.Sequence ?? 0, Describe(act), rules);

    /// <summary>Whether the log has the act that the index ended with: if not, the database is another one, or was restored from before.</summary>
    public async Task<bool> IsOfAsync(NewsDb db, CancellationToken cancellationToken)
    {
        var act = await db.Acts.AsNoTracking().FirstOrDefaultAsync(known => known.Sequence == Sequence, cancellationToken);
        return Describe(act) == Act;
    }

    private static string Describe(Act? act) => act is null ? "" : string.Create(
        CultureInfo.InvariantCulture, $"{act.Sequence} {act.Kind} {act.StoryId} {act.AtUtc.Ticks / TimeSpan.TicksPerMillisecond}");
}
