using Microsoft.Extensions.Options;

namespace Sourceline.Hosting;

/// <summary>Where settings come from, weakest first: the program's appsettings.json, the data folder's, the environment, the command line.</summary>
public static class Settings
{
    /// <summary>Adds the sources and registers <see cref="SourcelineOptions"/>, validated at start.</summary>
    public static void AddSettings(this IHostApplicationBuilder app, IReadOnlyDictionary<string, string?> commandLine)
    {
        ArgumentNullException.ThrowIfNull(app);
        var configuration = app.Configuration;
        configuration.Sources.Clear();
        configuration.AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true);
        // The data folder is asked for before its own file is read, so that the file cannot move it.
        var outer = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true).AddEnvironmentVariables().AddInMemoryCollection(commandLine).Build();
        var folder = outer[$"{SourcelineOptions.Section}:{nameof(SourcelineOptions.DataFolder)}"] ?? new SourcelineOptions().DataFolder;
        if (!string.IsNullOrWhiteSpace(folder)) configuration.AddJsonFile(Path.GetFullPath(Path.Combine(folder, "appsettings.json")), optional: true);
        configuration.AddEnvironmentVariables();
        configuration.AddInMemoryCollection(commandLine);

        app.Services.AddSingleton<IValidateOptions<SourcelineOptions>, SourcelineOptionsValidator>();
        app.Services.AddOptions<SourcelineOptions>().BindConfiguration(SourcelineOptions.Section)
            .PostConfigure(options =>
            {
                options.DataFolder = string.IsNullOrWhiteSpace(folder) ? "" : Path.GetFullPath(folder);
                options.Site.BaseUrl = options.Site.BaseUrl.TrimEnd('/');
            })
            .ValidateOnStart();
        app.Services.AddSingleton(TimeProvider.System);
        app.Services.AddSingleton<SiteTime>();
    }
}
