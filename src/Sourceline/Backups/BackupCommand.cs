using System.CommandLine;
using Sourceline.BackgroundWork;
using Sourceline.Cli;

namespace Sourceline.Backups;

/// <summary><c>sourceline backup</c> and <c>sourceline restore</c>.</summary>
public static class BackupCommand
{
    private const string BackupHelp =
        """
        Back the newsroom up into one file while it works: the database as it stands at one moment, and the media files. Whoever has the file can
        read all of it but the readers' e-mail addresses, which only the key ring opens. The key ring is never in it; --keys writes it to a file
        of its own, to be kept elsewhere.

        Exit codes: 0 written; 1 it could not be written; 2 wrong use or settings.
        """;

    private const string RestoreHelp =
        """
        Restore a backup where there is no newsroom yet: into an empty data folder (--data), or an empty PostgreSQL database (--database) where
        it was made of one. Every part is held against its hash first. With --check it is only read, and says what it holds.

        Exit codes: 0 restored; 1 damaged, or there is a newsroom already; 2 wrong use or settings.
        """;

    private static readonly Argument<string> Target = new("FILE") { Description = "The file to write, such as newsroom.backup; it must not exist." };
    private static readonly Option<string?> KeysTo = new("--keys") { Description = "Write the key ring here, apart from what it opens.", HelpName = "FILE" };
    private static readonly Option<bool> NoMedia = new("--no-media") { Description = "Leave the media files out; back their folder up in another way." };

    private static readonly Argument<string> Origin = new("FILE") { Description = "The backup." };
    private static readonly Option<string?> KeysFrom = new("--keys") { Description = "The key ring's own backup.", HelpName = "FILE" };
    private static readonly Option<bool> Check = new("--check") { Description = "Only read it: whether it is whole, and what it holds." };

    public static Command Create(Action<IHostApplicationBuilder> add)
    {
        var command = new BackgroundCommand("backup", BackupHelp, ProcessPriority.GiveWay) { Target, KeysTo, NoMedia }.WithCommonOptions();
        command.SetAction((parsed, cancellationToken) => CommandHost.RunAsync(parsed, add, (services, cancellation) => TellAsync(async () =>
        {
            var path = parsed.GetValue(Target)!;
            var manifest = await services.GetRequiredService<BackupWriter>().WriteAsync(path, parsed.GetValue(KeysTo), !parsed.GetValue(NoMedia), cancellation);
            Console.WriteLine($"{path} is written. {manifest.InWords()}");
            foreach (var missing in manifest.MissingMedia) Console.Error.WriteLine($"The data folder does not have the file {missing}.");
        }), cancellationToken, onlyExisting: true));
        return command;
    }

    public static Command CreateRestore(Action<IHostApplicationBuilder> add)
    {
        var command = new Command("restore", RestoreHelp) { Origin, KeysFrom, Check }.WithCommonOptions();
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(Check)
            ? TellAsync(async () => Console.WriteLine($"It is whole. {(await BackupReader.VerifyAsync(parsed.GetValue(Origin)!, cancellationToken)).InWords()}"))
            : CommandHost.RunUnpreparedAsync(parsed, add, (services, cancellation) => TellAsync(async () =>
            {
                var manifest = await services.GetRequiredService<BackupReader>().RestoreAsync(parsed.GetValue(Origin)!, parsed.GetValue(KeysFrom), cancellation);
                Console.WriteLine($"Restored. {manifest.InWords()}");
            }), cancellationToken));
        return command;
    }

    private static async Task<int> TellAsync(Func<Task> work)
    {
        try
        {
            await work();
            return 0;
        }
        catch (BackupException e)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }
}
