using System.CommandLine;
using Sourceline.Cli;

namespace Sourceline.Tests.Cli;

/// <summary>Every command explains itself: lines that fit, and the default of every option.</summary>
public sealed class HelpTests
{
    /// <summary>All commands, as the user types them; empty for the program itself.</summary>
    public static TheoryData<string> Commands => [.. Under(Program.Root(), "")];

    public static TheoryData<string> Verbs => [.. Under(Program.Root(), "").Where(words => Find(words).Subcommands.Count == 0)];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Help_OfACommand_FitsInto100Columns(string words)
    {
        var help = await HelpAsync(words);
        Assert.Contains("Usage:", help, StringComparison.Ordinal);
        Assert.DoesNotContain(help.Split('\n'), line => line.TrimEnd().Length > CommandHelp.Columns);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Help_OfACommand_ListsEachOfItsCommandsInOneSentence(string words)
    {
        var command = Find(words);
        Assert.All(command.Subcommands.Append(command), one => Assert.Matches(@"^[^\n]{10,90}\.$", one.Description));
        if (command is DetailedCommand detailed)
            Assert.Contains(detailed.Details, await HelpAsync(words), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Options_OfACommand_NameTheirDefault(string words)
    {
        var command = Find(words);
        // An act needs some options and refuses others, which its details say.
        string[] needed = ["--at", "--of", "--material", "--help", "--version"];
        var without = command
            .Options.Where(option => !option.Required && !option.HasDefaultValue || option is Option<bool>)
            .Where(option => !needed.Contains(option.Name) && !option.Description!.Contains("efault", StringComparison.Ordinal));
        Assert.Empty(without.Select(option => option.Name));
    }

    private static async Task<string> HelpAsync(string words)
    {
        using var output = new StringWriter();
        var configuration = new InvocationConfiguration { Output = output };
        var code = await CommandLine.InvokeAsync(Program.Root(), [.. Words(words), "--help"], configuration);
        Assert.Equal(0, code);
        return output.ToString();
    }

    private static Command Find(string words) =>
        Words(words).Aggregate((Command)Program.Root(), (command, word) => command.Subcommands.Single(one => one.Name == word));

    private static string[] Words(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Under(Command command, string words) =>
        command.Subcommands.SelectMany(one => Under(one, $"{words} {one.Name}".Trim())).Prepend(words);
}
