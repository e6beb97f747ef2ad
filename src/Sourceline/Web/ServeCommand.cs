using System.CommandLine;
using Microsoft.Extensions.Options;
using Sourceline.Cli;
using Sourceline.Data;
using Sourceline.Settings;

namespace Sourceline.Web;

/// <summary><c>sourceline serve</c>: the site and the desk.</summary>
public static class ServeCommand
{
    private static readonly Option<bool> Demo = new("--demo")
    {
        Description = "Fill an empty newsroom with a small demo of our own fiction first. One that has stories is left as it is.",
    };

    public static Command Create(Action<IHostApplicationBuilder> add, Action<WebApplication> map, DemoOffer demo)
    {
        var urls = new Option<string>("--urls")
        {
            Description = "The addresses to listen on, parted by semicolons.",
            DefaultValueFactory = _ => "http://localhost:5080",
        };
        var command = new Command("serve", "Serve the site to readers and the desk to staff.") { urls, Demo, KeyRingGuard.NewKeys }.WithCommonOptions();
        command.SetAction((parsed, cancellationToken) => RunAsync(
            CommonOptions.Settings(parsed), parsed.GetValue(urls)!, add, map, parsed.GetValue(Demo) ? demo : null, parsed.GetValue(KeyRingGuard.NewKeys), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        Dictionary<string, string?> settings, string urls,
        Action<IHostApplicationBuilder> add, Action<WebApplication> map, DemoOffer? demo, bool newKeys, CancellationToken cancellationToken)
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
                await Console.Error.WriteLineAsync(DataFolder.ReadOnlyInWords(app.Services.GetRequiredService<IOptions<SourcelineOptions>>().Value.DataFolder));
                return 1;
            }
            await app.Services.PrepareNewsDataAsync(cancellationToken);
            if (!await KeyRingGuard.AllowsAsync(app.Services, newKeys, cancellationToken)) return 1;
            if (demo is not null) await LoadAsync(app, demo, cancellationToken);
            try
            {
                await app.StartAsync(cancellationToken);
            }
            catch (IOException taken)
            {
                // Kestrel says which address, and that somebody else listens there.
                Console.Error.WriteLine($"{taken.Message} Choose another with --urls.");
                return CommandHost.UsageError;
            }
            foreach (var url in app.Urls) Console.WriteLine($"Sourceline is at {url}  (desk: {url}/desk)");
            if (demo is not null) TellHowToSignIn(app.Services.GetRequiredService<IOptions<SourcelineOptions>>().Value);
            await app.WaitForShutdownAsync(cancellationToken);
        }
        return 0;
    }

    private static Action<IHostApplicationBuilder> WithDemo(Action<IHostApplicationBuilder> add, DemoOffer demo) => app =>
    {
        app.Configuration.Sources.Insert(0, new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource { InitialData = demo.Settings });
        add(app);
    };

    private static async Task LoadAsync(WebApplication app, DemoOffer demo, CancellationToken cancellationToken)
    {
        await using var scope = app.Services.CreateAsyncScope();
        Console.WriteLine(await demo.LoadAsync(scope.ServiceProvider, cancellationToken)
            ? "The demo newsroom is in."
            : "There are stories already; the demo is left out.");
    }

    /// <summary>No account is made by itself: a password that everybody knows would still be there when the demo is forgotten.</summary>
    private static void TellHowToSignIn(SourcelineOptions options)
    {
        var where = options.Database is { Length: > 0 } ? "--database CONNECTION" : $"--data \"{options.DataFolder}\"";
        Console.WriteLine("To enter the desk, make an account (in another terminal; it prints a password):");
        Console.WriteLine($"  \"{Environment.ProcessPath}\" user add \"Your Name\" --email you@mail.example --generate {where}");
    }

    /// <summary>The address that links are made with where none is set: the first that is listened on, by a name that a browser can open.</summary>
    private static string AddressOf(string urls)
    {
        var first = urls.Split(';')[0].Trim().Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal)
            .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal).Replace("//[::]", "//localhost", StringComparison.Ordinal);
        return first.TrimEnd('/');
    }

    /// <summary>The server, not started. Tests start it on a free port.</summary>
    /// <exception cref="OptionsValidationException">Settings are wrong; the exception lists them all.</exception>
    public static WebApplication Build(
        IReadOnlyDictionary<string, string?> settings, string urls, Action<IHostApplicationBuilder> add, Action<WebApplication> map)
    {
        ArgumentNullException.ThrowIfNull(add);
        ArgumentNullException.ThrowIfNull(map);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(ServeCommand).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.AddSettings(settings, new Dictionary<string, string?> { ["Sourceline:Site:BaseUrl"] = AddressOf(urls) });
        // An unpublished build finds its files through the build's manifest.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddRazorPages(pages => pages.RootDirectory = "/");
        builder.Services.AddRouting(routing => routing.LowercaseUrls = true);
        add(builder);
        var app = builder.Build();
        // All settings are judged before anything is built on one of them.
        _ = app.Services.GetRequiredService<IOptions<SourcelineOptions>>().Value;
        foreach (var url in urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) app.Urls.Add(url);
        map(app);
        return app;
    }
}
