using Sourceline.Attribution.Learning;
using Sourceline.Attribution.Pipeline.Lexicons;

namespace Sourceline.Attribution.Pipeline.Spans;

/// <summary>What is known of a word wherever it stands; worked out once for each word of a text.</summary>
/// <param name="Word">The hash of the word.</param>
/// <param name="Stem">The hash of its stem.</param>
/// <param name="Ending">The hash of its last three letters.</param>
/// <param name="Beginning">The hash of its first four letters.</param>
/// <param name="Classes">Its classes of meaning, a bit each.</param>
/// <param name="Verb">Which form of how strong a cue verb it may be, 0 for none.</param>
/// <param name="Link">Whether it often stands between a cue and its content: "that", "to", a colon ...</param>
internal sealed record WordFacts(uint Word, uint Stem, uint Ending, uint Beginning, uint Classes, byte Verb, bool Link)
{
    public static WordFacts Of(string lower)
    {
        var stem = FeatureHash.Of(Stems.Of(lower));
        return new WordFacts(
            FeatureHash.Of(lower),
            stem,
            FeatureHash.Of(lower.AsSpan(Math.Max(0, lower.Length - 3))),
            FeatureHash.Of(lower.AsSpan(0, Math.Min(4, lower.Length))),
            CueClasses.Of(stem),
            VerbOf(lower),
            lower is "that" or "to" or ":" or "of" or "about" or "whether" or "for"
        );
    }

    private static byte VerbOf(string lower) =>
        CueVerbs.Find(lower) is { } verb
            ? (byte)(
                1
                + ((int)verb.Form * 4)
                + (
                    verb.Weight > .8 ? 2
                    : verb.Weight > .65 ? 1
                    : 0
                )
            )
            : (byte)0;
}
