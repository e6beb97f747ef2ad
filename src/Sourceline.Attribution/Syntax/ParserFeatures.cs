namespace Sourceline.Attribution;

/// <summary>What the next step of a parse is judged by: words, parts of speech, dependents and distances (after Zhang and Nivre 2011).</summary>
internal static class ParserFeatures
{
    /// <summary>No decision has more.</summary>
    public const int Most = 96;

    /// <param name="s">The state of the parse.</param>
    /// <param name="room">At least <see cref="Most"/> long.</param>
    public static ReadOnlySpan<uint> Of(ParserState s, Span<uint> room)
    {
        var list = new FeatureList(room);
        int s0 = s.Stack(0), s1 = s.Stack(1), s2 = s.Stack(2), b0 = s.Next, b1 = s.Ahead(1), b2 = s.Ahead(2);
        uint s0w = s.Word[s0], s1w = s.Word[s1], b0w = s.Word[b0], b1w = s.Word[b1];
        uint s0t = s.Tag[s0], s1t = s.Tag[s1], s2t = s.Tag[s2], b0t = s.Tag[b0], b1t = s.Tag[b1], b2t = s.Tag[b2];
        Words(ref list, s0w, s0t, s1w, s1t, b0w, b0t);
        list.Add(s.Word[s2], s2t);
        list.Add(b1w, b1t);
        list.Add(s.Word[b2], b2t);
        list.Add(Tags(s0t, b0t, b1t));
        list.Add(Tags(b0t, b1t, b2t));
        list.Add(Tags(s1t, s0t, b0t));
        list.Add(Tags(s2t, s1t, s0t));
        list.Add(Tags(s1t, s0t, b0t), b1t);
        list.Add(s0w, Tags(s1t, b0t, b1t));
        list.Add(b0w, Tags(s1t, s0t, b1t));
        list.Add(s1w, Tags(s0t, b0t, b1t));
        list.Add(b1w, Tags(s0t, b0t));
        Children(ref list, s, s0, s1, b0, b1);
        Distances(ref list, s, s0, s1, b0);
        return list.Features;
    }

    private static void Words(ref FeatureList list, uint s0w, uint s0t, uint s1w, uint s1t, uint b0w, uint b0t)
    {
        list.Add(s0w);
        list.Add(s0w, s0t);
        list.Add(s0t);
        list.Add(s1w, s1t);
        list.Add(s1t);
        list.Add(b0w);
        list.Add(b0w, b0t);
        list.Add(b0t);
        list.Add(s0w, b0w, Tags(s0t, b0t));
        list.Add(s0w, Tags(s0t, b0t));
        list.Add(b0w, Tags(s0t, b0t));
        list.Add(s0w, b0w);
        list.Add(Tags(s0t, b0t));
        list.Add(s1w, s0w);
        list.Add(s1w, Tags(s1t, s0t));
        list.Add(s0w, Tags(s1t, s0t));
        list.Add(Tags(s1t, s0t));
        list.Add(s1w, b0w);
        list.Add(s1w, Tags(s1t, b0t));
        list.Add(b0w, Tags(s1t, b0t));
        list.Add(Tags(s1t, b0t));
    }

    private static void Children(ref FeatureList list, ParserState s, int s0, int s1, int b0, int b1)
    {
        uint s0w = s.Word[s0], s1w = s.Word[s1], b0w = s.Word[b0], s0t = s.Tag[s0], s1t = s.Tag[s1], b0t = s.Tag[b0];
        int s0l = s.Left1[s0], s0r = s.Right1[s0], b0l = s.Left1[b0], s1l = s.Left1[s1], s1r = s.Right1[s1];
        list.Add(Tags(s0t, b0t), s.Tag[s0l], (uint)s.Relation[s0l]);
        list.Add(Tags(s0t, b0t), s.Tag[s0r], (uint)s.Relation[s0r]);
        list.Add(Tags(s0t, b0t), s.Tag[b0l], (uint)s.Relation[b0l]);
        list.Add(Tags(s1t, s0t), s.Tag[s0r], (uint)s.Relation[s0r]);
        list.Add(Tags(s1t, s0t), s.Tag[s1r], (uint)s.Relation[s1r]);
        list.Add(Tags(s1t, s0t), s.Tag[s0l], (uint)s.Relation[s0l]);
        list.Add(Tags(s1t, s0t), s.Tag[s1l], (uint)s.Relation[s1l]);
        list.Add(s.Word[s0l], s0t, b0t);
        list.Add(s.Word[s0r], s0t, b0t);
        list.Add(s.Word[b0l], s0t, b0t);
        list.Add(s.Word[b0l], s0w);
        list.Add(s.Word[s0l], s1w);
        list.Add(s.Word[s0l], Tags(s1t, s0t));
        list.Add(s.Word[s.Left2[s0]], Tags(s1t, s0t));
        list.Add(s.Word[s.Left2[b0]], Tags(s0t, b0t));
        list.Add(Tags(s.Tag[s.Left1[s0]], s.Tag[s.Left2[s0]], s0t));
        list.Add(Tags(s.Tag[s.Right1[s0]], s.Tag[s.Right2[s0]], s0t), b0t);
        list.Add(Tags(s.Tag[s.Left1[b0]], s.Tag[s.Left2[b0]], b0t), s0t);
        list.Add(s0t, s.LeftSet[s0]);
        list.Add(s0t, s.RightSet[s0]);
        list.Add(Tags(s0t, b0t), s.RightSet[s0]);
        list.Add(Tags(s0t, b0t), s.LeftSet[s0]);
        list.Add(Tags(s0t, b0t), s.LeftSet[b0]);
        list.Add(Tags(s1t, s0t), s.LeftSet[s0], s.RightSet[s1]);
        list.Add(Tags(s1t, s0t), s.RightSet[s1]);
        list.Add(Tags(s1t, s0t, b0t), s.RightSet[s1], s.LeftSet[b0]);
        list.Add(s0w, s.RightSet[s0], b0t);
        list.Add(s1w, s.RightSet[s1], Tags(s0t, b0t));
        list.Add(s1w, s.LeftSet[s1], s.RightSet[s1]);
        list.Add(b0w, s.LeftSet[b0], s0t);
        list.Add(s.Word[b1], s.RightSet[s0], s0t);
    }

    private static void Distances(ref FeatureList list, ParserState s, int s0, int s1, int b0)
    {
        uint s0t = s.Tag[s0], s1t = s.Tag[s1], b0t = s.Tag[b0];
        uint near = Distance(s0, b0), far = Distance(s1, s0);
        list.Add(s.Word[s0], near);
        list.Add(s.Word[b0], near);
        list.Add(Tags(s0t, b0t), near);
        list.Add(Tags(s1t, s0t), far);
        list.Add(Tags(s1t, s0t, b0t), near, far);
        list.Add(s.Word[s1], far, s0t);
        list.Add(s0t, s.RightCount[s0], b0t);
        list.Add(s.Word[s0], s.RightCount[s0]);
        list.Add(s0t, s.LeftCount[s0], b0t);
        list.Add(s1t, s.RightCount[s1], s0t);
        list.Add(s.Word[s1], s.RightCount[s1]);
        list.Add(b0t, s.LeftCount[b0], s0t);
    }

    private static uint Distance(int before, int after) => before == ParserState.None ? 0 : (uint)(after - before) switch
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
