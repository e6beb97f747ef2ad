using System.Collections.Immutable;
using System.Text.Json;
using Sourceline.Attribution.Model;

namespace Sourceline.Attribution.Json;

/// <summary>Writes a reading as JSON.</summary>
internal sealed class ReadingWriter(Utf8JsonWriter json, CodePoints points)
{
    public void Write(string? doc, Reading reading)
    {
        json.WriteStartObject();
        Text("doc", doc);
        json.WriteStartArray("attributions");
        foreach (var statement in reading.Statements)
            Statement(statement, "statement");
        foreach (var attitude in reading.Attitudes)
            Statement(attitude, "attitude");
        json.WriteEndArray();
        json.WriteStartArray("answers");
        foreach (var answer in reading.Answers)
            Answer(answer);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Statement(AttributedStatement statement, string sense)
    {
        json.WriteStartObject();
        Text("sense", sense);
        Spans("source", statement.Source);
        Spans("cue", statement.Cue);
        Spans("content", statement.Content);
        Text("type", Lower(statement.Kind));
        Text("polarity", JsonNamingPolicy.CamelCase.ConvertName(statement.Polarity.ToString()));
        Text("hedge", statement.Hedge?.Words);
        Date("date", statement.Date);
        json.WriteStartArray("chain");
        if (!statement.Chains.IsEmpty)
            Links(statement.Chains[0]);
        json.WriteEndArray();
        if (statement.Chains.Length > 1)
            AllChains(statement.Chains);
        json.WriteNumber("confidence", statement.Confidence);
        json.WriteEndObject();
    }

    private void Answer(Answer answer)
    {
        json.WriteStartObject();
        Text("kind", JsonNamingPolicy.CamelCase.ConvertName(answer.Kind.ToString()));
        Span("span", answer.Span);
        if (answer.Asked is { } asked)
            Hop("asked", asked);
        if (answer.Via is { } via)
            Hop("via", via);
        json.WriteNumber("confidence", answer.Confidence);
        json.WriteEndObject();
    }

    private void AllChains(ImmutableArray<Chain> chains)
    {
        json.WriteStartArray("chains");
        foreach (var chain in chains)
        {
            json.WriteStartArray();
            Links(chain);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private void Links(Chain chain)
    {
        foreach (var link in chain.Hops)
            Hop(link);
    }

    private void Hop(string name, Hop hop)
    {
        json.WritePropertyName(name);
        Hop(hop);
    }

    private void Hop(Hop link)
    {
        json.WriteStartObject();
        Text("name", link.Name);
        Text("kind", Lower(link.Kind));
        Text("basis", Lower(link.Basis));
        Span("span", link.Span);
        if (link.Role is not null)
            Text("role", link.Role);
        if (link.Identity is { } identity)
            Identity(identity);
        json.WriteEndObject();
    }

    private void Identity(Identity identity)
    {
        json.WriteStartObject("identity");
        Text("name", identity.Name);
        Text("kind", Lower(identity.Kind));
        Text("basis", Lower(identity.Basis));
        Span("span", identity.Span);
        json.WriteEndObject();
    }

    private void Date(string name, StatementDate? date)
    {
        if (date is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        Text("from", date.From.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Text("to", date.To.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Text("words", date.Words);
        Span("span", date.Span);
        json.WriteEndObject();
    }

    private void Spans(string name, ImmutableArray<TextSpan> spans)
    {
        json.WriteStartArray(name);
        foreach (var span in spans)
            Pair(span);
        json.WriteEndArray();
    }

    private void Span(string name, TextSpan span)
    {
        json.WritePropertyName(name);
        Pair(span);
    }

    private void Pair(TextSpan span)
    {
        json.WriteStartArray();
        json.WriteNumberValue(points.At(span.Start));
        json.WriteNumberValue(points.At(span.End));
        json.WriteEndArray();
    }

    /// <summary>JSON cannot hold half of a surrogate pair; it becomes the replacement character.</summary>
    private void Text(string name, string? value)
    {
        if (value is null)
            json.WriteNull(name);
        else
            json.WriteString(name, System.Text.Encoding.UTF8.GetBytes(value));
    }

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
