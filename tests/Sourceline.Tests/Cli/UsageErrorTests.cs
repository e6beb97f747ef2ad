using System.CommandLine;
using Sourceline.Cli;

namespace Sourceline.Tests.Cli;

/// <summary>A command line that is wrong: the cause comes first, in plain words, and then where to read on.</summary>
public sealed class UsageErrorTests
{
    [Theory]
    [InlineData("act abc publish", "NUMBER must be a whole number from 1, not 'abc'.", "sourceline act")]
    [InlineData("act 0 publish", "NUMBER must be a whole number from 1 to 9223372036854775807, not '0'.", "sourceline act")]
    [InlineData(
        "act 99999999999999999999 publish",
        "NUMBER must be a whole number from 1 to 9223372036854775807, not '99999999999999999999'.",
        "sourceline act"
    )]
    [InlineData("act 1 kill --revision x", "--revision must be a whole number from 0, not 'x'.", "sourceline act")]
    [InlineData("act 1 link-translation --of x", "--of must be a whole number from 1, not 'x'.", "sourceline act")]
    [InlineData("act 1 correct --minor --material", "Use either --minor or --material, not both.", "sourceline act")]
    [InlineData("atc 1", "There is no command 'atc'.", "sourceline")]
    [InlineData("--verbose", "There is no option '--verbose'.", "sourceline")]
    [InlineData("", "No command was given.", "sourceline")]
    [InlineData("user", "No command was given.", "sourceline user")]
    [InlineData("user add Mina", "Option '--email' is required.", "sourceline user add")]
    [InlineData("import", "Required argument 'PATH|URL' missing for command: 'import'.", "sourceline import")]
    [InlineData(
        "import x --time-zone Nowhere/Land",
        "--time-zone must be an IANA time zone such as Asia/Kabul, not 'Nowhere/Land'.",
        "sourceline import"
    )]
    [InlineData("export --format csv", "--format must be ninjs, rss, atom or json-feed, not 'csv'.", "sourceline export")]
    [InlineData("export --from monday", "--from must be a date such as 2021-07-19, not 'monday'.", "sourceline export")]
    [InlineData("leans X --kind most", "--kind must be sole, several or background, not 'most'.", "sourceline leans")]
    [InlineData(
        "attribute --published 19.7.2021",
        "--published must be a date such as 2021-07-19, not '19.7.2021'.",
        "sourceline attribute"
    )]
    [InlineData(
        "attribution train x --output y --seed -1",
        "--seed must be a whole number from 0, not '-1'.",
        "sourceline attribution train"
    )]
    [InlineData(
        "attribution evaluate x --boot many",
        "--boot must be a whole number from 1, not 'many'.",
        "sourceline attribution evaluate"
    )]
    [InlineData("check --set Site", "--set must be KEY=VALUE, not 'Site'.", "sourceline check")]
    [InlineData("serve --urls banana", "--urls must be URLs such as http://localhost:5080, not 'banana'.", "sourceline serve")]
    [InlineData(
        "serve --urls http://localhost:5080;ftp://localhost",
        "--urls must be URLs such as http://localhost:5080, not 'ftp://localhost'.",
        "sourceline serve"
    )]
    [InlineData(
        "serve --urls http://localhost:99999",
        "--urls must be URLs such as http://localhost:5080, not 'http://localhost:99999'.",
        "sourceline serve"
    )]
    [InlineData(
        "serve --urls http://localhost/news",
        "--urls must be URLs such as http://localhost:5080, not 'http://localhost/news'.",
        "sourceline serve"
    )]
    [InlineData(
        "serve --urls http://localhost:0",
        "--urls must be URLs such as http://localhost:5080, not 'http://localhost:0'.",
        "sourceline serve"
    )]
    [InlineData("serve --urls ;", "--urls is empty. Name a URL such as http://localhost:5080.", "sourceline serve")]
    public async Task WrongUse_TellsTheCauseAndWhereToReadOn(string words, string cause, string see)
    {
        var (code, errors) = await RunAsync(words);
        Assert.Equal(CommandHost.UsageError, code);
        Assert.Equal([cause, $"See '{see} --help'."], errors);
    }

    /// <summary>The library's own message names a type of .NET; whatever reads numbers or days must have one of ours.</summary>
    [Fact]
    public void EveryTypedValue_OfAWrongKind_IsRefusedWithoutATypeName()
    {
        Type[] untyped = [typeof(string), typeof(string[]), typeof(bool), typeof(void)];
        var typed =
            from command in All(Program.Root())
            from symbol in command
                .Options.Select(option => (Symbol: (Symbol)option, Type: option.ValueType))
                .Concat(command.Arguments.Select(argument => (Symbol: (Symbol)argument, Type: argument.ValueType)))
            where !untyped.Contains(symbol.Type)
            select (Command: command, symbol.Symbol);
        Assert.True(typed.Count() > 8);
        foreach (var (command, symbol) in typed)
        {
            // An act refuses --of with other verbs before it reads the number.
            string[] before = symbol.Name == "--of" ? ["1", "link-translation"] : [];
            string[] words = symbol is Option ? [.. before, symbol.Name, "wrong"] : ["wrong"];
            var errors = command.Parse(words).Errors.Select(error => error.Message).ToList();
            Assert.Contains(errors, error => error.Contains("'wrong'", StringComparison.Ordinal));
            Assert.DoesNotContain(errors, error => error.Contains("System.", StringComparison.Ordinal));
        }
    }

    private static IEnumerable<Command> All(Command command) => command.Subcommands.SelectMany(All).Append(command);

    private static async Task<(int Code, string[] Errors)> RunAsync(string words)
    {
        using var errors = new StringWriter { NewLine = "\n" };
        var configuration = new InvocationConfiguration { Error = errors };
        var code = await CommandLine.InvokeAsync(Program.Root(), words.Split(' ', StringSplitOptions.RemoveEmptyEntries), configuration);
        return (code, errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
