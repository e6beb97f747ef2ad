namespace Sourceline.Localization;

/// <summary>One entry of a PO file.</summary>
/// <param name="Key">The msgid.</param>
/// <param name="Line">Where its msgid stands, from 1.</param>
/// <param name="Texts">The msgstr, or one text for each plural form.</param>
/// <param name="IsPlural">Whether it has plural forms.</param>
/// <param name="Comment">What the <c>#.</c> lines say, joined by spaces; empty where there are none.</param>
internal sealed record PoEntry(string Key, int Line, IReadOnlyList<string> Texts, bool IsPlural, string Comment);
