using System.CommandLine;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sourceline.Cli;
using Sourceline.Data;
using Sourceline.Settings;

namespace Sourceline.Web;

/// <summary><c>sourceline serve</c>: the site and the desk.</summary>
public static class ServeCommand
{
    private const string DefaultUrl = "http://localhost:5080";

    private static readonly Option<bool> Demo = new("--demo")
    {
        Description = "Fill an empty newsroom with demo stories, which are fiction. Default: no demo.",
    };

    public static Command Create(Action<IHostApplicationBuilder> add, Action<WebApplication> map, DemoOffer demo)
    {
        var urls = new Option<string>("--urls")
        {
            Description = "The URLs to listen on, separated by semicolons.",
            DefaultValueFactory = _ => DefaultUrl,
        }.Checked(ListenUrls.Refusal);
        var command = new Command("serve", "Serve the site and the desk.") { urls, Demo, KeyRingGuard.NewKeys }.WithCommonOptions();
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    CommonOptions.Settings(parsed),
                    parsed.GetValue(urls)!,
                    add,
                    map,
                    parsed.GetValue(Demo) ? demo : null,
                    parsed.GetValue(KeyRingGuard.NewKeys),
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        Dictionary<string, string?> settings,
        string urls,
        Action<IHostApplicationBuilder> add,
        Action<WebApplication> map,
        DemoOffer? demo,
        bool newKeys,
        CancellationToken cancellationToken
    )
    {
        WebApplication app;
        try
        {
            app = Build(settings, urls, demo is null ? add : WithDemo(add, demo), map);
        }
        catch (OptionsValidationException wrong)
        {
            return CommandHost.ReportSettings(wrong);
        }
        await using (app)
        {
            if (app.Services.GetRequiredService<NewsDbFactory>().IsReadOnly)
            {
                await Console.Error.WriteLineAsync(
                    DataFolder.ReadOnlyInWords(app.Services.GetRequiredService<IOptions<SourcelineOptions>>().Value.DataFolder)
                );
                return 1;
            }
            await app.Services.PrepareNewsDataAsync(cancellationToken);
            if (!await KeyRingGuard.AllowsAsync(app.Services, newKeys, cancellationToken))
                return 1;
            if (demo is not null)
                await LoadAsync(app, demo, cancellationToken);
            try
            {
                await app.StartAsync(cancellationToken);
            }
            catch (Exception e)
                when (e is IOException { InnerException: AddressInUseException } or SocketException
                    || (e is InvalidOperationException && ListenUrls.HaveHttps(urls))
                )
            {
                app.Services.GetRequiredService<StartupLog>().Failed();
                // Kestrel names the URL, the system does not.
                var cause = e is SocketException ? $"Can't listen on {urls}: {e.Message}." : e.Message;
                Console.Error.WriteLine($"{cause} Choose another URL with --urls.");
                return CommandHost.UsageError;
            }
            foreach (var url in app.Urls)
                Console.WriteLine($"Sourceline is at {url}  (desk: {url}/desk)");
            await TellHowToSignInAsync(app.Services, cancellationToken);
            await app.WaitForShutdownAsync(cancellationToken);
        }
        return 0;
    }

    private static Action<IHostApplicationBuilder> WithDemo(Action<IHostApplicationBuilder> add, DemoOffer demo) =>
        app =>
        {
            app.Configuration.Sources.Insert(
                0,
                new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource { InitialData = demo.Settings }
            );
            add(app);
        };

    private static async Task LoadAsync(WebApplication app, DemoOffer demo, CancellationToken cancellationToken)
    {
        await using var scope = app.Services.CreateAsyncScope();
        Console.WriteLine(
            await demo.LoadAsync(scope.ServiceProvider, cancellationToken)
                ? "The demo stories were added."
                : "The newsroom already has stories, so no demo stories were added."
        );
    }

    /// <summary>There is no default account: a well-known password would still work when nobody thinks of it any more.</summary>
    private static async Task TellHowToSignInAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var db = services.GetRequiredService<NewsDbFactory>().Create();
        if (await db.Users.AnyAsync(cancellationToken))
            return;
        var options = services.GetRequiredService<IOptions<SourcelineOptions>>().Value;
        var where = options.Database is { Length: > 0 } ? "--database CONNECTION" : $"--data \"{options.DataFolder}\"";
        Console.WriteLine("There are no accounts for the desk yet. To make one, run this in another terminal; it prints a password:");
        Console.WriteLine($"  \"{Environment.ProcessPath}\" user add \"Your Name\" --email you@mail.example --generate {where}");
    }

    /// <summary>The server, not started. Tests start it on a free port.</summary>
    /// <exception cref="OptionsValidationException">Settings are wrong; the exception lists them all.</exception>
    public static WebApplication Build(
        IReadOnlyDictionary<string, string?> settings,
        string urls,
        Action<IHostApplicationBuilder> add,
        Action<WebApplication> map
    )
    {
        ArgumentNullException.ThrowIfNull(add);
        ArgumentNullException.ThrowIfNull(map);
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ApplicationName = typeof(ServeCommand).Assembly.GetName().Name,
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        builder.AddSettings(
            settings,
            new Dictionary<string, string?> { ["Sourceline:Site:BaseUrl"] = ListenUrls.BaseUrl(urls) ?? DefaultUrl }
        );
        var startup = new StartupLog();
        startup.AddTo(builder);
        // An unpublished build finds its files through the build's manifest.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddRazorPages(pages => pages.RootDirectory = "/").AddMvcOptions(mvc => mvc.Filters.Add<PageHandlerFilter>());
        builder.Services.AddRouting(routing => routing.LowercaseUrls = true);
        add(builder);
        var app = builder.Build();
        // All settings are judged before anything is built on one of them.
        _ = app.Services.GetRequiredService<IOptions<SourcelineOptions>>().Value;
        app.Lifetime.ApplicationStarted.Register(startup.Started);
        foreach (var url in ListenUrls.Split(urls))
            app.Urls.Add(url);
        map(app);
        return app;
    }
}
