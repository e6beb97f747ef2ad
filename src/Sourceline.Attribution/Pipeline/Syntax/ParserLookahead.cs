namespace Sourceline.Attribution.Pipeline.Syntax;

/// <summary>What of a chunk can be seen from afar: verbs, commas and quotation marks between two words, and what comes next.</summary>
internal sealed class ParserLookahead
{
    private const int Room = Chunks.Longest + 2;

    /// <summary>For each word how many of a kind lie before it.</summary>
    private readonly byte[] _verbs = new byte[Room];
    private readonly byte[] _commas = new byte[Room];
    private readonly byte[] _quotes = new byte[Room];
    private readonly byte[] _joints = new byte[Room];

    /// <summary>For each word what a look ahead from it shows.</summary>
    private readonly uint[] _after = new uint[Room];
    private int _count;

    public void Begin(ReadOnlySpan<PartOfSpeech> pos)
    {
        _count = pos.Length;
        for (var i = 0; i < pos.Length; i++)
        {
            _verbs[i + 1] = (byte)(_verbs[i] + (IsFinite(pos[i]) ? 1 : 0));
            _commas[i + 1] = (byte)(_commas[i] + (pos[i] is PartOfSpeech.Comma or PartOfSpeech.Colon ? 1 : 0));
            _quotes[i + 1] = (byte)(_quotes[i] + (pos[i] is PartOfSpeech.OpenQuote or PartOfSpeech.CloseQuote ? 1 : 0));
            _joints[i + 1] = (byte)(_joints[i] + (pos[i] is PartOfSpeech.CC ? 1 : 0));
        }

        Look(pos);
    }

    /// <summary>Verbs and commas between two words (0, 1 or more), an odd number of quotation marks, a conjunction; 255 without a first word.</summary>
    public uint Between(int before, int after)
    {
        if (before == ParserState.None)
            return 255;
        var first = before + 1;
        var quotes = (uint)(_quotes[after] - _quotes[first]) & 1;
        return Few(_verbs, first, after) | Few(_commas, first, after) << 2 | quotes << 4 | (_joints[after] > _joints[first] ? 32u : 0);
    }

    /// <summary>The next verb or modal behind a word and whether a comma or a conjunction comes before it; the next mark; whether any verb comes.</summary>
    public uint After(int word) => word < _count ? _after[word] : 0;

    private void Look(ReadOnlySpan<PartOfSpeech> pos)
    {
        PartOfSpeech verb = default,
            mark = default;
        uint between = 0;
        for (var i = pos.Length - 1; i >= 0; i--)
        {
            _after[i] = (uint)verb | (uint)mark << 6 | between << 12;
            if (IsFinite(pos[i]))
                (verb, between) = (pos[i], 0);
            else if (pos[i] is PartOfSpeech.CC or PartOfSpeech.IN or PartOfSpeech.WDT or PartOfSpeech.WP)
                between |= pos[i] == PartOfSpeech.CC ? 2u : 4;
            if (pos[i] < PartOfSpeech.Comma)
                continue;
            mark = pos[i];
            between |= 1;
        }
    }

    private static bool IsFinite(PartOfSpeech pos) => pos is PartOfSpeech.VBD or PartOfSpeech.VBP or PartOfSpeech.VBZ or PartOfSpeech.MD;

    private static uint Few(byte[] counts, int first, int after) => (uint)Math.Min(counts[after] - counts[first], 2);
}
