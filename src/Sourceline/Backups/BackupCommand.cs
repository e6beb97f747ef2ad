using System.CommandLine;
using Sourceline.BackgroundWork;
using Sourceline.Cli;

namespace Sourceline.Backups;

/// <summary><c>sourceline backup</c> and <c>sourceline restore</c>.</summary>
public static class BackupCommand
{
    private const string BackupDetails = """
        The file contains the database as it is at one moment, and the media files. You can back up while
        the server runs. Anyone who has the file can read all of it except readers' e-mail addresses, which
        only the key ring decrypts. The file never contains the key ring: use --keys to write it to a
        separate file, and store the two in different places.

        Exit codes:
          0  The backup was written.
          1  The backup could not be written.
          2  The command or the settings are wrong.
        """;

    private const string RestoreDetails = """
        The data folder (--data) must be empty. A backup of PostgreSQL is restored to an empty PostgreSQL
        database (--database). The hash of every part is verified first. With --check, the backup is only
        verified.

        Exit codes:
          0  The backup was restored, or is complete.
          1  The backup is damaged, or there is already a newsroom.
          2  The command or the settings are wrong.
        """;

    private static readonly Argument<string> Target = new("FILE")
    {
        Description = "The file to write, such as newsroom.backup. It must not exist yet.",
    };
    private static readonly Option<string?> KeysTo = new("--keys")
    {
        Description = "Write the key ring to this separate file. Default: the key ring is not backed up.",
        HelpName = "FILE",
    };

    private static readonly Option<bool> NoMedia = new("--no-media") { Description = "Leave out the media files. Default: include them." };

    private static readonly Argument<string> Origin = new("FILE") { Description = "The backup file." };
    private static readonly Option<string?> KeysFrom = new("--keys")
    {
        Description = "The file with the key ring. Default: the key ring is not restored.",
        HelpName = "FILE",
    };

    private static readonly Option<bool> Check = new("--check")
    {
        Description = "Only verify the backup and show what it contains. Default: restore it.",
    };

    public static Command Create(Action<IHostApplicationBuilder> add)
    {
        var command = new BackgroundCommand("backup", "Back up the newsroom to one file.", BackupDetails, ProcessPriority.GiveWay)
        {
            Target,
            KeysTo,
            NoMedia,
        }.WithCommonOptions();
        command.SetAction(
            (parsed, cancellationToken) =>
                CommandHost.RunAsync(
                    parsed,
                    add,
                    (services, cancellation) =>
                        TellAsync(async () =>
                        {
                            var path = parsed.GetValue(Target)!;
                            var manifest = await services
                                .GetRequiredService<BackupWriter>()
                                .WriteAsync(path, parsed.GetValue(KeysTo), !parsed.GetValue(NoMedia), cancellation);
                            Console.WriteLine($"{path} was written. {manifest.InWords()}");
                            foreach (var missing in manifest.MissingMedia)
                                Console.Error.WriteLine($"The data folder does not contain the file {missing}.");
                        }),
                    cancellationToken,
                    onlyExisting: true,
                    evenDamaged: true,
                    reads: true
                )
        );
        return command;
    }

    public static Command CreateRestore(Action<IHostApplicationBuilder> add)
    {
        var command = new DetailedCommand("restore", "Restore a backup.", RestoreDetails) { Origin, KeysFrom, Check }.WithCommonOptions();
        command.SetAction(
            (parsed, cancellationToken) =>
                parsed.GetValue(Check)
                    ? TellAsync(async () =>
                        Console.WriteLine(
                            $"The backup is complete. {(await BackupReader.VerifyAsync(parsed.GetValue(Origin)!, cancellationToken)).InWords()}"
                        )
                    )
                    : CommandHost.RunUnpreparedAsync(
                        parsed,
                        add,
                        (services, cancellation) =>
                            TellAsync(async () =>
                            {
                                var manifest = await services
                                    .GetRequiredService<BackupReader>()
                                    .RestoreAsync(parsed.GetValue(Origin)!, parsed.GetValue(KeysFrom), cancellation);
                                Console.WriteLine($"Restored. {manifest.InWords()}");
                            }),
                        cancellationToken
                    )
        );
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
