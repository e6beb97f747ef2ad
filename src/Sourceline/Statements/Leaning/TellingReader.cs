namespace Sourceline.Statements;

/// <summary>Reads what <see cref="Telling"/> writes, as far as one source has part in it.</summary>
internal sealed class TellingReader : IDisposable
{
    private readonly MemoryStream _bytes;
    private readonly BinaryReader _reader;

    private TellingReader(byte[] telling)
    {
        _bytes = new MemoryStream(telling, writable: false);
        _reader = new BinaryReader(_bytes);
    }

    /// <summary>Whether these bytes are in the form that is read here.</summary>
    public static bool CanRead(byte[]? telling) => telling is [Telling.Form, ..];

    /// <summary>The story with the sentences in which the lean's source has part, and those of their statements in which it has.</summary>
    /// <exception cref="EndOfStreamException">The telling is cut off.</exception>
    public static LeaningStory Read(LeanRow lean, byte[] telling, long sourceId)
    {
        using var reader = new TellingReader(telling);
        return reader.Story(lean, sourceId);
    }

    public void Dispose() => _reader.Dispose();

    private LeaningStory Story(LeanRow lean, long sourceId)
    {
        _bytes.Position = 1;
        var number = _reader.Read7BitEncodedInt64();
        var (slug, language, headline) = (_reader.ReadString(), _reader.ReadString(), _reader.ReadString());
        return new(lean.StoryId, number, slug, headline, language, lean.PublishedUtc, lean.Kind, lean.Said, lean.Relayed, lean.Confirmed, Sentences(sourceId));
    }

    private List<LeaningSentence> Sentences(long sourceId)
    {
        var sentences = new List<LeaningSentence>();
        while (_bytes.Position < _bytes.Length)
        {
            var at = _bytes.Position;
            PassOver();
            string? words = null;
            var statements = new List<LeaningStatement>(1);
            for (var left = Number(); left > 0; left--)
            {
                var length = Number();
                var end = _bytes.Position + length;
                // The words are made once it is known that they are wanted.
                if (PartOf(sourceId) is { } said) statements.Add(Statement(words ??= WordsAt(at), said));
                _bytes.Position = end;
            }
            if (words is not null) sentences.Add(new LeaningSentence(words, statements));
        }
        return sentences;
    }

    /// <summary>At the beginning of a statement: whether the source said it or passed it on; null where it has no part in it.</summary>
    private bool? PartOf(long sourceId)
    {
        bool? said = null;
        for (var left = Number(); left > 0; left--)
        {
            var part = _reader.Read7BitEncodedInt64();
            if (part >> 1 == sourceId) said = (part & 1) == 1;
        }
        return said;
    }

    private LeaningStatement Statement(string sentence, bool said)
    {
        var (start, length) = (Number(), Number());
        var words = length == 0 ? _reader.ReadString() : sentence.Substring(start, length);
        var (from, to, dateWords, confirmed) = (Day(), Day(), Text(), _reader.ReadBoolean());
        var ways = new ChainLine[Number()];
        for (var at = 0; at < ways.Length; at++) ways[at] = Way();
        return new LeaningStatement(words, ways, from, to, dateWords, confirmed, said);
    }

    private ChainLine Way()
    {
        var hands = new Station[Number()];
        for (var at = 0; at < hands.Length; at++) hands[at] = Hand();
        return new ChainLine(hands, Array.TrueForAll(hands, hand => hand.Confirmed));
    }

    private Station Hand()
    {
        var (name, role, slug) = (_reader.ReadString(), Text(), Text());
        var (kind, basis, confirmed) = (Telling.Kinds[_reader.ReadByte()], Telling.Bases[_reader.ReadByte()], _reader.ReadBoolean());
        return new Station(name, kind, role, basis, confirmed, slug, _reader.ReadBoolean() ? Hand() : null);
    }

    private string WordsAt(long at)
    {
        var back = _bytes.Position;
        _bytes.Position = at;
        var words = _reader.ReadString();
        _bytes.Position = back;
        return words;
    }

    private void PassOver() => _bytes.Seek(Number(), SeekOrigin.Current);

    private int Number() => _reader.Read7BitEncodedInt();

    private DateOnly? Day() => Number() is > 0 and var day ? DateOnly.FromDayNumber(day - 1) : null;

    private string? Text() => _reader.ReadString() is { Length: > 0 } words ? words : null;
}
