using System.CommandLine;
using System.Globalization;
using Sourceline.Cli;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Localization;

namespace Sourceline.Sourcing.Dependencies;

/// <summary><c>sourceline leans</c>: every live story that leans on a source, as when it retracts.</summary>
public static class LeansCommand
{
    private const string Help =
        """
        List every story on the site that leans on a source, newest first: those of which it is the sole source, those with others beside it, and
        those where it stands in the background; with the sentences, their dates, and the way that each came.

        What is counted at the head is what is listed: all, or those of the days and the kind that are asked for.

        The source is found by its name, an alias (AP) or its address; a name that several share in part is not guessed at: they are listed.

        Exit codes: 0 listed, also where nothing leans on it; 1 no source of that name, or several; 2 wrong use or settings.
        """;

    private static readonly Argument<string> Source = new("SOURCE") { Description = "Its name, in quotes: \"Kommersant\"." };
    private static readonly Option<DateOnly?> From = Day("--from", "The first day on which the stories were published, such as 2021-07-19, in the site's time.");
    private static readonly Option<DateOnly?> To = Day("--to", "The last day.");

    private static readonly Option<string?> Kind = new("--kind") { Description = "Only sole, several or background.", HelpName = "KIND" };
    private static readonly Option<string> Format = new("--format") { Description = "One of text, csv, json.", HelpName = "FORMAT", DefaultValueFactory = _ => "text" };

    public static Command Create(Action<IHostApplicationBuilder> add)
    {
        Kind.AcceptOnlyFromAmong("sole", "several", "background");
        Format.AcceptOnlyFromAmong("text", "csv", "json");
        var command = new Command("leans", Help) { Source, From, To, Kind, Format }.WithCommonOptions();
        command.SetAction((parsed, cancellationToken) =>
            CommandHost.RunAsync(parsed, add, (services, cancellation) => RunAsync(parsed, services, cancellation), cancellationToken, onlyExisting: true));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken)
    {
        var name = parsed.GetValue(Source)!;
        var found = await services.GetRequiredService<SourceFinder>().FindAsync(name, cancellationToken);
        if (found.Found is not { } source) return Unknown(name, found.Candidates);
        var time = services.GetRequiredService<SiteTime>();
        var which = new DependencyQuery(
            source.Id, KindOf(parsed.GetValue(Kind)),
            parsed.GetValue(From) is { } from ? time.StartOf(from) : null, parsed.GetValue(To) is { } to && to < DateOnly.MaxValue ? time.StartOf(to.AddDays(1)) : null);
        services.GetRequiredService<NewsDbFactory>().ExpectLongReading();
        var leans = services.GetRequiredService<DependencyReader>();
        var counted = await leans.CountAsync(source, which, cancellationToken);
        await using var output = new StreamWriter(CommandOutput.Open(parsed), bufferSize: 1 << 16);
        await using var writer = DependencyWriter.Of(parsed.GetValue(Format)!, output, counted, which, time, services);
        await writer.WriteAsync(new DependencyList(leans).PagesAsync(which, cancellationToken), cancellationToken);
        return 0;
    }

    private static int Unknown(string name, IReadOnlyList<SourceRow> candidates)
    {
        if (candidates.Count == 0)
        {
            Console.Error.WriteLine($"No source is known by the name '{name}'.");
            return 1;
        }
        Console.Error.WriteLine($"'{name}' may be several sources; name one of them:");
        foreach (var one in candidates) Console.Error.WriteLine($"  {DependencyWords.Of(one)}");
        if (candidates.Count == SourceFinder.Most) Console.Error.WriteLine("  and perhaps more");
        return 1;
    }

    private static DependencyKind? KindOf(string? word) => word switch
    {
        "sole" => DependencyKind.SoleSource,
        "several" => DependencyKind.OneOfSeveral,
        "background" => DependencyKind.Background,
        _ => null,
    };

    private static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            result.AddError($"{name} wants a day such as 2021-07-19, not '{result.Tokens[0].Value}'.");
            return null;
        },
    };
}
