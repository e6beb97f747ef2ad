using System.CommandLine;
using Sourceline.BackgroundWork;
using Sourceline.Cli;
using Sourceline.Data;
using Sourceline.EventLog;
using Sourceline.Ingest.Importing;
using Sourceline.Localization;

namespace Sourceline.Archive;

/// <summary><c>sourceline import</c>: stories from files and addresses, whatever their format.</summary>
public static class ImportCommand
{
    private const string Help =
        """
        Import stories from files, folders and addresses. The format is detected: a saved news page (text or HTML), a WordPress
        export (WXR), RSS, Atom, JSON Feed, or IPTC ninjs, one document or JSON Lines; packed with gzip or not.

        Run it again as often as you like: what is known and unchanged changes nothing, what has changed becomes a new version.
        If it is interrupted, run the same again: it goes on where it was. What it had done by then is only read, and counted as
        done by an earlier run; what failed is tried again. Whether an input is the same is told by its content and its name, for
        addresses and standard input too; where it has changed, or the settings or the program have, every item is looked at.

        Exit codes: 0 everything went in; 1 some items or files failed, or it was interrupted; 2 wrong use or settings;
        3 nothing could be read.
        """;

    private static readonly Argument<string[]> Paths = new("PATH|URL")
    {
        Description = "A file, a folder (with every page, feed and archive in it), an http or https address, or - for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<bool> Publish = new("--publish")
    {
        Description = "Publish what was public where it comes from, with its own date. Without it everything waits as a draft.",
    };

    private static readonly Option<string?> Report = new("--report")
    {
        Description = "Write what became of every item to a file, as JSON Lines.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Zone = new("--time-zone")
    {
        Description = "The zone of dates that state none, such as Asia/Kabul. Default: the setting Site:TimeZone.",
        HelpName = "ZONE",
    };

    private static readonly Option<bool> NoMedia = new("--no-media") { Description = "Fetch no pictures, sound or documents." };

    public static Command Create(Action<IHostApplicationBuilder> add)
    {
        Zone.Validators.Clear();
        Zone.Validators.Add(result =>
        {
            if (result.Tokens is [var token, ..] && !TimeZoneInfo.TryFindSystemTimeZoneById(token.Value, out _))
                result.AddError($"--time-zone '{token.Value}' is not known; use a name such as 'Asia/Kabul'.");
        });
        Paths.Validators.Clear();
        Paths.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value))) result.AddError("A PATH is empty; name a file, a folder or an address.");
        });
        var command = new BackgroundCommand("import", Help, GiveWay) { Paths, Publish, Report, Zone, NoMedia, KeyRingGuard.NewKeys }.WithCommonOptions();
        command.SetAction((parsed, cancellationToken) =>
            CommandHost.RunAsync(parsed, add, (services, cancellation) => RunAsync(parsed, services, cancellation), cancellationToken));
        return command;
    }

    /// <summary>Texts are read in spare time; what holds the database meanwhile must get on.</summary>
    private static void GiveWay()
    {
        ProcessPriority.GiveWay();
        IdleTaskScheduler.Use();
    }

    private static async Task<int> RunAsync(ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (!await KeyRingGuard.AllowsAsync(services, parsed.GetValue(KeyRingGuard.NewKeys), cancellationToken)) return 1;
        var zone = parsed.GetValue(Zone) is { } named ? TimeZoneInfo.FindSystemTimeZoneById(named) : services.GetRequiredService<SiteTime>().Zone;
        var settings = new ImportSettings(parsed.GetValue(Publish), !parsed.GetValue(NoMedia), zone);
        var inputs = ImportInput.Expand(parsed.GetValue(Paths)!).ToList();
        if (!TryOpenReport(parsed.GetValue(Report), out var file)) return CommandHost.UsageError;
        services.GetRequiredService<NewsDbFactory>().ExpectBulk();
        using (file)
        {
            var report = new ImportReport(file);
            var importing = ImportAsync(services.GetRequiredService<Importer>(), inputs, settings, report, cancellationToken);
            await Task.WhenAll(services.GetServices<Projection>().Select(projection => Task.Run(() => FollowAsync(projection, importing, report, cancellationToken), CancellationToken.None)));
            var lost = await importing;
            file?.WriteTotals(report);
            report.WriteTo(Console.Out);
            return lost ? 1 : report.ExitCode;
        }
    }

    private static async Task<bool> ImportAsync(
        Importer importer, List<ImportInput> inputs, ImportSettings settings, ImportReport report, CancellationToken cancellationToken)
    {
        var total = inputs.TrueForAll(input => input.Length is not null) ? inputs.Sum(input => input.Length) : null;
        try
        {
            await ProgressDisplay.RunAsync(total, progress => importer.RunAsync(inputs, settings, report, progress, cancellationToken));
            return false;
        }
        catch (ImportStoppedException e)
        {
            await Console.Error.WriteLineAsync($"{e.Message} Everything that the report counts is stored. Run the same import again, and it continues from here.");
            return true;
        }
    }

    /// <summary>What is derived from the stories is ready when the import says that it is done. A failure here loses nothing: the server catches up.</summary>
    private static async Task FollowAsync(Projection projection, Task importing, ImportReport report, CancellationToken cancellationToken)
    {
        try
        {
            if (await projection.FollowAsync(importing, cancellationToken) is { } time) report.Times.Add(projection.Title, time);
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"Interrupted; the server brings {projection.Title} up to date.");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            await Console.Error.WriteLineAsync($"The server will bring {projection.Title} up to date; it could not be done now: {e.Message}");
        }
    }

    private static bool TryOpenReport(string? path, out ReportFile? file)
    {
        file = null;
        try
        {
            if (path is not null) file = new ReportFile(path);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            Console.Error.WriteLine($"The report cannot be written: {e.Message}");
            return false;
        }
    }
}
