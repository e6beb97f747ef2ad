using System.Globalization;
using Sourceline.Localization;
using Sourceline.Stories.Publishing;

namespace Sourceline.Desk.Acting;

/// <summary>What an editor fills in to do an act.</summary>
public sealed class ActForm
{
    /// <summary>The revision that the editor saw.</summary>
    public int Revision { get; set; }

    public string? Reason { get; set; }

    public string? Note { get; set; }

    /// <summary>A time on the site's clocks, as browsers write it: <c>2026-11-24T06:00</c>.</summary>
    public string? At { get; set; }

    /// <summary>A correction in substance; otherwise of a slip.</summary>
    public bool Material { get; set; }

    /// <summary>That a final act cannot be undone.</summary>
    public bool Understood { get; set; }

    /// <exception cref="ActRefusedException">The time is none, or a final act is not understood to be one.</exception>
    public ActOrder ToOrder(ActVerb verb, string actor, SiteTime time)
    {
        ArgumentNullException.ThrowIfNull(verb);
        ArgumentNullException.ThrowIfNull(time);
        if (verb.Act.IsFinal && !Understood)
            throw new ActRefusedException(words => words["refused.not-understood"]) { About = nameof(Understood) };
        return new ActOrder(verb.Acts[Material ? ^1 : 0].Kind, actor)
        {
            Reason = Reason,
            Note = Note,
            TimeUtc = verb.Act.Time != ActTime.None ? TimeUtc(time) : null,
            SeenRevision = Revision,
        };
    }

    private DateTime? TimeUtc(SiteTime time)
    {
        if (string.IsNullOrWhiteSpace(At))
            return null;
        string[] forms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm"];
        return
            DateTime.TryParseExact(At.Trim(), forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && local.Year is > 1970 and < 9000
            ? time.Utc(local)
            : throw new ActRefusedException(words => words["refused.time-form"]) { About = nameof(ActOrder.TimeUtc) };
    }
}
