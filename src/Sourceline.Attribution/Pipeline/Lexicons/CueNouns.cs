using System.Collections.Frozen;

namespace Sourceline.Attribution.Pipeline.Lexicons;

/// <summary>Nouns that attribute what a clause with "that" behind them says.</summary>
internal static class CueNouns
{
    /// <summary>With somebody's name beside them: "the company's announcement that", "a claim by the rebels that".</summary>
    public static readonly FrozenSet<string> Saying = WordSet.Of(
        "announcement announcements claim claims allegation allegations accusation accusations warning warnings promise promises pledge pledges vow statement statements "
            + "assertion assertions suggestion suggestions report reports rumour rumours rumor rumors speculation contention argument arguments conclusion finding complaint complaints "
            + "assurance assurances admission confirmation denial declaration prediction forecast estimate threat threats insistence acknowledgement acknowledgment revelation "
            + "disclosure testimony view opinion belief hope hopes fear fears concern concerns comment comments remark remarks ruling verdict demand demands call calls charge charges acceptance"
    );

    /// <summary>Without anybody beside them: "on reports that the lender would be sold".</summary>
    public static readonly FrozenSet<string> Alone = WordSet.Of(
        "claim claims allegation allegations accusation accusations reports rumours rumor rumors rumour speculation suggestion suggestions warnings fears concerns assertion assertions"
    );

    /// <summary>Verbs of which such a noun is the subject.</summary>
    public static readonly FrozenSet<string> Reactions = WordSet.Of(
        "drew angered sparked prompted came led raised surprised shocked sent caused triggered followed alarmed set put made won lost met pushed pulled lifted rattled delighted provoked infuriated upset fuelled fueled hit spread grew emerged circulated swirled persisted surfaced mounted proved turned"
    );

    /// <summary>What is done to a report that is meant as a thing: "the report that the ministry published".</summary>
    public static readonly FrozenSet<string> Making = WordSet.Of(
        "made issued published released wrote filed submitted gave received sent signed delivered repeated put posted produced commissioned presented"
    );
}
