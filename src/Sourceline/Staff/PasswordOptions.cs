using System.CommandLine;
using System.Text;

namespace Sourceline.Staff;

/// <summary>Where a verb takes a password from: a prompt without echo, standard input, or chance. Never an argument, which others could see.</summary>
internal sealed class PasswordOptions
{
    private readonly Option<bool> _stdin = new("--password-stdin")
    {
        Description = "Read the password from the first line of standard input. Default: ask for it.",
    };

    private readonly Option<bool> _generate = new("--generate")
    {
        Description = "Generate a strong password and print it once. Default: ask for it.",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_stdin);
        command.Options.Add(_generate);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_stdin) && result.GetValue(_generate))
                result.AddError("Use either --password-stdin or --generate, not both.");
        });
    }

    /// <summary>The password; null when none could be had, and standard error says why.</summary>
    public string? Read(ParseResult parsed)
    {
        if (parsed.GetValue(_generate))
            return StaffList.Generate();
        if (parsed.GetValue(_stdin))
            return Console.In.ReadLine() ?? "";
        if (!Console.IsInputRedirected)
            return Ask();
        Console.Error.WriteLine("There is no terminal to ask for the password. Use --password-stdin or --generate.");
        return null;
    }

    /// <summary>Prints a password that was made by chance.</summary>
    public void Show(ParseResult parsed, string password)
    {
        if (parsed.GetValue(_generate))
            Console.WriteLine($"Password: {password}");
    }

    /// <summary>What is wrong with an address; null where nothing is.</summary>
    public static string? Malformed(string email) =>
        email.Trim() is { Length: > 2 and <= 254 } address
        && address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && at < address.Length - 1
        && !address.Any(char.IsWhiteSpace)
            ? null
            : $"'{email}' is not an e-mail address.";

    private static string? Ask()
    {
        var first = Prompt($"Password (at least {StaffList.ShortestPassword} characters): ");
        if (Prompt("Repeat the password: ") == first)
            return first;
        Console.Error.WriteLine("The passwords do not match. Nothing was changed.");
        return null;
    }

    private static string Prompt(string words)
    {
        Console.Error.Write(words);
        var typed = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
                typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                typed.Append(key.KeyChar);
        }
        Console.Error.WriteLine();
        return typed.ToString();
    }
}
