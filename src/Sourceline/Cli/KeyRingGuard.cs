using System.CommandLine;
using Microsoft.Extensions.Options;
using Sourceline.Data;
using Sourceline.Settings;

namespace Sourceline.Cli;

/// <summary>Stops a command that would make a new key ring where an old one is lost, so that the loss does not go unnoticed.</summary>
internal static class KeyRingGuard
{
    public static readonly Option<bool> NewKeys = new("--new-keys")
    {
        Description =
            "Make a new key ring if the old one is lost. E-mail addresses that the old one encrypted stay unreadable. Default: stop.",
    };

    /// <summary>Whether the command may go on; if not, standard error says why and what to do.</summary>
    public static async Task<bool> AllowsAsync(IServiceProvider services, bool newKeys, CancellationToken cancellationToken)
    {
        if (newKeys)
            return true;
        await using var db = services.GetRequiredService<NewsDbFactory>().Create();
        if (
            await KeyFolder.MissingAsync(db, services.GetRequiredService<IOptions<SourcelineOptions>>().Value, cancellationToken)
            is not { } missing
        )
            return true;
        await Console.Error.WriteLineAsync(missing);
        return false;
    }
}
