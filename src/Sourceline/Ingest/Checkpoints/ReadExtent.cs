namespace Sourceline.Ingest.Checkpoints;

/// <summary>How far an input has been read. What its reader has said until then rests on these bytes and on nothing behind them.</summary>
/// <param name="Bytes">How many, as they lie: packed where the input is.</param>
/// <param name="Hash">Their SHA-256 in hex.</param>
/// <param name="Whole">The reader has met the end: it also knows that no more follow.</param>
internal sealed record ReadExtent(long Bytes, string Hash, bool Whole);
