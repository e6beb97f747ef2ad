using System.CommandLine;
using System.Globalization;
using System.Text;
using Sourceline.Attribution;
using Sourceline.Attribution.Json;
using Sourceline.Attribution.Model;
using Sourceline.Cli;

namespace Sourceline.Sourcing;

/// <summary><c>sourceline attribute</c>: who said what in a text, without a database.</summary>
public static class AttributeCommand
{
    private const string Details = """
        The command reads text on standard input and writes JSON Lines to standard output:
        {"doc", "attributions": [{"sense", "source", "cue", "content", "type", "hedge", "date", "chain",
        "confidence"}]}. Offsets count Unicode code points; ends are exclusive. The sense is "statement" for
        what somebody is reported to have said, and "attitude" for what somebody wants, supports, thinks or
        declines to say.

        Input that starts with { is read as JSON Lines, one document a line: {"doc": "1", "text": "...",
        "published": "2021-07-19", "language": "en"}. The last two are optional. Any other input is a text.

        Exit codes:
          0  Everything was read.
          1  The text or some lines could not be read. Texts can have up to 2,000,000 UTF-16 code units.
          2  The command is wrong.
        """;

    private static readonly Option<DateOnly?> Published = TypedValues.Day(
        "--published",
        "The day of publication, such as 2021-07-19, if the input has none. 'On Tuesday' is resolved against it. Default: none."
    );

    private static readonly Option<string?> Language = new("--language")
    {
        Description = "The language, such as en or fa, if the input has none. Default: detected.",
        HelpName = "TAG",
    };

    private static readonly Option<string?> Model = new("--model")
    {
        Description = "A model made by 'sourceline attribution train'. Default: the included one.",
        HelpName = "FILE",
    };

    public static Command Create()
    {
        var command = new DetailedCommand("attribute", "Find statements and their sources in a text, without a database.", Details)
        {
            Published,
            Language,
            Model,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var defaults = new Article("") { PublishedOn = parsed.GetValue(Published), Language = parsed.GetValue(Language) };
                AttributionModel? model;
                try
                {
                    model = parsed.GetValue(Model) is { } path ? AttributionFiles.Model(path) : AttributionModel.Shipped;
                }
                catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
                {
                    return UsageErrors.Write(parsed, $"--model: {e.Message}");
                }
                using var input = new StreamReader(Console.OpenStandardInput());
                await using var output = Console.OpenStandardOutput();
                return await RunAsync(input, output, Console.Error, defaults, model, cancellationToken);
            }
        );
        return command;
    }

    /// <summary>The verb without the console.</summary>
    internal static async Task<int> RunAsync(
        TextReader input,
        Stream output,
        TextWriter errors,
        Article defaults,
        AttributionModel? model,
        CancellationToken cancellationToken
    )
    {
        var head = await HeadAsync(input, cancellationToken);
        if (head.EndsWith('{'))
            return await new AttributionLines(
                (article, cancel) => Attributor.Read(article, model, cancel),
                defaults,
                output,
                errors
            ).RunAsync(head, input, cancellationToken);
        var text = head + await RestAsync(input, cancellationToken);
        if (text.Length > Attributor.LongestText)
        {
            await errors.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The text is longer than the limit of {Attributor.LongestText:N0} UTF-16 code units. It was not read."
                )
            );
            return 1;
        }
        AttributionJson.Write(output, null, text, Attributor.Read(defaults with { Text = text }, model, cancellationToken));
        return 0;
    }

    /// <summary>The rest of the input, but not much more than can be read: it may be without end.</summary>
    private static async Task<string> RestAsync(TextReader input, CancellationToken cancellationToken)
    {
        var (text, part) = (new StringBuilder(), new char[65_536]);
        while (text.Length <= Attributor.LongestText && await input.ReadBlockAsync(part, cancellationToken) is > 0 and var count)
            text.Append(part, 0, count);
        return text.ToString();
    }

    /// <summary>The white space that the input begins with and the first character that is none.</summary>
    private static async Task<string> HeadAsync(TextReader input, CancellationToken cancellationToken)
    {
        var (head, one) = (new StringBuilder(), new char[1]);
        while (await input.ReadAsync(one, cancellationToken) == 1)
        {
            head.Append(one[0]);
            if (!char.IsWhiteSpace(one[0]))
                break;
        }
        return head.ToString();
    }
}
