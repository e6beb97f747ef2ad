using System.CommandLine;
using System.Globalization;
using Sourceline.Archive.Exporting;
using Sourceline.BackgroundWork;
using Sourceline.Cli;

namespace Sourceline.Archive;

/// <summary><c>sourceline export</c>: published stories for other systems.</summary>
public static class ExportCommand
{
    private const string Help =
        """
        Write published stories to a file or to standard output: as IPTC ninjs, a document a line (any size; "sourceline import"
        reads it), or as one RSS, Atom or JSON Feed document, which is put together in memory. Stories that are not public are
        never written, nor is any e-mail address of a reader.

        Exit codes: 0 written; 1 it could not be written; 2 wrong use or settings.
        """;

    private static readonly Dictionary<string, ExportFormat> Formats = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ninjs"] = ExportFormat.Ninjs,
        ["rss"] = ExportFormat.Rss,
        ["atom"] = ExportFormat.Atom,
        ["json-feed"] = ExportFormat.JsonFeed,
    };

    private static readonly Argument<string?> Target = new("PATH")
    {
        Description = "The file to write; it appears when it is whole. Default: standard output.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string> Format = new("--format")
    {
        Description = "One of ninjs, rss, atom, json-feed.",
        HelpName = "FORMAT",
        DefaultValueFactory = _ => "ninjs",
    };

    private static readonly Option<DateOnly?> From = Day("--from", "The first day of publication, such as 2021-07-19, in the site's time.");
    private static readonly Option<DateOnly?> To = Day("--to", "The last day of publication.");
    private static readonly Option<string?> Category = new("--category") { Description = "One category, by its name or its address.", HelpName = "NAME" };

    public static Command Create(Action<IHostApplicationBuilder> add)
    {
        Format.Validators.Clear();
        Format.Validators.Add(result =>
        {
            if (result.Tokens is [var token, ..] && !Formats.ContainsKey(token.Value))
                result.AddError($"--format '{token.Value}' is not known; it is one of {string.Join(", ", Formats.Keys)}.");
        });
        var command = new BackgroundCommand("export", Help, ProcessPriority.GiveWay) { Target, Format, From, To, Category }.WithCommonOptions();
        command.SetAction((parsed, cancellationToken) =>
            CommandHost.RunAsync(parsed, add, (services, cancellation) => RunAsync(parsed, services, cancellation), cancellationToken, onlyExisting: true));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken)
    {
        var exporter = services.GetRequiredService<Exporter>();
        var filter = new ExportFilter(parsed.GetValue(From), parsed.GetValue(To), parsed.GetValue(Category));
        var path = parsed.GetValue(Target);
        try
        {
            var count = await ExportTarget.WriteAsync(path, output => exporter.WriteAsync(Formats[parsed.GetValue(Format)!], filter, output, cancellationToken));
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{count:N0} stories written{(path is null or "-" ? "" : $" to {path}")}."));
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"The export could not be written: {e.Message}");
            return 1;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Interrupted; nothing was left behind.");
            return 1;
        }
    }

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
