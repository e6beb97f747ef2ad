using System.ComponentModel.DataAnnotations;

namespace Sourceline.Data.Model;

/// <summary>
/// How far an import that has not come to its end was in one of its inputs. Written in the transaction of the last stories that it covers, so
/// that the two cannot part.
/// </summary>
public sealed class ImportCheckpoint
{
    /// <summary>The run that wrote it; each has an identifier of its own.</summary>
    [MaxLength(32)]
    public required string Run { get; set; }

    /// <summary>The input's place among those of the run, 1 and up.</summary>
    public int Input { get; set; }

    /// <summary>SHA-256, in hex, of all that decides beside the bytes what is read from them and what becomes of it.</summary>
    [MaxLength(64)]
    public required string Settings { get; set; }

    /// <summary>How many bytes of the input had been read by then, as they lie.</summary>
    public long Bytes { get; set; }

    /// <summary>SHA-256 of these bytes in hex: another input does not begin with them.</summary>
    [MaxLength(64)]
    public required string Hash { get; set; }

    /// <summary>The reader knew that there are no more bytes, so that an input with more is another.</summary>
    public bool Whole { get; set; }

    /// <summary>How many results of the reader have been dealt with.</summary>
    public long Results { get; set; }

    /// <summary>Which of these results, 1 and up, could not be stored and are to be tried again.</summary>
    public List<long> Failed { get; set; } = [];

    public DateTime WrittenUtc { get; set; }
}
