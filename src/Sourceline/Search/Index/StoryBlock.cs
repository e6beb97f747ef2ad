using System.Globalization;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Sourceline.Search.Languages;
using Sourceline.Sourcing;

namespace Sourceline.Search.Index;

/// <summary>A story as documents: its statements, then itself.</summary>
internal static class StoryBlock
{
    /// <summary>Cut into terms with their places; the text itself stays in the database.</summary>
    private static readonly FieldType Words = new(TextField.TYPE_NOT_STORED);

    public static Term Key(long storyId) => new(FieldNames.Block, storyId.ToString(CultureInfo.InvariantCulture));

    public static IReadOnlyList<IEnumerable<IIndexableField>> Of(IndexedStory story)
    {
        var language = SearchLanguages.Of(story.Language);
        List<IEnumerable<IIndexableField>> block = new(story.Statements.Count + 1);
        foreach (var statement in story.Statements)
            block.Add(Statement(story, statement, language));
        block.Add(Story(story, language));
        for (var i = 0; i < block.Count; i++)
        {
            var document = (Document)block[i];
            document.Add(new StringField(FieldNames.Block, story.Id.ToString(CultureInfo.InvariantCulture), Field.Store.NO));
            document.Add(new NumericDocValuesField(FieldNames.Up, block.Count - 1 - i));
            document.Add(new NumericDocValuesField(FieldNames.Down, i));
        }
        return block;
    }

    private static Document Statement(IndexedStory story, IndexedStatement statement, string language)
    {
        Document document =
        [
            new NumericDocValuesField(FieldNames.StoryId, story.Id),
            new NumericDocValuesField(FieldNames.Ordinal, statement.Ordinal),
            new StringField(FieldNames.Polarity, statement.Polarity.Machine(), Field.Store.NO),
            new Field(FieldNames.Said(language), statement.Words, Words),
        ];
        AddNames(document, statement.Speakers, FieldNames.Speaker, FieldNames.SpeakerId);
        AddNames(document, statement.Hands, FieldNames.Hand, FieldNames.HandId);
        return document;
    }

    private static Document Story(IndexedStory story, string language)
    {
        var sources = story
            .Statements.SelectMany(statement => statement.Hands)
            .Select(hand => hand.SourceId)
            .OfType<long>()
            .Distinct()
            .Order()
            .ToList();
        Document document =
        [
            new NumericDocValuesField(FieldNames.StoryId, story.Id),
            new NumericDocValuesField(FieldNames.Number, story.Number),
            new NumericDocValuesField(FieldNames.Published, story.PublishedUtc.Ticks),
            new NumericDocValuesField(FieldNames.Year, story.Year),
            new NumericDocValuesField(FieldNames.Category, story.CategoryId),
            new NumericDocValuesField(FieldNames.Print, story.Print()),
            new BinaryDocValuesField(FieldNames.Sources, new BytesRef(SourceList.Write(sources))),
            new Int64Field(FieldNames.PublishedRange, story.PublishedUtc.Ticks, Field.Store.NO),
            new StringField(FieldNames.Category, story.CategoryId.ToString(CultureInfo.InvariantCulture), Field.Store.NO),
            new StringField(FieldNames.Language, story.Language.Split('-', 2)[0].ToLowerInvariant(), Field.Store.NO),
            new Field(FieldNames.Headline(language), story.Headline, Words),
            new Field(FieldNames.Text(language), story.Text, Words),
        ];
        foreach (var source in sources)
            document.Add(new StringField(FieldNames.SourceId, source.ToString(CultureInfo.InvariantCulture), Field.Store.NO));
        return document;
    }

    private static void AddNames(Document document, IReadOnlyList<IndexedName> names, string nameField, string idField)
    {
        foreach (var name in names.Select(known => known.Name).Distinct(StringComparer.Ordinal))
            document.Add(new Field(nameField, name, Words));
        foreach (var id in names.Select(known => known.SourceId).OfType<long>().Distinct())
            document.Add(new StringField(idField, id.ToString(CultureInfo.InvariantCulture), Field.Store.NO));
    }
}

/// <summary>Rising row numbers in few bytes: the steps between them, seven bits a byte.</summary>
internal static class SourceList
{
    public static byte[] Write(IReadOnlyList<long> rising)
    {
        using var bytes = new MemoryStream(rising.Count * 2);
        using var writer = new BinaryWriter(bytes);
        var last = 0L;
        foreach (var number in rising)
        {
            writer.Write7BitEncodedInt64(number - last);
            last = number;
        }
        return bytes.ToArray();
    }

    /// <summary>Adds the numbers to others.</summary>
    public static void Read(BytesRef list, List<int> to)
    {
        var (at, end) = (list.Offset, list.Offset + list.Length);
        var number = 0L;
        while (at < end)
        {
            var (step, shift) = (0L, 0);
            byte part;
            do
            {
                part = list.Bytes[at++];
                step |= (long)(part & 0x7f) << shift;
                shift += 7;
            } while (part > 0x7f && at < end);
            number += step;
            to.Add(checked((int)number));
        }
    }
}
