using Sourceline.Data.Model;

namespace Sourceline.Ingest;

/// <summary>An item with its story, and what becomes of it in this transaction.</summary>
/// <param name="item">The item.</param>
/// <param name="known">Its story; null for a new one.</param>
/// <param name="result">What it is.</param>
internal sealed class ReceivedItem(PreparedItem item, Story? known, IntakeResult result)
{
    /// <summary>Read again where it became known as new or changed only in the transaction.</summary>
    public PreparedItem Item { get; set; } = item;

    public IntakeResult Result => result;

    /// <summary>The known story, or the new one once there is a row for it.</summary>
    public Story Story
    {
        get => known ?? throw new InvalidOperationException("There is no row for the story yet.");
        set => known = value;
    }

    public bool IsNew => result == IntakeResult.Stored;

    /// <summary>For the report.</summary>
    public List<string> Notes { get; } = [];
}
