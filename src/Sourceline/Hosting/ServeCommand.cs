using System.CommandLine;
using Microsoft.Extensions.Options;
using Sourceline.Data;

namespace Sourceline.Hosting;

/// <summary><c>sourceline serve</c>: the site and the desk.</summary>
public static class ServeCommand
{
    public static Command Create(Action<IHostApplicationBuilder> add, Action<WebApplication> map)
    {
        var urls = new Option<string>("--urls")
        {
            Description = "The addresses to listen on, parted by semicolons.",
            DefaultValueFactory = _ => "http://localhost:5080",
        };
        var command = new Command("serve", "Serve the site to readers and the desk to staff.") { urls }.WithCommonOptions();
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(CommonOptions.Settings(parsed), parsed.GetValue(urls)!, add, map, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        Dictionary<string, string?> settings, string urls,
        Action<IHostApplicationBuilder> add, Action<WebApplication> map, CancellationToken cancellationToken)
    {
        WebApplication app;
        try
        {
            app = Build(settings, urls, add, map);
        }
        catch (OptionsValidationException wrong)
        {
            return Newsroom.ReportSettings(wrong);
        }
        await using (app)
        {
            await app.Services.PrepareNewsDataAsync(cancellationToken);
            await app.StartAsync(cancellationToken);
            foreach (var url in app.Urls) Console.WriteLine($"Sourceline is at {url}  (desk: {url}/desk)");
            await app.WaitForShutdownAsync(cancellationToken);
        }
        return 0;
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
        builder.AddSettings(settings);
        builder.WebHost.UseUrls(urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        // An unpublished build finds its files through the build's manifest.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddRazorPages(pages => pages.RootDirectory = "/");
        builder.Services.AddRouting(routing => routing.LowercaseUrls = true);
        add(builder);
        var app = builder.Build();
        // All settings are judged before anything is built on one of them.
        _ = app.Services.GetRequiredService<IOptions<SourcelineOptions>>().Value;
        map(app);
        return app;
    }
}
