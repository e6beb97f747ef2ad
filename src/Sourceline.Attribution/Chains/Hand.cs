namespace Sourceline.Attribution;

/// <summary>An outlet whose report goes on, with the mention that it rests on and the words that made it one.</summary>
internal sealed record Hand(Entity Entity, TextSpan Span, int Paragraph, string Because);
