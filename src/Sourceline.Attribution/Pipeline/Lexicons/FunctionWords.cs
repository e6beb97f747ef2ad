using System.Collections.Frozen;

namespace Sourceline.Attribution.Pipeline.Lexicons;

/// <summary>The closed word classes of English, as far as phrases are cut by them.</summary>
internal static class FunctionWords
{
    public static readonly FrozenSet<string> Determiners = WordSet.Of(
        "the a an this that these those his her its their our my your some any several many few two three four five six seven eight nine ten "
            + "dozens hundreds another other one both each every all most no more"
    );

    public static readonly FrozenSet<string> Articles = WordSet.Of("the a an this that these those his her its their our my your another");

    public static readonly FrozenSet<string> Indefinite = WordSet.Of(
        "a an one some several two three four five six seven eight nine ten many few another dozens hundreds other both most"
    );

    public static readonly FrozenSet<string> Subjects = WordSet.Of("he she they it we i you who");

    public static readonly FrozenSet<string> Auxiliaries = WordSet.Of(
        "has have had is are was were be been being will would could should may might must can shall do does did "
            + "isn't wasn't weren't aren't didn't doesn't don't won't wouldn't couldn't can't hasn't haven't hadn't cannot"
    );

    public static readonly FrozenSet<string> Perfect = WordSet.Of("has have had having");

    public static readonly FrozenSet<string> Be = WordSet.Of("is are was were be been being isn't wasn't aren't weren't");

    public static readonly FrozenSet<string> Modals = WordSet.Of(
        "will would could should may might must can shall won't wouldn't couldn't can't cannot to if"
    );

    public static readonly FrozenSet<string> Negations = WordSet.Of(
        "not never didn't doesn't don't hasn't haven't hadn't won't wouldn't couldn't can't cannot isn't wasn't nor neither without"
    );

    /// <summary>What a subject begins with that is nobody.</summary>
    public static readonly FrozenSet<string> Negative = WordSet.Of("no nobody none neither nothing few");

    public static readonly FrozenSet<string> Prepositions = WordSet.Of(
        "of for with at in from on by to near inside outside about against between among during under over into within across behind via as"
    );

    /// <summary>What may hang a further phrase on a noun: "a spokesman for the port".</summary>
    public static readonly FrozenSet<string> NounLinks = WordSet.Of("of for with at in from near close on to inside within");

    /// <summary>Participles and adjectives that hang a phrase on a source: "a study published in", "people familiar with".</summary>
    public static readonly FrozenSet<string> Linkers = WordSet.Of(
        "familiar involved briefed published released conducted commissioned seen obtained issued posted carried written based close polled surveyed interviewed"
    );

    public static readonly FrozenSet<string> Subordinators = WordSet.Of(
        "that when while as because if whether after before since although though where what why how which unless until once than "
            + "but however so yet and or whereas despite even"
    );

    public static readonly FrozenSet<string> Adverbs = WordSet.Of(
        "also later then once again earlier already often first just only even still ever always simply further now recently publicly "
            + "previously repeatedly reportedly allegedly privately openly initially immediately subsequently separately similarly jointly "
            + "both all sometimes long since today yesterday tomorrow"
    );

    public static readonly FrozenSet<string> SentenceOpeners = WordSet.Of(
        "the a an he she they it we i in on at but and this that these those his her its their there when while after before as if for with "
            + "meanwhile however according"
    );

    /// <summary>What may stand at the head of a sentence and is no part of what was said.</summary>
    public static readonly FrozenSet<string> Leads = WordSet.Of(
        "but and meanwhile however separately still yet so then later earlier also nevertheless moreover furthermore additionally instead"
    );
}
