using Microsoft.Extensions.Options;

namespace Sourceline.Settings;

/// <summary>Where settings come from, weakest first: the program's appsettings.json, the data folder's, the environment, the command line.</summary>
public static class SettingsSources
{
    private const string FileName = "appsettings.json";

    /// <summary>Adds the sources and registers <see cref="SourcelineOptions"/>, validated at start.</summary>
    /// <param name="commandLine">What the command line sets, as configuration keys.</param>
    /// <param name="defaults">What a verb knows better than the program's own defaults; weaker than any source.</param>
    public static void AddSettings(
        this IHostApplicationBuilder app,
        IReadOnlyDictionary<string, string?> commandLine,
        IReadOnlyDictionary<string, string?>? defaults = null
    )
    {
        ArgumentNullException.ThrowIfNull(app);
        var own = Path.Combine(AppContext.BaseDirectory, FileName);
        var folder = DataFolder(own, commandLine);
        var configuration = app.Configuration;
        configuration.Sources.Clear();
        configuration.AddInMemoryCollection(defaults ?? new Dictionary<string, string?>());
        configuration.AddJsonFile(own, optional: true);
        if (folder.Length > 0)
            configuration.AddJsonFile(Path.Combine(folder, FileName), optional: true);
        configuration.AddEnvironmentVariables();
        configuration.AddInMemoryCollection(commandLine);

        app.Services.AddSingleton<IValidateOptions<SourcelineOptions>, SourcelineOptionsValidator>();
        app.Services.AddOptions<SourcelineOptions>()
            .Configure<IConfiguration>(Bind)
            .PostConfigure(options =>
            {
                options.DataFolder = folder;
                options.Site.BaseUrl = options.Site.BaseUrl.TrimEnd('/');
            })
            .ValidateOnStart();
        app.Services.AddSingleton(TimeProvider.System);
    }

    /// <summary>The data folder is asked for before its own file is read, so that the file cannot move it. Empty where a blank one is named.</summary>
    private static string DataFolder(string ownFile, IReadOnlyDictionary<string, string?> commandLine)
    {
        var outer = new ConfigurationBuilder()
            .AddJsonFile(ownFile, optional: true)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(commandLine)
            .Build();
        var folder = outer[$"{SourcelineOptions.Section}:{nameof(SourcelineOptions.DataFolder)}"] ?? new SourcelineOptions().DataFolder;
        return string.IsNullOrWhiteSpace(folder) ? "" : Path.GetFullPath(folder);
    }

    /// <summary>Binding stops at the first value of a wrong kind. Those are left out here and named, with all others, by the validator.</summary>
    private static void Bind(SourcelineOptions options, IConfiguration configuration)
    {
        var wrong = SettingsCheck.Errors(configuration).Select(error => error.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var sound = configuration.AsEnumerable().Where(setting => !wrong.Contains(setting.Key));
        new ConfigurationBuilder().AddInMemoryCollection(sound).Build().GetSection(SourcelineOptions.Section).Bind(options);
    }
}
