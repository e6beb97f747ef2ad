namespace Sourceline.Attribution.Pipeline.Syntax;

/// <summary>What the relation of a word to its head is judged by. The word's own dependents are all known by then.</summary>
internal static class RelationFeatures
{
    /// <summary>No decision has more.</summary>
    public const int Most = 40;

    /// <summary>How many of them <see cref="Quick"/> gives.</summary>
    private const int CountOfQuick = 11;

    /// <summary>All features.</summary>
    /// <param name="s">The state of the parse.</param>
    /// <param name="head">The head, not the root.</param>
    /// <param name="word">The word that depends on it.</param>
    /// <param name="room">At least <see cref="Most"/> long.</param>
    public static ReadOnlySpan<uint> Of(ParserState s, int head, int word, Span<uint> room)
    {
        Quick(s, head, word, room);
        return room[..(CountOfQuick + Rest(s, head, word, room).Length)];
    }

    /// <summary>The few that decide most relations.</summary>
    public static ReadOnlySpan<uint> Quick(ParserState s, int head, int word, Span<uint> room)
    {
        var list = new FeatureList(room);
        uint side = head > word ? 128u : 0,
            hw = s.Word[head],
            dw = s.Word[word],
            dt = s.Tag[word];
        var both = s.Tag[head] | side | dt << 8;
        list.Add(both);
        list.Add(dw, dt, side);
        list.Add(hw, both);
        list.Add(dw, both);
        list.Add(both, (uint)Math.Min(Math.Abs(head - word), 4));
        list.Add(both, s.LeftSet[word]);
        list.Add(both, s.RightSet[word]);
        list.Add(both, s.LeftSet[head]);
        list.Add(both, s.RightSet[head]);
        list.Add(both, s.Word[s.Left1[word]]);
        list.Add(hw, s.LeftSet[word], dt | side);
        return list.Features;
    }

    /// <summary>The others.</summary>
    public static ReadOnlySpan<uint> Rest(ParserState s, int head, int word, Span<uint> room)
    {
        var list = new FeatureList(room, CountOfQuick);
        uint side = head > word ? 128u : 0,
            hw = s.Word[head],
            dw = s.Word[word];
        uint ht = s.Tag[head] | side,
            dt = s.Tag[word];
        var both = ht | dt << 8;
        list.Add(hw, ht);
        list.Add(hw, dw, side);
        list.Add(hw, s.RightSet[head], dt | side);
        list.Add(both, s.LeftSet[word], s.LeftSet[head]);
        list.Add(hw, s.Word[s.Left1[word]], dt | side);
        list.Add(dw, s.Word[s.Left1[word]], side);
        list.Add(both, s.Word[s.Left2[word]]);
        list.Add(both, s.Word[s.Right1[word]]);
        list.Add(both, s.Tag[s.Left1[word]] | s.Tag[s.Left2[word]] << 8);
        list.Add(both, s.Word[s.Left1[head]]);
        list.Add(both, s.Tag[s.Right1[head]], (uint)s.Relation[s.Right1[head]]);
        list.Add(both, s.Tag[Before(word)]);
        list.Add(both, s.Tag[After(s, word)]);
        list.Add(both, s.Tag[Before(head)]);
        list.Add(both, s.Tag[After(s, head)]);
        list.Add(both, s.Ending[word]);
        list.Add(s.Ending[word], s.Ending[head], side);
        list.Add(both, s.Word[Before(word)]);
        list.Add(s.LeftSet[word], s.RightSet[word], ht);
        return list.Features;
    }

    private static int Before(int word) => word > 0 ? word - 1 : ParserState.None;

    private static int After(ParserState s, int word) => word + 1 <= s.Count ? word + 1 : ParserState.None;
}
