using System.ComponentModel.DataAnnotations;

namespace Sourceline.Data.Model;

/// <summary>A number that only rises, taken by <see cref="Counters"/> under a row lock that is held to the commit.</summary>
public sealed class Counter
{
    [MaxLength(40)]
    public required string Name { get; set; }

    /// <summary>The last one taken.</summary>
    public long Value { get; set; }
}
