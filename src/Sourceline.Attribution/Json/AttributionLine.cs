using Sourceline.Attribution.Model;

namespace Sourceline.Attribution.Json;

/// <summary>One line of input: a text and what it is called.</summary>
/// <param name="Doc">The name of the document, repeated in the output. Null where the line gives none.</param>
/// <param name="Article">The text with its day and language where the line gives them.</param>
public sealed record AttributionLine(string? Doc, Article Article);
