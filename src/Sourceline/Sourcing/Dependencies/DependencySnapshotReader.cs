using System.Text;

namespace Sourceline.Sourcing.Dependencies;

/// <summary>Reads what <see cref="DependencySnapshot"/> writes, as far as one source has part in it.</summary>
internal ref struct DependencySnapshotReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private int _at;

    private DependencySnapshotReader(ReadOnlySpan<byte> snapshot) => _bytes = snapshot;

    /// <summary>Whether these bytes are in the form that is read here.</summary>
    public static bool CanRead(byte[]? snapshot) => snapshot is [DependencySnapshot.Form, ..];

    /// <summary>The story with the sentences in which the source has part, and those of their statements in which it has.</summary>
    /// <exception cref="EndOfStreamException">The snapshot is cut off.</exception>
    public static DependentStory Read(DependencyRow dependency, byte[] snapshot, long sourceId) =>
        new DependencySnapshotReader(snapshot).Story(dependency, sourceId);

    private DependentStory Story(DependencyRow dependency, long sourceId)
    {
        _at = 1;
        var number = LongNumber();
        var (slug, language, headline) = (Words(), Words(), Words());
        return new(
            dependency.StoryId,
            number,
            slug,
            headline,
            language,
            dependency.PublishedUtc,
            dependency.Kind,
            dependency.Said,
            dependency.Relayed,
            dependency.Confirmed,
            Sentences(sourceId)
        );
    }

    private List<DependentSentence> Sentences(long sourceId)
    {
        var sentences = new List<DependentSentence>();
        while (_at < _bytes.Length)
        {
            var bytes = Bytes();
            string? words = null;
            var statements = new List<DependentStatement>(1);
            for (var left = Number(); left > 0; left--)
            {
                var statement = new DependencySnapshotReader(Bytes());
                // The words are made once it is known that they are wanted.
                if (statement.PartOf(sourceId) is { } said)
                    statements.Add(statement.Statement(words ??= Encoding.UTF8.GetString(bytes), said));
            }
            if (words is not null)
                sentences.Add(new DependentSentence(words, statements));
        }
        return sentences;
    }

    /// <summary>At the beginning of a statement: whether the source said it or passed it on; null where it has no part in it.</summary>
    private bool? PartOf(long sourceId)
    {
        bool? said = null;
        for (var left = Number(); left > 0; left--)
        {
            var part = LongNumber();
            if (part >> 1 == sourceId)
                said = (part & 1) == 1;
        }
        return said;
    }

    private DependentStatement Statement(string sentence, bool said)
    {
        var (start, length) = (Number(), Number());
        var words = length == 0 ? Words() : sentence.Substring(start, length);
        var (from, to, dateWords, confirmed) = (Day(), Day(), WordsOrNone(), Byte() == 1);
        var polarity = StatementPolarity.OfNumber(Byte());
        var ways = new ChainView[Number()];
        for (var at = 0; at < ways.Length; at++)
            ways[at] = Way();
        return new DependentStatement(words, ways, from, to, dateWords, confirmed, said, polarity);
    }

    private ChainView Way()
    {
        var hands = new HopView[Number()];
        for (var at = 0; at < hands.Length; at++)
            hands[at] = Hand();
        return new ChainView(hands, Array.TrueForAll(hands, hand => hand.Confirmed));
    }

    private HopView Hand()
    {
        var (name, role, slug) = (Words(), WordsOrNone(), WordsOrNone());
        var (kind, basis, confirmed) = (DependencySnapshot.Kinds[Byte()], DependencySnapshot.Bases[Byte()], Byte() == 1);
        return new HopView(name, kind, role, basis, confirmed, slug, Byte() == 1 ? Hand() : null);
    }

    private DateOnly? Day() => Number() is > 0 and var day ? DateOnly.FromDayNumber(day - 1) : null;

    private string? WordsOrNone() => Words() is { Length: > 0 } words ? words : null;

    private string Words() => Encoding.UTF8.GetString(Bytes());

    /// <summary>As many as the number before them says.</summary>
    private ReadOnlySpan<byte> Bytes()
    {
        var length = Number();
        if ((uint)length > (uint)(_bytes.Length - _at))
            throw new EndOfStreamException();
        var bytes = _bytes.Slice(_at, length);
        _at += length;
        return bytes;
    }

    private int Number() => (int)LongNumber();

    /// <summary>Seven bits a byte, the lowest first; the eighth says that more follow.</summary>
    private long LongNumber()
    {
        var number = 0L;
        for (var shift = 0; ; shift += 7)
        {
            var part = Byte();
            number |= (part & 0x7FL) << shift;
            if (part < 0x80)
                return number;
        }
    }

    private byte Byte() => _at < _bytes.Length ? _bytes[_at++] : throw new EndOfStreamException();
}
