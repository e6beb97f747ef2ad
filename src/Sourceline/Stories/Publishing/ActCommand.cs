using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sourceline.Cli;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Localization;
using Sourceline.Stories.Html;

namespace Sourceline.Stories.Publishing;

/// <summary><c>sourceline act</c>: what the desk does with a story, from a shell; the rules and the code are the same.</summary>
public static class ActCommand
{
    private static readonly (string Name, string Says)[] Verbs =
    [
        .. ActRegistry.Verbs.Select(verb => (verb, Localizer.English[ActRegistry.Find(verb)[0].Words.Help!])),
    ];

    private static readonly string Details = $"""
        Verbs:
        {CommandHelp.Rows(Verbs)}

        withhold, unpublish, take-down and kill need --reason. correct and clarify need --note. schedule,
        embargo and set-date need --at. link-translation needs --of. draft, update, correct and clarify
        take a new text from --headline, --lead and --body. update and correct without a new text publish
        the newest draft.

        Exit codes:
          0  The act was done.
          1  The act was refused: the story does not exist, is in the wrong state or has changed.
          2  The command or the settings are wrong.
        """;

    private static readonly Argument<long> Number = new("NUMBER")
    {
        Description = "The public number of the story.",
        CustomParser = TypedValues.Number("NUMBER", 1L),
    };

    private static readonly Argument<string> Verb = new Argument<string>("VERB")
    {
        Description = "What to do; see below.",
        HelpName = "VERB",
    }.OneOf([.. Verbs.Select(verb => verb.Name)]);

    private static readonly Option<string?> Reason = new("--reason")
    {
        Description =
            "Why, for the log. With withhold, unpublish, take-down and kill, readers see it in place of the story. " + "Default: none.",
        HelpName = "WORDS",
    };

    private static readonly Option<string?> Note = new("--note")
    {
        Description = "What readers are told about an update, a correction or a clarification. Default: none.",
        HelpName = "WORDS",
    };

    private static readonly Option<bool> Minor = new("--minor")
    {
        Description = "The correction is minor, such as a misspelled name. (default)",
    };
    private static readonly Option<bool> Material = new("--material")
    {
        Description = "The correction is material: something in the story was wrong.",
    };

    private static readonly Option<string?> At = new("--at", "--until")
    {
        Description =
            "When to publish the story, or its new date: 2026-11-24T06:00 in the site's time zone, or " + "2026-11-24T06:00+04:30.",
        HelpName = "TIME",
    };

    private static readonly Option<string?> Headline = new("--headline")
    {
        Description = "The new headline. Default: unchanged.",
        HelpName = "WORDS",
    };

    private static readonly Option<string?> Lead = new("--lead")
    {
        Description = "The new lead, or an empty text to remove it. Default: unchanged.",
        HelpName = "WORDS",
    };

    private static readonly Option<string?> Body = new("--body")
    {
        Description =
            "A file with the new body, or - for standard input. A text that starts with < is HTML; in other texts, "
            + "empty lines separate paragraphs. Default: unchanged.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> By = new("--by")
    {
        Description = "Your name, for the log. Default: the name of your account on this machine.",
        HelpName = "NAME",
    };

    private static readonly Option<int?> Revision = new("--revision")
    {
        Description =
            "The revision that you saw, as printed by the last act. The act is refused if the story has changed since. "
            + "Default: not checked.",
        HelpName = "N",
        CustomParser = TypedValues.OptionalNumber("--revision", 0),
    };

    private static readonly Option[] OfTextAndState = [Reason, Note, At, Headline, Lead, Body];

    public static Command Create(Action<IHostApplicationBuilder> add)
    {
        var command = new DetailedCommand("act", "Publish, correct or withdraw a story, as at the desk.", Details)
        {
            Number,
            Verb,
            Reason,
            Note,
            Minor,
            Material,
            At,
            Headline,
            Lead,
            Body,
            TranslationVerb.Of,
            By,
            Revision,
        }.WithCommonOptions();
        command.Validators.Add(result =>
        {
            var verb = result.GetValue(Verb);
            if (result.GetValue(Minor) && result.GetValue(Material))
                result.AddError("Use either --minor or --material, not both.");
            if ((result.GetValue(Minor) || result.GetValue(Material)) && verb != "correct")
                result.AddError("--minor and --material can be used only with correct.");
            var ofOthers = OfTextAndState.Where(option => result.GetResult(option) is not null).Select(option => option.Name).ToList();
            if (TranslationVerb.Fault(verb, ofOthers, result.GetResult(TranslationVerb.Of) is not null) is { } fault)
                result.AddError(fault);
        });
        command.SetAction(
            (parsed, cancellationToken) =>
                CommandHost.RunAsync(
                    parsed,
                    add,
                    (services, cancellation) => RunAsync(parsed, services, cancellation),
                    cancellationToken,
                    onlyExisting: true
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (!TryTime(parsed.GetValue(At), services.GetRequiredService<SiteTime>(), out var due))
            return UsageErrors.Write(parsed, $"--at must be a time such as 2026-11-24T06:00, not '{parsed.GetValue(At)}'.");
        try
        {
            await using var db = services.GetRequiredService<NewsDbFactory>().Create();
            var number = parsed.GetValue(Number);
            var story = await db.Stories.AsNoTracking().SingleOrDefaultAsync(s => s.Number == number, cancellationToken);
            if (story is null)
                return Refused($"There is no story {number}.");
            var actor = parsed.GetValue(By) ?? Environment.UserName;
            if (TranslationVerb.Is(parsed.GetValue(Verb)))
            {
                var said = new TranslationOrder(story.Id, actor, parsed.GetValue(Revision));
                Console.WriteLine(
                    await TranslationVerb.DoAsync(
                        services.GetRequiredService<TranslationActs>(),
                        db,
                        said,
                        parsed.GetValue(TranslationVerb.Of),
                        cancellationToken
                    )
                );
                return 0;
            }
            var order = new ActOrder(KindOf(parsed), actor)
            {
                Reason = parsed.GetValue(Reason),
                Note = parsed.GetValue(Note),
                TimeUtc = due,
                Text = await TextAsync(parsed, db, story, cancellationToken),
                SeenRevision = parsed.GetValue(Revision),
            };
            return await TellAsync(
                await services.GetRequiredService<StoryActs>().DoAsync(story.Id, order, cancellationToken),
                db,
                services.GetRequiredService<SiteTime>(),
                cancellationToken
            );
        }
        catch (ActRefusedException refused) when (OptionOf(refused.About) is { } option)
        {
            return UsageErrors.Write(parsed, $"{option}: {refused.Message}");
        }
        catch (ActRefusedException refused)
        {
            return Refused(
                refused.Instead is { } other
                    ? $"{refused.Message} Run `sourceline act {parsed.GetValue(Number)} {other.Verb}` to publish it now."
                    : refused.Message
            );
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return UsageErrors.Write(parsed, $"--body: {e.Message}");
        }
    }

    /// <summary>One line a script can read: what was done, where the story stands, the act's number and the revision for the act after.</summary>
    private static async Task<int> TellAsync(ActDone done, NewsDb db, SiteTime time, CancellationToken cancellationToken)
    {
        var story = await db
            .Stories.AsNoTracking()
            .Where(s => s.Number == done.Number)
            .Select(s => new
            {
                s.Revision,
                s.DueUtc,
                s.PublishedUtc,
            })
            .SingleAsync(cancellationToken);
        var date = done.Kind == ActKind.SetDate ? story.PublishedUtc : null;
        var due = done.State is StoryState.Scheduled or StoryState.Embargoed ? story.DueUtc : null;
        var until =
            date is not null ? $" with the date {Machine(time, date.Value)}"
            : due is not null ? $" until {Machine(time, due.Value)}"
            : "";
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"No. {done.Number} is {StateWords.Of(done.State, Localizer.English)}{until} (was {StateWords.Of(done.Before, Localizer.English)}); version {done.Version}, act {done.Sequence}, revision {story.Revision}."
            )
        );
        return 0;
    }

    private static string Machine(SiteTime time, DateTime utc) =>
        time.Local(utc).ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture);

    private static ActKind KindOf(ParseResult parsed)
    {
        var acts = ActRegistry.Find(parsed.GetValue(Verb));
        return acts[parsed.GetValue(Material) ? acts.Count - 1 : 0].Kind;
    }

    /// <summary>The text of the newest version with what was given in place of its parts; null where none was given.</summary>
    private static async Task<StoryText?> TextAsync(ParseResult parsed, NewsDb db, Story story, CancellationToken cancellationToken)
    {
        var (headline, lead, file) = (parsed.GetValue(Headline), parsed.GetValue(Lead), parsed.GetValue(Body));
        if (headline is null && lead is null && file is null)
            return null;
        if (headline is not null && string.IsNullOrWhiteSpace(headline))
            throw new ActRefusedException(language => language["refused.headline-missing"]) { About = nameof(Headline) };
        var body = file switch
        {
            null => null,
            "-" => await Console.In.ReadToEndAsync(cancellationToken),
            _ => await File.ReadAllTextAsync(file, cancellationToken),
        };
        var newest = await db
            .Versions.AsNoTracking()
            .SingleAsync(v => v.StoryId == story.Id && v.Number == story.LatestVersion, cancellationToken);
        var html =
            body is null ? newest.BodyHtml
            : body.AsSpan().TrimStart().StartsWith('<') ? body
            : StoryHtml.FromText(body);
        return StoryHtml.Clean(headline ?? newest.Headline, lead ?? newest.Lead, html);
    }

    private static bool TryTime(string? words, SiteTime time, out DateTime? utc)
    {
        utc = null;
        if (words is null)
            return true;
        string[] local = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];
        string[] absolute = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"];
        if (
            DateTime.TryParseExact(words, local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var here)
            && here.Year is > 1970 and < 9000
        )
            utc = time.Utc(here);
        else if (DateTimeOffset.TryParseExact(words, absolute, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            utc = at.UtcDateTime;
        return utc is not null;
    }

    private static string? OptionOf(string? about) =>
        about switch
        {
            nameof(ActOrder.Reason) => "--reason",
            nameof(ActOrder.Note) => "--note",
            nameof(ActOrder.TimeUtc) => "--at",
            nameof(ActOrder.Text) => "--body",
            nameof(Headline) => "--headline",
            _ => null,
        };

    private static int Refused(string words)
    {
        Console.Error.WriteLine(words);
        return 1;
    }
}
