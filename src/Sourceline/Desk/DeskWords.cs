using Sourceline.Attribution.Model;
using Sourceline.Data.Model;
using Sourceline.Localization;
using Sourceline.Stories.Publishing;

namespace Sourceline.Desk;

/// <summary>The desk's words for statements, answers and what readers see.</summary>
internal static class DeskWords
{
    public static string Of(Localizer words, Review review) =>
        words[
            review switch
            {
                Review.Confirmed => "desk-statement.confirmed",
                Review.Rejected => "desk-statement.rejected",
                _ => "desk-statement.waiting",
            }
        ];

    public static string Of(Localizer words, StatementKind kind) =>
        words[
            kind switch
            {
                StatementKind.Direct => "desk-statement.quoted",
                StatementKind.Indirect => "desk-statement.reported",
                _ => "desk-statement.partly-quoted",
            }
        ];

    /// <summary>What became of a question to somebody, as a sentence.</summary>
    public static string Of(Localizer words, VersionAnswer answer)
    {
        var key = answer.Kind switch
        {
            AnswerKind.Declined => "desk-answer.declined",
            AnswerKind.Unreachable => "desk-answer.unreachable",
            _ => "desk-answer.no-response",
        };
        var asked = (answer.Asked, answer.WhoIs) switch
        {
            (null, null) => Argument.Words(words["desk-answer.somebody"]),
            ({ } name, { } who) => Argument.Words(words["chain.meant-in-text", who, name]),
            var (name, who) => who ?? name,
        };
        return answer.Via is { } via
            ? words["desk-answer.asked-by", Argument.Words(words[key, asked]), via]
            : words["desk-answer.sentence", Argument.Words(words[key, asked])];
    }

    /// <summary>What a story that is scheduled or under embargo waits for.</summary>
    public static string Until(Localizer words, StoryState state, DateTimeOffset due) =>
        words[state == StoryState.Embargoed ? "desk-story.embargoed-until" : "desk-story.scheduled-until", due];

    /// <summary>What readers see of the story now.</summary>
    public static string Seen(Localizer words, Story story) =>
        story switch
        {
            { State: StoryState.Published, LiveVersion: { } live } => words["desk-story.readers-see-version", words.Digits(live)],
            { State: StoryState.Withheld or StoryState.Unpublished or StoryState.Killed or StoryState.TakenDown } => words[
                "desk-story.readers-see-notice"
            ],
            _ => words["desk-story.readers-see-nothing"],
        };

    /// <summary>"on Saturday (17 July 2021)"; null where the text gives no date.</summary>
    public static string? Date(Localizer words, Sourceline.Data.Model.Statement statement)
    {
        if (statement.DateFrom is not { } from)
            return statement.DateWords;
        var days = words.Dates.Meant(from, statement.DateTo ?? from);
        return statement.DateWords is { } said ? words["desk-statement.date-meant", said, Argument.Words(days)] : days;
    }

    /// <summary>A link to the page of a story, around words.</summary>
    public static Tag LinkTo(Story story) =>
        Tag.Link(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/desk/story/{story.Number}"));

    /// <summary>The name of a state in a URL or a class: <c>takendown</c>.</summary>
    public static string Css<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    /// <summary>For the <c>datetime</c> attribute.</summary>
    public static string Machine(DateTime utc) =>
        utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The state of a story as a name: "Taken down".</summary>
    public static string Of(Localizer words, StoryState state) => StateWords.Name(state, words);
}
