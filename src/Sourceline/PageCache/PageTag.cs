using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Sourceline.PageCache;

/// <summary>Something that pages are made of: a story, a list, a day. An act touches tags (<see cref="InvalidationRules"/>), and with them every page made of them.</summary>
public readonly record struct PageTag
{
    private const int KindShift = 56;

    private PageTag(Kind kind, long id = 0) => Value = ((ulong)kind << KindShift) | ((ulong)id & ((1UL << KindShift) - 1));

    internal ulong Value { get; }

    private enum Kind
    {
        Nothing,
        AnyAct,
        Story,
        Stories,
        Category,
        Source,
        Sources,
        Sections,
        Numbers,
        Day,
        Month,
        Year,
        Translations,
        Alternate,
    }

    /// <summary>Never touched: for what is made of the settings alone.</summary>
    public static PageTag Nothing => new(Kind.Nothing);

    /// <summary>Touched by every act.</summary>
    public static PageTag AnyAct => new(Kind.AnyAct);

    /// <summary>Which stories are public, and in what order.</summary>
    public static PageTag Stories => new(Kind.Stories);

    /// <summary>Which sources readers are shown.</summary>
    public static PageTag Sources => new(Kind.Sources);

    /// <summary>The sections in the head of every page.</summary>
    public static PageTag Sections => new(Kind.Sections);

    /// <summary>All that readers see of a story: its text, sourcing, replies, state. A list is made of each story that it shows.</summary>
    public static PageTag Story(long id) => new(Kind.Story, id);

    /// <summary>Which stories of a category are public, and in what order.</summary>
    public static PageTag Category(int id) => new(Kind.Category, id);

    /// <summary>Which public stories depend on a source.</summary>
    public static PageTag Source(long id) => new(Kind.Source, id);

    /// <summary>Any story with a number in a range.</summary>
    /// <param name="range">The number divided by <see cref="NumberRange"/>.</param>
    public static PageTag Numbers(long range) => new(Kind.Numbers, range);

    /// <summary>How many numbers a range of <see cref="Numbers"/> has.</summary>
    public const long NumberRange = 10_000;

    /// <summary>Which public stories a day has in the site's zone.</summary>
    public static PageTag Day(DateOnly day) => new(Kind.Day, day.DayNumber);

    /// <summary>Which public stories the month of this day has.</summary>
    public static PageTag Month(DateOnly day) => new(Kind.Month, (day.Year * 12) + day.Month);

    /// <summary>Which public stories a year has.</summary>
    public static PageTag Year(int year) => new(Kind.Year, year);

    /// <summary>Which public stories a set of translations has gained.</summary>
    /// <param name="key">The set's <see cref="Sourceline.Data.Model.Story.TranslationKey"/>; two that had the same digest would only be touched together.</param>
    public static PageTag Translations(string key) =>
        new(Kind.Translations, BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key))));

    /// <summary>What the pages of its translations show of a story: its address and language, and that it is public and one of them.</summary>
    public static PageTag Alternate(long id) => new(Kind.Alternate, id);
}
