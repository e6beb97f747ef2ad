using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sourceline.Ingest.Importing;

/// <summary>The full report: JSON Lines, an outcome a line, the totals in the last. Written as the import goes on, so that an interrupted one leaves its part.</summary>
internal sealed class ReportFile : IDisposable
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly FileStream _file;
    private readonly Utf8JsonWriter _json;

    public ReportFile(string path)
    {
        _file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read);
        _json = new Utf8JsonWriter(_file, Json);
    }

    public void Write(ImportOutcome outcome)
    {
        _json.WriteStartObject();
        _json.WriteString("file", outcome.File);
        if (outcome.Position.Line > 0)
            _json.WriteNumber("line", outcome.Position.Line);
        if (outcome.Position.Item > 0)
            _json.WriteNumber("item", outcome.Position.Item);
        if (outcome.Id is not null)
            _json.WriteString("id", outcome.Id);
        _json.WriteString("outcome", Word(outcome.Result));
        if (outcome.Number is { } number)
            _json.WriteNumber("number", number);
        if (outcome.Reason is not null)
            _json.WriteString("reason", outcome.Reason);
        if (outcome.Notes.Count > 0)
            WriteNotes(outcome.Notes);
        EndLine();
    }

    public void WriteTotals(ImportReport report)
    {
        _json.WriteStartObject();
        _json.WriteNumber("read", report.Read);
        foreach (var result in Enum.GetValues<ImportResult>())
            _json.WriteNumber(Word(result), report.Count(result));
        _json.WriteBoolean("interrupted", report.Interrupted);
        WriteTimes(report.Times);
        EndLine();
    }

    public void Dispose()
    {
        _json.Dispose();
        _file.Dispose();
    }

    private void WriteNotes(IReadOnlyList<string> notes)
    {
        _json.WriteStartArray("notes");
        foreach (var note in notes)
            _json.WriteStringValue(note);
        _json.WriteEndArray();
    }

    private void WriteTimes(ImportTimes times)
    {
        _json.WriteStartObject("seconds");
        _json.WriteNumber("all", Math.Round(times.Elapsed.TotalSeconds, 1));
        foreach (var (part, time) in times.Parts)
            _json.WriteNumber(part, Math.Round(time.TotalSeconds, 1));
        _json.WriteEndObject();
    }

    private void EndLine()
    {
        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        _file.WriteByte((byte)'\n');
    }

    private static string Word(ImportResult result) => JsonNamingPolicy.CamelCase.ConvertName(result.ToString());
}
