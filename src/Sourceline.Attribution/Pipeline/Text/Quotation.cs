namespace Sourceline.Attribution.Pipeline.Text;

/// <summary>Words between quotation marks.</summary>
/// <param name="First">The token of the opening mark.</param>
/// <param name="Last">The token of the closing mark, or the last of the paragraph where it stays open.</param>
/// <param name="Closed">Whether a closing mark ends it.</param>
/// <param name="Words">How many words it holds.</param>
internal sealed record Quotation(int First, int Last, bool Closed, int Words)
{
    /// <summary>Whether it goes on from a quotation that the paragraph before left open.</summary>
    public bool Continues { get; init; }
}
