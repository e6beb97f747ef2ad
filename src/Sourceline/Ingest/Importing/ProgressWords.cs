using System.Globalization;

namespace Sourceline.Ingest.Importing;

/// <summary>How far an import is, in words. What an earlier run had done counts as read, and neither for the rate nor for the time that is left.</summary>
/// <param name="totalBytes">Null where it is not known.</param>
internal sealed class ProgressWords(long? totalBytes)
{
    private readonly ItemRate _items = new();
    private readonly ItemRate _bytes = new();

    public string Of(ImportProgress value)
    {
        if (value.Note is { } note)
            return note;
        var rate = _items.Of(value.Items - value.PassedOver);
        var earlier =
            value.PassedOver == 0
                ? ""
                : string.Create(CultureInfo.InvariantCulture, $", {value.PassedOver:N0} of them done by an earlier run");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{value.Items:N0} read{earlier}, {value.Stored:N0} stored, {value.Unchanged:N0} unchanged, {value.Failed:N0} failed, {rate:N0}/s"
        );
    }

    /// <summary>How long it will still take at the present pace; null where nothing can be said.</summary>
    public TimeSpan? Left(ImportProgress value)
    {
        if (totalBytes is not > 0 || value.Bytes <= 0)
            return null;
        var pace = _bytes.Of(value.Bytes - value.BytesPassedOver);
        return pace <= 0 ? null : TimeSpan.FromSeconds(Math.Round(Math.Max(0, totalBytes.Value - value.Bytes) / Math.Max(1, pace)));
    }
}
