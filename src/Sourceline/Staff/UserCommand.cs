using System.CommandLine;
using Sourceline.Cli;
using Sourceline.Data.Model;

namespace Sourceline.Staff;

/// <summary><c>sourceline user</c>: who may enter the desk.</summary>
public static class UserCommand
{
    public static Command Create(Action<IHostApplicationBuilder> add) =>
        new("user", "Manage accounts for the desk.") { Add(add), List(add), Password(add), Remove(add) };

    private static Command Add(Action<IHostApplicationBuilder> add)
    {
        var name = new Argument<string>("NAME") { Description = "The name to show in the log, in quotation marks: \"Mina Haidari\"." };
        var email = new Option<string>("--email")
        {
            Description = "The e-mail address to sign in with.",
            HelpName = "ADDRESS",
            Required = true,
        };
        var password = new PasswordOptions();
        var command = new Command("add", "Add an account. The program asks for the password by default.")
        {
            name,
            email,
        }.WithCommonOptions();
        password.AddTo(command);
        command.SetAction(
            (parsed, cancellationToken) =>
                CommandHost.RunAsync(
                    parsed,
                    add,
                    async (services, _) =>
                    {
                        if (PasswordOptions.Malformed(parsed.GetValue(email)!) is { } wrong)
                            return Fail([wrong]);
                        if (password.Read(parsed) is not { } chosen)
                            return CommandHost.UsageError;
                        var errors = await services
                            .GetRequiredService<StaffList>()
                            .AddAsync(parsed.GetValue(name)!, parsed.GetValue(email)!, chosen);
                        if (errors.Count > 0)
                            return Fail(errors);
                        Console.WriteLine($"{parsed.GetValue(name)} can now sign in at /desk/sign-in with {parsed.GetValue(email)}.");
                        password.Show(parsed, chosen);
                        return 0;
                    },
                    cancellationToken
                )
        );
        return command;
    }

    private static Command List(Action<IHostApplicationBuilder> add)
    {
        var command = new Command("list", "List all accounts: e-mail address, name and date, separated by tabs.").WithCommonOptions();
        command.SetAction(
            (parsed, cancellationToken) =>
                CommandHost.RunAsync(
                    parsed,
                    add,
                    async (services, token) =>
                    {
                        foreach (var member in await services.GetRequiredService<StaffList>().ListAsync(token))
                            Console.WriteLine($"{member.Email}\t{member.DisplayName}\t{member.AddedUtc:yyyy-MM-dd}");
                        return 0;
                    },
                    cancellationToken,
                    onlyExisting: true
                )
        );
        return command;
    }

    private static Command Password(Action<IHostApplicationBuilder> add)
    {
        var email = Email();
        var password = new PasswordOptions();
        var command = new Command("password", "Set a new password. This ends all sessions of the account.") { email }.WithCommonOptions();
        password.AddTo(command);
        command.SetAction(
            (parsed, cancellationToken) =>
                CommandHost.RunAsync(
                    parsed,
                    add,
                    async (services, _) =>
                    {
                        var staff = services.GetRequiredService<StaffList>();
                        if (await staff.FindAsync(parsed.GetValue(email)!) is not { } member)
                            return Unknown(parsed.GetValue(email)!);
                        if (password.Read(parsed) is not { } chosen)
                            return CommandHost.UsageError;
                        var errors = await staff.SetPasswordAsync(member, chosen);
                        if (errors.Count > 0)
                            return Fail(errors);
                        Console.WriteLine($"{member.DisplayName} has a new password.");
                        password.Show(parsed, chosen);
                        return 0;
                    },
                    cancellationToken,
                    onlyExisting: true
                )
        );
        return command;
    }

    private static Command Remove(Action<IHostApplicationBuilder> add)
    {
        var email = Email();
        var command = new Command("remove", "Remove an account. The log keeps the name.") { email }.WithCommonOptions();
        command.SetAction(
            (parsed, cancellationToken) =>
                CommandHost.RunAsync(
                    parsed,
                    add,
                    async (services, _) =>
                    {
                        var staff = services.GetRequiredService<StaffList>();
                        if (await staff.FindAsync(parsed.GetValue(email)!) is not { } member)
                            return Unknown(parsed.GetValue(email)!);
                        var errors = await staff.RemoveAsync(member);
                        if (errors.Count > 0)
                            return Fail(errors);
                        Console.WriteLine($"{member.DisplayName} can no longer sign in. All sessions of the account have ended.");
                        return 0;
                    },
                    cancellationToken,
                    onlyExisting: true
                )
        );
        return command;
    }

    private static Argument<string> Email() => new("EMAIL") { Description = "The e-mail address of the account." };

    private static int Unknown(string email) =>
        Fail([$"There is no account with the e-mail address {email}. 'sourceline user list' shows all accounts."]);

    private static int Fail(IEnumerable<string> errors)
    {
        foreach (var error in errors)
            Console.Error.WriteLine(error);
        return 1;
    }
}
