using Lucene.Net.Analysis;
using Sourceline.Search.Languages;

namespace Sourceline.Search.Index;

/// <summary>
/// The fields of the index. A story is a block of documents: its statements in the order of the text, then the story itself. Text has a
/// field for each language, named after it.
/// </summary>
internal static class FieldNames
{
    /// <summary>The story's row, on every document of its block: what is deleted together.</summary>
    public const string Block = "block";

    /// <summary>How many documents further on the story of a block lies, and how many back its first statement; on every document.</summary>
    public const string Up = "up";
    public const string Down = "down";

    public const string StoryId = "story";
    public const string Number = "number";
    public const string Published = "published";
    public const string PublishedRange = "at";
    public const string Year = "year";
    public const string Category = "category";
    public const string Language = "language";
    public const string Sources = "sources";
    public const string SourceId = "source";
    public const string Print = "print";

    /// <summary>Which statement of its story, on statements alone.</summary>
    public const string Ordinal = "ordinal";
    public const string Polarity = "polarity";
    public const string Speaker = "speaker_" + SearchLanguages.Names;
    public const string SpeakerId = "speakerid";
    public const string Hand = "hand_" + SearchLanguages.Names;
    public const string HandId = "handid";

    public static string Headline(string language) => "head_" + language;

    public static string Text(string language) => "text_" + language;

    public static string Said(string language) => "said_" + language;
}

/// <summary>Reads each field in its language.</summary>
internal sealed class FieldAnalyzer() : AnalyzerWrapper(PER_FIELD_REUSE_STRATEGY)
{
    /// <summary>Fields without a language hold single terms; they are asked for an analyzer all the same, and no more.</summary>
    protected override Analyzer GetWrappedAnalyzer(string fieldName)
    {
        var mark = fieldName.IndexOf('_', StringComparison.Ordinal);
        return SearchLanguages.Analyzer(mark < 0 ? SearchLanguages.Names : fieldName[(mark + 1)..]);
    }
}
