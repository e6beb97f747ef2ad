using System.ComponentModel.DataAnnotations;

namespace Sourceline.Data.Model;

/// <summary>A section of the site.</summary>
public sealed class Category
{
    public int Id { get; set; }

    [MaxLength(120)]
    public required string Name { get; set; }

    /// <summary>The address below <c>/category/</c>; unique.</summary>
    [MaxLength(120)]
    public required string Slug { get; set; }

    /// <summary>The order on the front page, lowest first.</summary>
    public int Position { get; set; }
}
