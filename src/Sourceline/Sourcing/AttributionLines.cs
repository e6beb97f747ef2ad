using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Sourceline.Attribution.Json;
using Sourceline.Attribution.Model;

namespace Sourceline.Sourcing;

/// <summary>Reads documents, a line each, side by side and writes what was found in their order.</summary>
/// <param name="read">Finds the statements of a text.</param>
/// <param name="defaults">The day and language of lines that give none.</param>
/// <param name="output">For readings, a line each.</param>
/// <param name="errors">For what is wrong with a line.</param>
internal sealed class AttributionLines(Func<Article, CancellationToken, Reading> read, Article defaults, Stream output, TextWriter errors)
{
    private bool _failed;

    /// <param name="head">What has been taken from the input already: empty lines and the first line's first character.</param>
    /// <param name="input">The rest.</param>
    /// <param name="cancellationToken">Stops between two lines.</param>
    /// <returns>The exit code: 1 where a line could not be read.</returns>
    public async Task<int> RunAsync(string head, TextReader input, CancellationToken cancellationToken)
    {
        // No more lines are held than keep every processor busy: the input may be a pipe without end.
        var waiting = Channel.CreateBounded<Task<Outcome>>(Environment.ProcessorCount * 2);
        var starting = StartAsync(Lines(head, input, cancellationToken), waiting.Writer, cancellationToken);
        await foreach (var outcome in waiting.Reader.ReadAllAsync(cancellationToken))
            await WriteAsync(await outcome);
        await starting;
        return _failed ? 1 : 0;
    }

    private async Task StartAsync(
        IAsyncEnumerable<(long Number, string Text)> lines,
        ChannelWriter<Task<Outcome>> waiting,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await foreach (var line in lines.WithCancellation(cancellationToken).ConfigureAwait(false))
                await waiting
                    .WriteAsync(Task.Run(() => Read(line.Number, line.Text, cancellationToken), cancellationToken), cancellationToken)
                    .ConfigureAwait(false);
        }
        finally
        {
            waiting.Complete();
        }
    }

    private Outcome Read(long number, string line, CancellationToken cancellationToken)
    {
        if (!AttributionJson.TryRead(line, out var input, out var error))
            return new Outcome(number, null, null, error);
        var article = input.Article with
        {
            PublishedOn = input.Article.PublishedOn ?? defaults.PublishedOn,
            Language = input.Article.Language ?? defaults.Language,
        };
        try
        {
            return new Outcome(number, input, read(article, cancellationToken), null);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The next text may be read all the same.
            return new Outcome(number, null, null, $"the text could not be read: {e.Message}");
        }
    }

    private async Task WriteAsync(Outcome outcome)
    {
        if (outcome is { Input: { } input, Reading: { } reading })
        {
            AttributionJson.Write(output, input.Doc, input.Article.Text, reading);
            return;
        }
        _failed = true;
        await errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"line {outcome.Number}: {outcome.Error}"));
    }

    private static async IAsyncEnumerable<(long Number, string Text)> Lines(
        string head,
        TextReader input,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var number = head.Count(character => character == '\n') + 1L;
        var line = head.TrimStart() + await input.ReadLineAsync(cancellationToken);
        while (line is not null)
        {
            if (!string.IsNullOrWhiteSpace(line))
                yield return (number, line);
            line = await input.ReadLineAsync(cancellationToken);
            number++;
        }
    }

    private sealed record Outcome(long Number, AttributionLine? Input, Reading? Reading, string? Error);
}
