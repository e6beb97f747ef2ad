namespace Sourceline.PageCache;

/// <summary>A content coding.</summary>
internal enum Coding
{
    Identity,
    Gzip,
    Brotli,
}

/// <summary>Reads what a reader asks for without making anything: this is on the path of every request.</summary>
internal static class Codings
{
    public static string Name(Coding coding) => coding == Coding.Brotli ? "br" : "gzip";

    /// <summary>The best coding of an Accept-Encoding (RFC 9110, 12.5.3). A <c>*</c> asks for none in particular.</summary>
    public static Coding Best(ReadOnlySpan<char> accepted)
    {
        var best = Coding.Identity;
        foreach (var range in accepted.Split(','))
        {
            var item = accepted[range];
            var end = item.IndexOf(';');
            var name = (end < 0 ? item : item[..end]).Trim();
            var coding = name.Equals("br", StringComparison.OrdinalIgnoreCase) ? Coding.Brotli
                : name.Equals("gzip", StringComparison.OrdinalIgnoreCase) ? Coding.Gzip : Coding.Identity;
            if (coding > best && (end < 0 || !IsRefused(item[(end + 1)..]))) best = coding;
        }
        return best;
    }

    /// <summary>Whether an If-None-Match (RFC 9110, 13.1.2) names the tag; weak or strong, since it is asked whether to send at all.</summary>
    public static bool Names(ReadOnlySpan<char> known, ReadOnlySpan<char> tag)
    {
        foreach (var range in known.Split(','))
        {
            var one = known[range].Trim();
            if (one is "*") return true;
            if (one.StartsWith("W/", StringComparison.Ordinal)) one = one[2..];
            if (one.SequenceEqual(tag)) return true;
        }
        return false;
    }

    /// <summary>A weight of nought: "q=0", "q=0.0".</summary>
    private static bool IsRefused(ReadOnlySpan<char> parameters)
    {
        var weight = parameters.Trim();
        if (!weight.StartsWith("q=", StringComparison.OrdinalIgnoreCase)) return false;
        return weight[2..].Trim().TrimEnd('0') is "" or "0." or ".";
    }
}
