using System.CommandLine;
using Sourceline.Settings;

namespace Sourceline.Cli;

/// <summary>The options that every verb has, and how they become settings.</summary>
public static class CommonOptions
{
    private static readonly Option<string?> Data = new("--data")
    {
        Description = "The data folder, which holds database, media and keys. Default: data, in the current folder.",
        HelpName = "DIR",
    };

    private static readonly Option<string?> Database = new("--database")
    {
        Description = "A PostgreSQL connection string. Default: the built-in database in the data folder.",
        HelpName = "CONNECTION",
    };

    private static readonly Option<string[]> Set = new Option<string[]>("--set")
    {
        Description = "A setting, such as Site:TimeZone=Asia/Kabul. You can repeat this option. Default: none.",
        HelpName = "KEY=VALUE",
    }.Checked(setting => setting.IndexOf('=', StringComparison.Ordinal) < 1 ? $"--set must be KEY=VALUE, not '{setting}'." : null);

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
        if (parsed.GetValue(Data) is { } data)
            settings[$"{SourcelineOptions.Section}:{nameof(SourcelineOptions.DataFolder)}"] = data;
        if (parsed.GetValue(Database) is { } database)
            settings[$"{SourcelineOptions.Section}:{nameof(SourcelineOptions.Database)}"] = database;
        return settings;
    }
}
