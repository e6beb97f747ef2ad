using System.Globalization;
using Microsoft.Extensions.Options;
using Sourceline.Localization;
using Sourceline.Settings;

namespace Sourceline.Sourcing.Dependencies;

/// <summary>Writes the stories that depend on a source, for people, for a table, or for a program.</summary>
internal abstract class DependencyWriter : IAsyncDisposable
{
    /// <param name="source">With the numbers of the dependencies that are listed.</param>
    public static DependencyWriter Of(
        string format,
        StreamWriter output,
        SourceRow source,
        DependencyQuery which,
        SiteTime time,
        IServiceProvider services
    )
    {
        var address = services.GetRequiredService<IOptions<SourcelineOptions>>().Value.Site.BaseUrl;
        return format switch
        {
            "csv" => new Csv(output, time, address),
            "json" => new DependencyJson(output.BaseStream, source, time, address),
            _ => new Text(output, source, which, time),
        };
    }

    /// <summary>Writes them all; each page is out before the next is waited for.</summary>
    public async Task WriteAsync(IAsyncEnumerable<IReadOnlyList<DependentStory>> pages, CancellationToken cancellationToken)
    {
        Begin();
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            foreach (var story in page)
                Write(story);
            await FlushAsync(cancellationToken);
        }
        End();
        await FlushAsync(cancellationToken);
    }

    public abstract ValueTask DisposeAsync();

    protected abstract void Begin();

    protected abstract void Write(DependentStory story);

    protected virtual void End() { }

    protected abstract Task FlushAsync(CancellationToken cancellationToken);

    /// <summary>When a story was published, in the site's zone.</summary>
    protected static string Instant(SiteTime time, DependentStory story) => LocalDates.Machine(time.Local(story.PublishedUtc));

    protected static string Address(string site, DependentStory story) =>
        string.Create(CultureInfo.InvariantCulture, $"{site}/{story.Number}");

    private sealed class Text(StreamWriter output, SourceRow source, DependencyQuery which, SiteTime time) : DependencyWriter
    {
        public override ValueTask DisposeAsync() => output.DisposeAsync();

        protected override void Begin() =>
            output.WriteLine($"{(which.IsAll ? "" : "Of the stories asked for, ")}{DependencyWords.Of(source)}.");

        protected override void Write(DependentStory story)
        {
            output.WriteLine();
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"No. {story.Number}  {Localizer.English.Dates.Day(time.Local(story.PublishedUtc))}  {DependencyWords.Machine(story.Kind)}  {story.Headline}"
                )
            );
            foreach (var sentence in story.Sentences)
            {
                output.WriteLine($"  - {sentence.Words}");
                foreach (var way in DependencyWords.Ways(Localizer.English, sentence))
                    output.WriteLine($"    {way}");
            }
        }

        protected override Task FlushAsync(CancellationToken cancellationToken) => output.FlushAsync(cancellationToken);
    }

    /// <summary>RFC 4180, a row a sentence. Where its statements differ, a cell has what each of them says.</summary>
    private sealed class Csv(StreamWriter output, SiteTime time, string site) : DependencyWriter
    {
        public override ValueTask DisposeAsync() => output.DisposeAsync();

        protected override void Begin() =>
            output.Write("number,published,lean,headline,part,sentence,said_from,said_to,said_words,way,review,address\r\n");

        protected override void Write(DependentStory story)
        {
            string[] whole =
            [
                story.Number.ToString(CultureInfo.InvariantCulture),
                Instant(time, story),
                DependencyWords.Machine(story.Kind),
                story.Headline,
            ];
            var address = Address(site, story);
            foreach (var sentence in story.Sentences)
            {
                string[] cells =
                [
                    .. whole,
                    Each(sentence, one => one.Said ? "said" : "passed on"),
                    sentence.Words,
                    Each(sentence, one => Day(one.DateFrom)),
                    Each(sentence, one => Day(one.DateTo)),
                    Each(sentence, one => one.DateWords ?? ""),
                    Ways(sentence),
                    Each(sentence, one => one.Confirmed ? "confirmed" : "proposed"),
                    address,
                ];
                for (var at = 0; at < cells.Length; at++)
                {
                    if (at > 0)
                        output.Write(',');
                    WriteCell(cells[at]);
                }
                output.Write("\r\n");
            }
        }

        protected override Task FlushAsync(CancellationToken cancellationToken) => output.FlushAsync(cancellationToken);

        private static string Each(DependentSentence sentence, Func<DependentStatement, string> say) =>
            sentence.Statements is [var only] ? say(only) : All(sentence.Statements.Select(say));

        private static string Ways(DependentSentence sentence) =>
            sentence.Statements is [{ Lines: [var only] }] ? Way(only) : All(sentence.Statements.SelectMany(one => one.Lines).Select(Way));

        private static string Way(ChainView line) => ChainWords.Sentence(Localizer.English, line, null, null);

        private static string All(IEnumerable<string> words) => string.Join(" | ", words.Where(word => word.Length > 0).Distinct());

        private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

        /// <summary>Text that a spreadsheet would take for a formula is marked as text.</summary>
        private void WriteCell(string words)
        {
            var isFormula = words.Length > 0 && words[0] is '=' or '+' or '-' or '@' or '\t';
            var isQuoted = words.AsSpan().ContainsAny(",\"\r\n");
            if (isQuoted)
                output.Write('"');
            if (isFormula)
                output.Write('\'');
            output.Write(isQuoted ? words.Replace("\"", "\"\"", StringComparison.Ordinal) : words);
            if (isQuoted)
                output.Write('"');
        }
    }
}
