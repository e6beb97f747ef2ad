using System.Numerics;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Sourceline.Search.Index;

/// <summary>
/// What is asked of every story that a search finds, of one segment, side by side in memory: to read it from the index, a value at a
/// time, took more than finding the stories. About 50 bytes a story.
/// </summary>
internal sealed class StoryColumns
{
    /// <summary>A segment never changes but for what is deleted from it, so they are read once, and go with it.</summary>
    private static readonly ConditionalWeakTable<object, StoryColumns> Known = [];

    private readonly int[] _document;

    /// <summary>A bit for each document that is a story: a twentieth of the memory that the story of each document would take, so that it stays near the processor.</summary>
    private readonly ulong[] _isStory;

    /// <summary>The stories before each word of those bits.</summary>
    private readonly int[] _before;

    private readonly int[] _sourcesFrom;
    private readonly int[] _sources;

    private StoryColumns(AtomicReader reader)
    {
        _document = StoriesOf(reader);
        (_isStory, _before) = Bits(_document, reader.MaxDoc);
        Published = Read(reader, FieldNames.Published, value => value);
        Number = Read(reader, FieldNames.Number, value => value);
        Category = Read(reader, FieldNames.Category, value => (int)value);
        Year = Read(reader, FieldNames.Year, value => (short)value);
        (_sourcesFrom, _sources) = ReadSources(reader);
    }

    /// <summary>How many there are.</summary>
    public int Stories => _document.Length;

    /// <summary>Ticks, by story.</summary>
    public long[] Published { get; }

    public long[] Number { get; }

    public int[] Category { get; }

    public short[] Year { get; }

    public static StoryColumns Of(AtomicReader reader) => Known.GetValue(reader.CoreCacheKey, _ => new StoryColumns(reader));

    /// <summary>Has the columns of all segments ready.</summary>
    public static void Warm(IndexReader reader)
    {
        foreach (var leaf in reader.Leaves)
            Of(leaf.AtomicReader);
    }

    /// <summary>Which story of the segment a document belongs to, counted from 0.</summary>
    public int StoryOf(int document)
    {
        var word = document >> 6;
        return _before[word] + BitOperations.PopCount(_isStory[word] & ((1UL << document) - 1));
    }

    /// <summary>The document of the story to whose block a document belongs.</summary>
    public int DocumentOfStory(int document) => _document[StoryOf(document)];

    /// <summary>The first document of the block to which a document belongs.</summary>
    public int FirstOfBlock(int document) => StoryOf(document) is > 0 and var story ? _document[story - 1] + 1 : 0;

    /// <summary>Rows of the sources that a story's statements came through.</summary>
    public ReadOnlySpan<int> SourcesOf(int story) => _sources.AsSpan(_sourcesFrom[story].._sourcesFrom[story + 1]);

    private static int[] StoriesOf(AtomicReader reader)
    {
        var documents = new List<int>();
        if (reader.GetNumericDocValues(FieldNames.Up) is { } up)
            for (var first = 0; first < reader.MaxDoc; first = documents[^1] + 1)
                documents.Add(first + (int)up.Get(first));
        return [.. documents];
    }

    private static (ulong[] IsStory, int[] Before) Bits(int[] documents, int count)
    {
        var (bits, before) = (new ulong[(count >> 6) + 1], new int[(count >> 6) + 1]);
        foreach (var document in documents)
            bits[document >> 6] |= 1UL << document;
        for (var word = 1; word < bits.Length; word++)
            before[word] = before[word - 1] + BitOperations.PopCount(bits[word - 1]);
        return (bits, before);
    }

    private T[] Read<T>(AtomicReader reader, string field, Func<long, T> read)
    {
        var values = new T[_document.Length];
        if (reader.GetNumericDocValues(field) is not { } stored)
            return values;
        for (var story = 0; story < values.Length; story++)
            values[story] = read(stored.Get(_document[story]));
        return values;
    }

    private (int[] From, int[] Sources) ReadSources(AtomicReader reader)
    {
        var from = new int[_document.Length + 1];
        var sources = new List<int>();
        var list = new BytesRef();
        var stored = reader.GetBinaryDocValues(FieldNames.Sources);
        for (var story = 0; story < _document.Length; story++)
        {
            stored?.Get(_document[story], list);
            SourceList.Read(list, sources);
            from[story + 1] = sources.Count;
        }
        return (from, [.. sources]);
    }
}
