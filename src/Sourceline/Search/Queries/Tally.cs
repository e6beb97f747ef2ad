using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Sourceline.Search.Index;

namespace Sourceline.Search.Queries;

/// <summary>Counts the stories that are found, by category, year and source, while they are found.</summary>
internal sealed class Tally : ICollector
{
    /// <summary>Stories that are counted by kind; of a larger find the rest is counted as a number only.</summary>
    public const int Most = 200_000;

    private readonly BytesRef _list = new();
    private NumericDocValues? _category;
    private NumericDocValues? _year;
    private BinaryDocValues? _sources;

    public int Stories { get; private set; }

    public Dictionary<long, int> Categories { get; } = [];

    public Dictionary<long, int> Years { get; } = [];

    public Dictionary<long, int> Sources { get; } = [];

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer)
    {
        // Every story counts alike.
    }

    public void SetNextReader(AtomicReaderContext context)
    {
        _category = context.AtomicReader.GetNumericDocValues(FieldNames.Category);
        _year = context.AtomicReader.GetNumericDocValues(FieldNames.Year);
        _sources = context.AtomicReader.GetBinaryDocValues(FieldNames.Sources);
    }

    public void Collect(int doc)
    {
        if (++Stories > Most) return;
        Add(Categories, _category!.Get(doc));
        Add(Years, _year!.Get(doc));
        _sources!.Get(doc, _list);
        SourceList.Count(_list, Sources);
    }

    private static void Add(Dictionary<long, int> counts, long key) => CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
}
