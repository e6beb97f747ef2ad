namespace Sourceline.Attribution.Pipeline.Syntax;

/// <summary>What the next step of a parse is judged by: words, parts of speech, dependents and distances (after Zhang and Nivre 2011).</summary>
internal static class ParserFeatures
{
    /// <summary>No decision has more.</summary>
    public const int Most = 112;

    /// <summary>How many of them <see cref="Quick"/> gives.</summary>
    private const int CountOfQuick = 30;

    /// <summary>All features.</summary>
    /// <param name="s">The state of the parse.</param>
    /// <param name="room">At least <see cref="Most"/> long.</param>
    public static ReadOnlySpan<uint> Of(ParserState s, Span<uint> room)
    {
        Quick(s, room);
        return room[..(CountOfQuick + Rest(s, room).Length)];
    }

    /// <summary>The few that decide most steps.</summary>
    public static ReadOnlySpan<uint> Quick(ParserState s, Span<uint> room)
    {
        var list = new FeatureList(room);
        int s0 = s.Stack(0),
            s1 = s.Stack(1),
            b0 = s.Next,
            b1 = s.Ahead(1),
            b2 = s.Ahead(2);
        uint s0w = s.Word[s0],
            b0w = s.Word[b0],
            b1w = s.Word[b1];
        uint s0t = s.Tag[s0],
            s1t = s.Tag[s1],
            b0t = s.Tag[b0],
            b1t = s.Tag[b1],
            b2t = s.Tag[b2];
        uint near = Distance(s0, b0),
            far = Distance(s1, s0),
            both = Tags(s0t, b0t);
        list.Add(s0w, s0t);
        list.Add(b0w, b0t);
        list.Add(s0w, both);
        list.Add(b0w, both);
        list.Add(both);
        list.Add(s.Word[s1], s1t);
        list.Add(s.Word[s1], Tags(s1t, s0t));
        list.Add(s0w, Tags(s1t, s0t));
        list.Add(Tags(s1t, s0t));
        list.Add(Tags(s1t, s0t, b0t));
        list.Add(Tags(s1t, s0t, b0t), b1t);
        list.Add(Tags(s0t, b0t, b1t));
        list.Add(Tags(b0t, b1t, b2t));
        list.Add(b1w, both);
        list.Add(b1w, b1t);
        list.Add(both, near);
        list.Add(Tags(s1t, s0t), far);
        list.Add(Tags(s1t, s0t, b0t), near, far);
        list.Add(both, s.RightSet[s0]);
        list.Add(both, s.LeftSet[s0]);
        list.Add(both, s.LeftSet[b0]);
        list.Add(Tags(s1t, s0t), s.LeftSet[s0], s.RightSet[s1]);
        list.Add(Tags(s1t, s0t, b0t), s.RightSet[s1], s.LeftSet[b0]);
        list.Add(s0w, s.RightSet[s0], b0t);
        list.Add(b0w, s.LeftSet[b0], s0t);
        list.Add(s.Word[s.Left1[s0]], s0t, b0t);
        list.Add(s0w, near);
        list.Add(b0w, Tags(s1t, s0t, b1t));
        list.Add(both, s.Landscape.Between(s0, b0));
        list.Add(both, s.Landscape.After(b0), b1t);
        return list.Features;
    }

    /// <summary>The others.</summary>
    public static ReadOnlySpan<uint> Rest(ParserState s, Span<uint> room)
    {
        var list = new FeatureList(room, CountOfQuick);
        int s0 = s.Stack(0),
            s1 = s.Stack(1),
            s2 = s.Stack(2),
            b0 = s.Next,
            b2 = s.Ahead(2);
        uint s0w = s.Word[s0],
            s1w = s.Word[s1],
            b0w = s.Word[b0];
        uint s0t = s.Tag[s0],
            s1t = s.Tag[s1],
            s2t = s.Tag[s2],
            b0t = s.Tag[b0],
            b1t = s.Tag[s.Ahead(1)];
        list.Add(s.Word[s2], s2t);
        list.Add(s.Word[b2], s.Tag[b2]);
        list.Add(Tags(s2t, s1t, s0t));
        list.Add(s0w, Tags(s1t, b0t, b1t));
        list.Add(s1w, Tags(s0t, b0t, b1t));
        list.Add(s0w, b0w);
        list.Add(s1w, s0w);
        list.Add(s1w, b0w);
        list.Add(s1w, Tags(s1t, b0t));
        list.Add(b0w, Tags(s1t, b0t));
        list.Add(Tags(s1t, b0t));
        Children(ref list, s, s0, s1, b0);
        Counts(ref list, s, s0, s1, b0);
        Views(ref list, s, s0, s1, b0);
        return list.Features;
    }

    private static void Children(ref FeatureList list, ParserState s, int s0, int s1, int b0)
    {
        uint s0w = s.Word[s0],
            s1w = s.Word[s1],
            s0t = s.Tag[s0],
            s1t = s.Tag[s1],
            b0t = s.Tag[b0];
        int s0l = s.Left1[s0],
            s0r = s.Right1[s0],
            b0l = s.Left1[b0],
            s1l = s.Left1[s1],
            s1r = s.Right1[s1];
        list.Add(Tags(s0t, b0t), s.Tag[s0r], (uint)s.Relation[s0r]);
        list.Add(Tags(s0t, b0t), s.Tag[b0l], (uint)s.Relation[b0l]);
        list.Add(Tags(s1t, s0t), s.Tag[s0r], (uint)s.Relation[s0r]);
        list.Add(Tags(s1t, s0t), s.Tag[s1r], (uint)s.Relation[s1r]);
        list.Add(Tags(s1t, s0t), s.Tag[s0l], (uint)s.Relation[s0l]);
        list.Add(Tags(s1t, s0t), s.Tag[s1l], (uint)s.Relation[s1l]);
        list.Add(s.Word[s0r], s0t, b0t);
        list.Add(s.Word[b0l], s0t, b0t);
        list.Add(s.Word[b0l], s0w);
        list.Add(s.Word[s0l], s1w);
        list.Add(s.Word[s0l], Tags(s1t, s0t));
        list.Add(s.Word[s.Left2[b0]], Tags(s0t, b0t));
        list.Add(Tags(s.Tag[s.Right1[s0]], s.Tag[s.Right2[s0]], s0t), b0t);
        list.Add(Tags(s1t, s0t), s.RightSet[s1]);
        list.Add(s1w, s.RightSet[s1], Tags(s0t, b0t));
        list.Add(s1w, s.LeftSet[s1], s.RightSet[s1]);
        list.Add(s.Word[s.Ahead(1)], s.RightSet[s0], s0t);
    }

    private static void Counts(ref FeatureList list, ParserState s, int s0, int s1, int b0)
    {
        uint s0t = s.Tag[s0],
            b0t = s.Tag[b0];
        list.Add(s.Word[b0], Distance(s0, b0));
        list.Add(s.Word[s1], Distance(s1, s0), s0t);
        list.Add(s0t, s.RightCount[s0], b0t);
        list.Add(s.Word[s0], s.RightCount[s0]);
        list.Add(s.Tag[s1], s.RightCount[s1], s0t);
        list.Add(s.Word[s1], s.RightCount[s1]);
        list.Add(b0t, s.LeftCount[b0], s0t);
    }

    /// <summary>What lies between and ahead.</summary>
    private static void Views(ref FeatureList list, ParserState s, int s0, int s1, int b0)
    {
        uint s0t = s.Tag[s0],
            s1t = s.Tag[s1],
            b0t = s.Tag[b0];
        uint near = s.Landscape.Between(s0, b0),
            far = s.Landscape.Between(s1, s0),
            after = s.Landscape.After(b0);
        list.Add(Tags(s1t, s0t), far);
        list.Add(Tags(s1t, s0t, b0t), far, near);
        list.Add(Tags(s1t, s0t, b0t), after);
        list.Add(s.Word[s0], near, b0t);
        list.Add(s.Word[b0], near, s0t);
        list.Add(s.Word[s1], far, s0t);
        list.Add(s.Word[s0], after, b0t);
        list.Add(s0t, after, s.RightSet[s0]);
        list.Add(Tags(s1t, s0t), after, s.RightSet[s1]);
        list.Add(Tags(s0t, b0t, s.Tag[s.Ahead(1)]), Tags(s.Tag[s.Ahead(2)], s.Tag[s.Ahead(3)]));
        list.Add(Tags(s.Tag[s.Stack(3)], s.Tag[s.Stack(2)], s1t), s0t);
        list.Add(s.Word[s.Stack(2)], s0t, b0t);
    }

    private static uint Distance(int before, int after) =>
        before == ParserState.None
            ? 0
            : (uint)(after - before) switch
            {
                < 5 and var few => few,
                < 7 => 5,
                < 11 => 6,
                < 21 => 7,
                _ => 8,
            };

    private static uint Tags(uint a, uint b) => a | b << 8;

    private static uint Tags(uint a, uint b, uint c) => a | b << 8 | c << 16;
}
