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
    private const string Details = """
        Sourceline detects the format: a saved news page (HTML or text), a WordPress export (WXR), RSS,
        Atom, JSON Feed or IPTC ninjs, as one document or as JSON Lines. Files can be compressed with gzip.

        You can run the same import again: unchanged stories are skipped, changed stories become new
        versions. If an import is interrupted, run the same command again. It continues where it stopped
        and tries failed items again. If the input, the settings or the program have changed, it looks at
        every item.

        Exit codes:
          0  Everything was imported.
          1  Some items or files failed, or the import was interrupted.
          2  The command or the settings are wrong.
          3  Nothing could be read.
        """;

    private static readonly Argument<string[]> Paths = new Argument<string[]>("PATH|URL")
    {
        Description = "A file, a folder with all files in it, an http or https URL, or - for standard input.",
        Arity = ArgumentArity.OneOrMore,
    }.Checked(path => string.IsNullOrWhiteSpace(path) ? "A PATH is empty. Name a file, a folder or a URL." : null);

    private static readonly Option<bool> Publish = new("--publish")
    {
        Description = "Publish what was public at its origin, with its original date. Default: every story is a draft.",
    };

    private static readonly Option<string?> Report = new("--report")
    {
        Description = "Write what happened to each item to this file, as JSON Lines. Default: no file.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Zone = new Option<string?>("--time-zone")
    {
        Description = "The time zone of dates without one, such as Asia/Kabul. Default: the setting Site:TimeZone.",
        HelpName = "ZONE",
    }.Checked(zone =>
        TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)
            ? null
            : $"--time-zone must be an IANA time zone such as Asia/Kabul, not '{zone}'."
    );

    private static readonly Option<bool> NoMedia = new("--no-media")
    {
        Description = "Do not fetch pictures, sound and documents. Default: fetch them.",
    };

    public static Command Create(Action<IHostApplicationBuilder> add)
    {
        var command = new BackgroundCommand("import", "Import stories from files, folders or URLs.", Details, GiveWay)
        {
            Paths,
            Publish,
            Report,
            Zone,
            NoMedia,
            KeyRingGuard.NewKeys,
        }.WithCommonOptions();
        command.SetAction(
            (parsed, cancellationToken) =>
                CommandHost.RunAsync(parsed, add, (services, cancellation) => RunAsync(parsed, services, cancellation), cancellationToken)
        );
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
        if (!await KeyRingGuard.AllowsAsync(services, parsed.GetValue(KeyRingGuard.NewKeys), cancellationToken))
            return 1;
        var zone = parsed.GetValue(Zone) is { } named
            ? TimeZoneInfo.FindSystemTimeZoneById(named)
            : services.GetRequiredService<SiteTime>().Zone;
        var settings = new ImportSettings(parsed.GetValue(Publish), !parsed.GetValue(NoMedia), zone);
        var inputs = ImportInput.Expand(parsed.GetValue(Paths)!).ToList();
        if (!TryOpenReport(parsed.GetValue(Report), out var file))
            return CommandHost.UsageError;
        services.GetRequiredService<NewsDbFactory>().ExpectBulk();
        using (file)
        {
            var report = new ImportReport(file);
            var importing = ImportAsync(services.GetRequiredService<Importer>(), inputs, settings, report, cancellationToken);
            await Task.WhenAll(
                services
                    .GetServices<Projection>()
                    .Select(projection =>
                        Task.Run(() => FollowAsync(projection, importing, report, cancellationToken), CancellationToken.None)
                    )
            );
            var lost = await importing;
            file?.WriteTotals(report);
            report.WriteTo(Console.Out);
            return lost ? 1 : report.ExitCode;
        }
    }

    private static async Task<bool> ImportAsync(
        Importer importer,
        List<ImportInput> inputs,
        ImportSettings settings,
        ImportReport report,
        CancellationToken cancellationToken
    )
    {
        var total = inputs.TrueForAll(input => input.Length is not null) ? inputs.Sum(input => input.Length) : null;
        try
        {
            await ProgressDisplay.RunAsync(total, progress => importer.RunAsync(inputs, settings, report, progress, cancellationToken));
            return false;
        }
        catch (ImportStoppedException e)
        {
            await Console.Error.WriteLineAsync(
                $"{e.Message} Everything counted in the report is stored. Run the same command again to continue."
            );
            return true;
        }
    }

    /// <summary>What is derived from the stories is ready when the import says that it is done. A failure here loses nothing: the server catches up.</summary>
    private static async Task FollowAsync(Projection projection, Task importing, ImportReport report, CancellationToken cancellationToken)
    {
        try
        {
            if (await projection.FollowAsync(importing, cancellationToken) is { } time)
                report.Times.Add(projection.Title, time);
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"Interrupted. The server will update {projection.Title}.");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            await Console.Error.WriteLineAsync($"Can't update {projection.Title} now; the server will. {e.Message}");
        }
    }

    private static bool TryOpenReport(string? path, out ReportFile? file)
    {
        file = null;
        try
        {
            if (path is not null)
                file = new ReportFile(path);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            Console.Error.WriteLine($"Can't write the report: {e.Message}");
            return false;
        }
    }
}
