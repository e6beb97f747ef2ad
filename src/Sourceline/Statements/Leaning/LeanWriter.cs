using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Sourceline.Data;
using Sourceline.Hosting;

namespace Sourceline.Statements;

/// <summary>Writes what leans on a source for people, for a table, or for a program.</summary>
internal abstract class LeanWriter
{
    public static LeanWriter Of(string format, StreamWriter output, SourceRow source, SiteTime time, IServiceProvider services)
    {
        var address = services.GetRequiredService<IOptions<SourcelineOptions>>().Value.Site.BaseUrl;
        return format switch
        {
            "csv" => new Csv(output, time, address),
            "json" => new Json(output, source, time, address),
            _ => new Text(output, source, time),
        };
    }

    public abstract Task WriteAsync(IAsyncEnumerable<LeaningStory> stories, CancellationToken cancellationToken);

    private static string Instant(SiteTime time, LeaningStory story) => DateWords.Machine(time.Local(story.PublishedUtc));

    private static string Address(string site, LeaningStory story) => string.Create(CultureInfo.InvariantCulture, $"{site}/{story.Number}");

    private sealed class Text(StreamWriter output, SourceRow source, SiteTime time) : LeanWriter
    {
        public override async Task WriteAsync(IAsyncEnumerable<LeaningStory> stories, CancellationToken cancellationToken)
        {
            await output.WriteLineAsync($"{LeanWords.Of(source)}.");
            await foreach (var story in stories.WithCancellation(cancellationToken))
            {
                await output.WriteLineAsync();
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                    $"No. {story.Number}  {DateWords.Day(time.Local(story.PublishedUtc))}  {LeanWords.Of(story.Kind)}  {story.Headline}"));
                foreach (var statement in story.Statements) await WriteAsync(statement);
            }
        }

        private async Task WriteAsync(LeaningStatement statement)
        {
            await output.WriteLineAsync($"  - {statement.Sentence}");
            foreach (var line in statement.Lines)
                await output.WriteLineAsync($"    {ChainWords.Sentence(line, statement.Statement.DateFrom, statement.Statement.DateTo)}; {LeanWords.Of(statement)}");
        }
    }

    /// <summary>RFC 4180, a row a statement.</summary>
    private sealed class Csv(StreamWriter output, SiteTime time, string site) : LeanWriter
    {
        public override async Task WriteAsync(IAsyncEnumerable<LeaningStory> stories, CancellationToken cancellationToken)
        {
            await output.WriteAsync("number,published,lean,headline,part,sentence,said_from,said_to,said_words,way,review,address\r\n");
            await foreach (var story in stories.WithCancellation(cancellationToken))
            {
                foreach (var one in story.Statements)
                {
                    string[] cells =
                    [
                        story.Number.ToString(CultureInfo.InvariantCulture), Instant(time, story), LeanWords.Of(story.Kind), story.Headline, one.Said ? "said" : "passed on",
                        one.Sentence, Day(one.Statement.DateFrom), Day(one.Statement.DateTo), one.Statement.DateWords ?? "",
                        string.Join(" | ", one.Lines.Select(line => ChainWords.Sentence(line, null, null))),
                        one.Statement.Review == Review.Confirmed ? "confirmed" : "proposed", Address(site, story),
                    ];
                    await output.WriteAsync(string.Join(',', cells.Select(Cell)) + "\r\n");
                }
            }
        }

        private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

        /// <summary>Text that a spreadsheet would take for a formula is marked as text.</summary>
        private static string Cell(string words)
        {
            var safe = words.Length > 0 && words[0] is '=' or '+' or '-' or '@' or '\t' ? "'" + words : words;
            return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
        }
    }

    private sealed class Json(StreamWriter output, SourceRow source, SiteTime time, string site) : LeanWriter
    {
        public override async Task WriteAsync(IAsyncEnumerable<LeaningStory> stories, CancellationToken cancellationToken)
        {
            await using var json = new Utf8JsonWriter(output.BaseStream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
            json.WriteStartObject();
            json.WriteStartObject("source");
            json.WriteString("name", source.Name);
            json.WriteString("kind", ChainWords.Of(source.Kind));
            json.WriteString("address", $"{site}/source/{source.Slug}");
            json.WriteNumber("stories", source.Stories);
            json.WriteNumber("soleSource", source.SoleSource);
            json.WriteNumber("oneOfSeveral", source.OneOfSeveral);
            json.WriteNumber("background", source.Background);
            json.WriteEndObject();
            json.WriteStartArray("stories");
            await foreach (var story in stories.WithCancellation(cancellationToken))
            {
                Write(json, story);
                if (json.BytesPending > 1 << 16) await json.FlushAsync(cancellationToken);
            }
            json.WriteEndArray();
            json.WriteEndObject();
            await json.FlushAsync(cancellationToken);
            await output.WriteLineAsync();
        }

        private void Write(Utf8JsonWriter json, LeaningStory story)
        {
            json.WriteStartObject();
            json.WriteNumber("number", story.Number);
            json.WriteString("address", Address(site, story));
            json.WriteString("published", Instant(time, story));
            json.WriteString("headline", story.Headline);
            json.WriteString("language", story.Language);
            json.WriteString("lean", LeanWords.Of(story.Kind));
            json.WriteNumber("said", story.Said);
            json.WriteNumber("passedOn", story.Relayed);
            json.WriteStartArray("statements");
            foreach (var statement in story.Statements) Write(json, statement);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        private static void Write(Utf8JsonWriter json, LeaningStatement one)
        {
            json.WriteStartObject();
            json.WriteString("sentence", one.Sentence);
            json.WriteString("words", one.Words);
            json.WriteBoolean("said", one.Said);
            if (one.Statement.DateFrom is { } from)
            {
                json.WriteString("saidFrom", from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                json.WriteString("saidTo", (one.Statement.DateTo ?? from).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            }
            if (one.Statement.DateWords is { } words) json.WriteString("saidWords", words);
            json.WriteBoolean("confirmed", one.Statement.Review == Review.Confirmed);
            json.WriteStartArray("lines");
            foreach (var line in one.Lines) Write(json, line);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        /// <summary>Nearest hand first.</summary>
        private static void Write(Utf8JsonWriter json, ChainLine line)
        {
            json.WriteStartArray();
            foreach (var station in line.Stations)
            {
                json.WriteStartObject();
                json.WriteString("name", station.Name);
                json.WriteString("basis", station.Basis.ToString().ToLowerInvariant());
                json.WriteBoolean("confirmed", station.Confirmed);
                if (station.Identity is { } who) json.WriteString("whoIs", who.Name);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
    }
}
