namespace Sourceline.Desk.Acting;

/// <summary>A paragraph that came or went between two versions.</summary>
public sealed record TextChange(string Words, bool IsNew);

/// <summary>Compares two canonical texts, paragraph by paragraph.</summary>
internal static class TextChanges
{
    /// <summary>Above this product of paragraphs they are not compared one by one: the page must not wait for it.</summary>
    private const int Most = 1_000_000;

    /// <summary>What differs, in the order of the new text; what went stands before what came in its place.</summary>
    public static List<TextChange> Between(string before, string after)
    {
        var (old, now) = (before.Split("\n\n"), after.Split("\n\n"));
        var head = old.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        var tail = old[head..].Reverse().Zip(now[head..].Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        var (went, came) = (old[head..^tail], now[head..^tail]);
        return (long)went.Length * came.Length > Most
            ? [.. went.Select(words => new TextChange(words, false)), .. came.Select(words => new TextChange(words, true))]
            : Walk(went, came, Common(went, came));
    }

    /// <summary>The length of the longest common run of paragraphs from each pair of places on.</summary>
    private static int[,] Common(string[] old, string[] now)
    {
        var common = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }
        return common;
    }

    private static List<TextChange> Walk(string[] old, string[] now, int[,] common)
    {
        var changes = new List<TextChange>();
        var (i, j) = (0, 0);
        while (i < old.Length || j < now.Length)
        {
            if (i < old.Length && j < now.Length && old[i] == now[j]) (i, j) = (i + 1, j + 1);
            else if (i < old.Length && (j == now.Length || common[i + 1, j] >= common[i, j + 1])) changes.Add(new(old[i++], false));
            else changes.Add(new(now[j++], true));
        }
        return changes;
    }
}
