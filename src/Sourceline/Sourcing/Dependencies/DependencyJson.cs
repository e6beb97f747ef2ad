using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Sourceline.Attribution.Model;
using Sourceline.Localization;

namespace Sourceline.Sourcing.Dependencies;

/// <summary>The stories that depend on a source, as one JSON document.</summary>
internal sealed class DependencyJson(Stream output, SourceRow source, SiteTime time, string site) : DependencyWriter
{
    private readonly Utf8JsonWriter _json = new(
        output,
        new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
    );

    public override ValueTask DisposeAsync() => _json.DisposeAsync();

    protected override void Begin()
    {
        _json.WriteStartObject();
        _json.WriteStartObject("source");
        _json.WriteString("name", source.Name);
        _json.WriteString("kind", Kind(source.Kind));
        _json.WriteString("address", $"{site}/source/{source.Slug}");
        _json.WriteNumber("stories", source.Stories);
        _json.WriteNumber("soleSource", source.SoleSource);
        _json.WriteNumber("oneOfSeveral", source.OneOfSeveral);
        _json.WriteNumber("background", source.Background);
        _json.WriteEndObject();
        _json.WriteStartArray("stories");
    }

    protected override void Write(DependentStory story)
    {
        _json.WriteStartObject();
        _json.WriteNumber("number", story.Number);
        _json.WriteString("address", Address(site, story));
        _json.WriteString("published", Instant(time, story));
        _json.WriteString("headline", story.Headline);
        _json.WriteString("language", story.Language);
        _json.WriteString("lean", DependencyWords.Machine(story.Kind));
        _json.WriteNumber("said", story.Said);
        _json.WriteNumber("passedOn", story.Relayed);
        _json.WriteStartArray("sentences");
        foreach (var sentence in story.Sentences)
            Write(sentence);
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    protected override void End()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
        output.Write("\n"u8);
    }

    protected override Task FlushAsync(CancellationToken cancellationToken) => _json.FlushAsync(cancellationToken);

    private void Write(DependentSentence sentence)
    {
        _json.WriteStartObject();
        _json.WriteString("sentence", sentence.Words);
        _json.WriteStartArray("statements");
        foreach (var statement in sentence.Statements)
            Write(statement);
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void Write(DependentStatement one)
    {
        _json.WriteStartObject();
        _json.WriteString("words", one.Words);
        _json.WriteBoolean("said", one.Said);
        _json.WriteString("polarity", one.Polarity.Machine());
        if (one.DateFrom is { } from)
        {
            _json.WriteString("saidFrom", from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            _json.WriteString("saidTo", (one.DateTo ?? from).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
        if (one.DateWords is { } words)
            _json.WriteString("saidWords", words);
        _json.WriteBoolean("confirmed", one.Confirmed);
        _json.WriteStartArray("lines");
        foreach (var line in one.Lines)
            Write(line);
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private static string Kind(SourceKind kind) =>
        kind switch
        {
            SourceKind.Person => "person",
            SourceKind.Outlet => "news outlet",
            SourceKind.Organisation => "organisation",
            SourceKind.Document => "document",
            SourceKind.Reporter => "our reporter",
            _ => "not named",
        };

    /// <summary>Nearest hand first.</summary>
    private void Write(ChainView line)
    {
        _json.WriteStartArray();
        foreach (var station in line.Hops)
        {
            _json.WriteStartObject();
            _json.WriteString("name", station.Name);
            _json.WriteString("basis", station.Basis.ToString().ToLowerInvariant());
            _json.WriteBoolean("confirmed", station.Confirmed);
            if (station.Identity is { } who)
                _json.WriteString("whoIs", who.Name);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }
}
