namespace Sourceline.Attribution.Pipeline.Spans;

/// <summary>Where a token stands to a quotation.</summary>
internal enum QuoteState : byte
{
    Outside,
    Opening,
    Inside,
    Closing,
}
