using System.CommandLine;
using Sourceline.Settings;

namespace Sourceline.Cli;

/// <summary>The options that every verb has, and how they become settings.</summary>
public static class CommonOptions
{
    private static readonly Option<string?> Data = new("--data")
    {
        Description = "The folder that holds everything: database, media, keys. Default: data, in the folder you are in.",
        HelpName = "DIR",
    };

    private static readonly Option<string?> Database = new("--database")
    {
        Description = "A PostgreSQL connection string instead of the embedded database.",
        HelpName = "CONNECTION",
    };

    private static readonly Option<string[]> Set = new("--set")
    {
        Description = "One setting, such as --set Site:TimeZone=Asia/Kabul; may be repeated.",
        HelpName = "KEY=VALUE",
    };

    // Once, since a command may be made while another is parsed.
    static CommonOptions() => Set.Validators.Add(result =>
    {
        foreach (var token in result.Tokens.Where(token => token.Value.IndexOf('=', StringComparison.Ordinal) < 1))
            result.AddError($"--set wants KEY=VALUE, not '{token.Value}'.");
    });

    /// <summary>Adds them to a verb.</summary>
    public static Command WithCommonOptions(this Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        command.Options.Add(Data);
        command.Options.Add(Database);
        command.Options.Add(Set);
        return command;
    }

    /// <summary>What the command line sets, as configuration keys; it wins over files and environment.</summary>
    public static Dictionary<string, string?> Settings(ParseResult parsed)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in parsed.GetValue(Set) ?? [])
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            settings[$"{SourcelineOptions.Section}:{pair[..at].Trim()}"] = pair[(at + 1)..];
        }
        if (parsed.GetValue(Data) is { } data) settings[$"{SourcelineOptions.Section}:{nameof(SourcelineOptions.DataFolder)}"] = data;
        if (parsed.GetValue(Database) is { } database) settings[$"{SourcelineOptions.Section}:{nameof(SourcelineOptions.Database)}"] = database;
        return settings;
    }
}
