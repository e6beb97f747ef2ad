using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Sourceline.Search.Index;

/// <summary>
/// What is asked of every story that a search finds, of one segment, side by side in memory: to read it from the index, a value at a
/// time, took more than finding the stories. About 70 bytes a story.
/// </summary>
internal sealed class StoryColumns
{
    /// <summary>A segment never changes but for what is deleted from it, so they are read once, and go with it.</summary>
    private static readonly ConditionalWeakTable<object, StoryColumns> Known = [];

    private readonly int[] _story;
    private readonly int[] _document;
    private readonly int[] _sourcesFrom;
    private readonly int[] _sources;

    private StoryColumns(AtomicReader reader)
    {
        (_document, _story) = Blocks(reader);
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
        foreach (var leaf in reader.Leaves) Of(leaf.AtomicReader);
    }

    /// <summary>Which story of the segment a document belongs to, counted from 0.</summary>
    public int StoryOf(int document) => _story[document];

    /// <summary>The document of the story to whose block a document belongs.</summary>
    public int DocumentOfStory(int document) => _document[_story[document]];

    /// <summary>The first document of the block to which a document belongs.</summary>
    public int FirstOfBlock(int document) => _story[document] is > 0 and var story ? _document[story - 1] + 1 : 0;

    /// <summary>Rows of the sources that a story's statements came through.</summary>
    public ReadOnlySpan<int> SourcesOf(int story) => _sources.AsSpan(_sourcesFrom[story].._sourcesFrom[story + 1]);

    /// <summary>The stories' documents, and the story of each document.</summary>
    private static (int[] Documents, int[] Stories) Blocks(AtomicReader reader)
    {
        var up = reader.GetNumericDocValues(FieldNames.Up);
        var documents = new List<int>();
        var stories = new int[reader.MaxDoc];
        for (var first = 0; up is not null && first < stories.Length; first = documents[^1] + 1)
        {
            var document = first + (int)up.Get(first);
            stories.AsSpan(first..(document + 1)).Fill(documents.Count);
            documents.Add(document);
        }
        return ([.. documents], stories);
    }

    private T[] Read<T>(AtomicReader reader, string field, Func<long, T> read)
    {
        var values = new T[_document.Length];
        if (reader.GetNumericDocValues(field) is not { } stored) return values;
        for (var story = 0; story < values.Length; story++) values[story] = read(stored.Get(_document[story]));
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
