using System.CommandLine;
using System.Globalization;
using Sourceline.Archive.Exporting;
using Sourceline.BackgroundWork;
using Sourceline.Cli;

namespace Sourceline.Archive;

/// <summary><c>sourceline export</c>: published stories for other systems.</summary>
public static class ExportCommand
{
    private const string Details = """
        ninjs is written one document a line, for any number of stories; 'sourceline import' reads it. The
        other formats are one document, which is built in memory. Stories that are not public and readers'
        e-mail addresses are never exported.

        Exit codes:
          0  The stories were written.
          1  The stories could not be written, or there is no such category.
          2  The command or the settings are wrong.
        """;

    private static readonly Dictionary<string, ExportFormat> Formats = new(StringComparer.Ordinal)
    {
        ["ninjs"] = ExportFormat.Ninjs,
        ["rss"] = ExportFormat.Rss,
        ["atom"] = ExportFormat.Atom,
        ["json-feed"] = ExportFormat.JsonFeed,
    };

    private static readonly Argument<string?> Target = new("PATH")
    {
        Description = "The file to write. It appears when it is complete. Default: standard output.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string> Format = new Option<string>("--format")
    {
        Description = "ninjs, rss, atom or json-feed.",
        HelpName = "FORMAT",
        DefaultValueFactory = _ => "ninjs",
    }.OneOf([.. Formats.Keys]);

    private static readonly Option<DateOnly?> From = TypedValues.Day(
        "--from",
        "The first day of publication, such as 2021-07-19, in the site's time zone. Default: all days."
    );

    private static readonly Option<DateOnly?> To = TypedValues.Day("--to", "The last day of publication. Default: all days.");

    private static readonly Option<string?> Category = new("--category")
    {
        Description = "Only stories in this category, by name or URL key. Default: all categories.",
        HelpName = "NAME",
    };

    public static Command Create(Action<IHostApplicationBuilder> add)
    {
        const string Summary = "Write published stories to a file or to standard output.";
        var command = new BackgroundCommand("export", Summary, Details, ProcessPriority.GiveWay)
        {
            Target,
            Format,
            From,
            To,
            Category,
        }.WithCommonOptions();
        command.SetAction(
            (parsed, cancellationToken) =>
                CommandHost.RunAsync(
                    parsed,
                    add,
                    (services, cancel) => RunAsync(parsed, services, cancel),
                    cancellationToken,
                    onlyExisting: true,
                    reads: true
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken)
    {
        var exporter = services.GetRequiredService<Exporter>();
        if (parsed.GetValue(Category) is { } category && !await exporter.HasCategoryAsync(category, cancellationToken))
        {
            await Console.Error.WriteLineAsync($"There is no category '{category}'. Nothing was written.");
            return 1;
        }
        var filter = new ExportFilter(parsed.GetValue(From), parsed.GetValue(To), parsed.GetValue(Category));
        var path = parsed.GetValue(Target);
        try
        {
            var format = Formats[parsed.GetValue(Format)!];
            var count = await ExportTarget.WriteAsync(path, output => exporter.WriteAsync(format, filter, output, cancellationToken));
            var stories = count == 1 ? "1 story" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} stories");
            await Console.Error.WriteLineAsync($"{stories} written{(path is null or "-" ? "" : $" to {path}")}.");
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"Can't write the export: {e.Message}");
            return 1;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Interrupted. No file was written.");
            return 1;
        }
    }
}
