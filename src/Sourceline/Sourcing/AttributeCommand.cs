using System.CommandLine;
using System.Globalization;
using System.Text;
using Sourceline.Attribution;
using Sourceline.Attribution.Json;
using Sourceline.Attribution.Model;

namespace Sourceline.Sourcing;

/// <summary><c>sourceline attribute</c>: who said what in a text, without a database.</summary>
public static class AttributeCommand
{
    private const string Help =
        """
        Read text on standard input and write who said what in it, and through whose hands it came, as JSON Lines on standard
        output: {"doc", "attributions": [{"sense", "source", "cue", "content", "type", "hedge", "date", "chain", "confidence"}]}.
        Offsets count Unicode code points, end exclusive. The sense is "statement" where somebody is reported to have said it, and
        "attitude" for whatever else is attributed: what somebody wants, supports, thinks or declines to say.

        Input that begins with { is read as JSON Lines, a document a line: {"doc": "1", "text": "...", "published": "2021-07-19",
        "language": "en"}; the last two may be left out. Anything else is one text.

        Exit codes: 0 everything was read; 1 the text or some lines could not be read (each is named on standard
        error), for instance what is longer than 2,000,000 UTF-16 code units; 2 wrong use.
        """;

    private static readonly Option<DateOnly?> Published = new("--published")
    {
        Description = "The day of publication, such as 2021-07-19, where the input gives none; words like 'on Tuesday' are resolved against it.",
        HelpName = "DATE",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            result.AddError($"--published wants a day such as 2021-07-19, not '{result.Tokens[0].Value}'.");
            return null;
        },
    };

    private static readonly Option<string?> Language = new("--language")
    {
        Description = "The language, such as en or fa, where the input gives none. Default: the text decides.",
        HelpName = "TAG",
    };

    private static readonly Option<string?> Model = new("--model")
    {
        Description = "A model made by 'sourceline attribution train'. Default: the one that Sourceline carries.",
        HelpName = "FILE",
    };

    public static Command Create()
    {
        var command = new Command("attribute", Help) { Published, Language, Model };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var defaults = new Article("") { PublishedOn = parsed.GetValue(Published), Language = parsed.GetValue(Language) };
            AttributionModel? model;
            try
            {
                model = parsed.GetValue(Model) is { } path ? AttributionFiles.Model(path) : AttributionModel.Shipped;
            }
            catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine(e.Message);
                return 2;
            }
            using var input = new StreamReader(Console.OpenStandardInput());
            await using var output = Console.OpenStandardOutput();
            return await RunAsync(input, output, Console.Error, defaults, model, cancellationToken);
        });
        return command;
    }

    /// <summary>The verb without the console.</summary>
    internal static async Task<int> RunAsync(TextReader input, Stream output, TextWriter errors, Article defaults, AttributionModel? model, CancellationToken cancellationToken)
    {
        var head = await HeadAsync(input, cancellationToken);
        if (head.EndsWith('{')) return await new AttributionLines((article, cancel) => Attributor.Read(article, model, cancel), defaults, output, errors).RunAsync(head, input, cancellationToken);
        var text = head + await RestAsync(input, cancellationToken);
        if (text.Length > Attributor.LongestText)
        {
            await errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"The text is longer than {Attributor.LongestText:N0} UTF-16 code units, the most that is read. Nothing of it was."));
            return 1;
        }
        AttributionJson.Write(output, null, text, Attributor.Read(defaults with { Text = text }, model, cancellationToken));
        return 0;
    }

    /// <summary>The rest of the input, but not much more than can be read: it may be without end.</summary>
    private static async Task<string> RestAsync(TextReader input, CancellationToken cancellationToken)
    {
        var (text, part) = (new StringBuilder(), new char[65_536]);
        while (text.Length <= Attributor.LongestText && await input.ReadBlockAsync(part, cancellationToken) is > 0 and var count) text.Append(part, 0, count);
        return text.ToString();
    }

    /// <summary>The white space that the input begins with and the first character that is none.</summary>
    private static async Task<string> HeadAsync(TextReader input, CancellationToken cancellationToken)
    {
        var (head, one) = (new StringBuilder(), new char[1]);
        while (await input.ReadAsync(one, cancellationToken) == 1)
        {
            head.Append(one[0]);
            if (!char.IsWhiteSpace(one[0])) break;
        }
        return head.ToString();
    }
}
