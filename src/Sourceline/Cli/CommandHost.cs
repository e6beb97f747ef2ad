using System.CommandLine;
using Microsoft.Extensions.Options;
using Sourceline.Data;
using Sourceline.Settings;

namespace Sourceline.Cli;

/// <summary>Opens the newsroom's services for a verb that is not the server.</summary>
public static class CommandHost
{
    /// <summary>The exit code for wrong use or wrong settings.</summary>
    public const int UsageError = 2;

    /// <summary>
    /// Builds the services, brings the database up to date and runs the work. Wrong settings are listed on standard error, all of
    /// them, and give <see cref="UsageError"/>.
    /// </summary>
    /// <param name="onlyExisting">Refuse to begin a newsroom in an empty folder: for verbs that read what is there.</param>
    /// <param name="reads">The work changes nothing, so that a data folder which this user may only read is enough.</param>
    /// <param name="evenDamaged">Run the work on a database that is too damaged to be brought up to date: for verbs that report the damage.</param>
    public static Task<int> RunAsync(
        ParseResult parsed,
        Action<IHostApplicationBuilder> add,
        Func<IServiceProvider, CancellationToken, Task<int>> work,
        CancellationToken cancellationToken,
        bool onlyExisting = false,
        bool evenDamaged = false,
        bool reads = false
    ) =>
        RunAsync(
            parsed,
            add,
            async (services, cancellation) =>
            {
                if (!reads && services.GetRequiredService<NewsDbFactory>().IsReadOnly)
                {
                    await Console.Error.WriteLineAsync(
                        DataFolder.ReadOnlyInWords(services.GetRequiredService<IOptions<SourcelineOptions>>().Value.DataFolder)
                    );
                    return 1;
                }
                try
                {
                    await services.PrepareNewsDataAsync(cancellation);
                }
                catch (Exception e) when (evenDamaged && StorageFailure.InWords(e) is not null)
                {
                    // The work says it in full.
                }
                await using var scope = services.CreateAsyncScope();
                return await work(scope.ServiceProvider, cancellation);
            },
            onlyExisting,
            cancellationToken
        );

    /// <summary>The same where there is no newsroom yet, and none is to be begun before the work.</summary>
    public static Task<int> RunUnpreparedAsync(
        ParseResult parsed,
        Action<IHostApplicationBuilder> add,
        Func<IServiceProvider, CancellationToken, Task<int>> work,
        CancellationToken cancellationToken
    ) => RunAsync(parsed, add, work, onlyExisting: false, cancellationToken);

    private static async Task<int> RunAsync(
        ParseResult parsed,
        Action<IHostApplicationBuilder> add,
        Func<IServiceProvider, CancellationToken, Task<int>> work,
        bool onlyExisting,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(add);
        ArgumentNullException.ThrowIfNull(work);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.AddSettings(CommonOptions.Settings(parsed));
        // A verb's own words go to standard output; the log is for what goes wrong.
        builder
            .Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
            .SetMinimumLevel(LogLevel.Warning)
            // Where the keys lie is the operator's choice and said in the README; every verb need not repeat it.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        add(builder);
        using var host = builder.Build();
        try
        {
            var options = host.Services.GetRequiredService<IOptions<SourcelineOptions>>().Value;
            if (onlyExisting && string.IsNullOrEmpty(options.Database) && !File.Exists(NewsDbFactory.EmbeddedPath(options.DataFolder)))
            {
                Console.Error.WriteLine($"There is no newsroom in {options.DataFolder}. Name its folder with --data.");
                return UsageError;
            }
        }
        catch (OptionsValidationException wrong)
        {
            return ReportSettings(wrong);
        }
        return await work(host.Services, cancellationToken);
    }

    /// <summary>Lists every wrong setting on standard error.</summary>
    public static int ReportSettings(OptionsValidationException wrong)
    {
        ArgumentNullException.ThrowIfNull(wrong);
        Console.Error.WriteLine("These settings are wrong:");
        foreach (var failure in wrong.Failures)
            Console.Error.WriteLine($"  {failure}");
        return UsageError;
    }
}
