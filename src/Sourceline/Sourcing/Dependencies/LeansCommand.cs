using System.CommandLine;
using System.Globalization;
using Sourceline.Cli;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Localization;

namespace Sourceline.Sourcing.Dependencies;

/// <summary><c>sourceline leans</c>: lists every live story that depends on a source, as when it retracts.</summary>
public static class LeansCommand
{
    private const string Details = """
        The list starts with the newest story. For each story it says whether the source is the sole
        source, one of several, or background, and shows the sentences with their dates and chains.

        The source is found by its name, an alias such as AP, or its URL key. If several sources match, they
        are listed instead.

        Exit codes:
          0  The stories were listed, even if there are none.
          1  No source, or more than one, has that name.
          2  The command or the settings are wrong.
        """;

    private static readonly Argument<string> Source = new("SOURCE")
    {
        Description = "The name of the source, in quotation marks if it has spaces: \"Associated Press\".",
    };

    private static readonly Option<DateOnly?> From = TypedValues.Day(
        "--from",
        "The first day of publication, such as 2021-07-19, in the site's time zone. Default: all days."
    );

    private static readonly Option<DateOnly?> To = TypedValues.Day("--to", "The last day of publication. Default: all days.");

    private static readonly Option<string?> Kind = new Option<string?>("--kind")
    {
        Description = "sole, several or background. Default: all.",
        HelpName = "KIND",
    }.OneOf("sole", "several", "background");

    private static readonly Option<string> Format = new Option<string>("--format")
    {
        Description = "text, csv or json.",
        HelpName = "FORMAT",
        DefaultValueFactory = _ => "text",
    }.OneOf("text", "csv", "json");

    public static Command Create(Action<IHostApplicationBuilder> add)
    {
        var command = new DetailedCommand("leans", "List the stories that depend on a source.", Details)
        {
            Source,
            From,
            To,
            Kind,
            Format,
        }.WithCommonOptions();
        command.Aliases.Add("dependents");
        command.SetAction(
            (parsed, cancellationToken) =>
                CommandHost.RunAsync(
                    parsed,
                    add,
                    (services, cancellation) => RunAsync(parsed, services, cancellation),
                    cancellationToken,
                    onlyExisting: true,
                    reads: true
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken)
    {
        var name = parsed.GetValue(Source)!;
        var found = await services.GetRequiredService<SourceFinder>().FindAsync(name, cancellationToken);
        if (found.Found is not { } source)
            return Unknown(name, found.Candidates);
        var time = services.GetRequiredService<SiteTime>();
        var which = new DependencyQuery(
            source.Id,
            KindOf(parsed.GetValue(Kind)),
            parsed.GetValue(From) is { } from ? time.StartOf(from) : null,
            parsed.GetValue(To) is { } to && to < DateOnly.MaxValue ? time.StartOf(to.AddDays(1)) : null
        );
        services.GetRequiredService<NewsDbFactory>().ExpectLongReading();
        var dependencies = services.GetRequiredService<DependencyReader>();
        var counted = await dependencies.CountAsync(source, which, cancellationToken);
        await using var output = new StreamWriter(CommandOutput.Open(parsed), bufferSize: 1 << 16);
        await using var writer = DependencyWriter.Of(parsed.GetValue(Format)!, output, counted, which, time, services);
        await writer.WriteAsync(new DependencyList(dependencies).PagesAsync(which, cancellationToken), cancellationToken);
        return 0;
    }

    private static int Unknown(string name, IReadOnlyList<SourceRow> candidates)
    {
        if (candidates.Count == 0)
        {
            Console.Error.WriteLine($"There is no source with the name '{name}'.");
            return 1;
        }
        Console.Error.WriteLine($"More than one source matches '{name}'. Use the name of one of them:");
        foreach (var one in candidates)
            Console.Error.WriteLine($"  {DependencyWords.Of(one)}");
        if (candidates.Count == SourceFinder.Most)
            Console.Error.WriteLine("  and possibly more");
        return 1;
    }

    private static DependencyKind? KindOf(string? word) =>
        word switch
        {
            "sole" => DependencyKind.SoleSource,
            "several" => DependencyKind.OneOfSeveral,
            "background" => DependencyKind.Background,
            _ => null,
        };
}
