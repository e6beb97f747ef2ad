using System.Globalization;

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
    private const int WholeWeight = 1000;

    public static string Name(Coding coding) => coding == Coding.Brotli ? "br" : "gzip";

    /// <summary>
    /// The coding that an Accept-Encoding prefers (RFC 9110, 12.5.3): the one with the greatest weight, and the smallest form where several
    /// weigh the same. A <c>*</c> asks for none in particular.
    /// </summary>
    public static Coding Best(ReadOnlySpan<char> accepted)
    {
        var (best, greatest) = (Coding.Identity, 0);
        foreach (var range in accepted.Split(','))
        {
            var item = accepted[range];
            var end = item.IndexOf(';');
            if (Find((end < 0 ? item : item[..end]).Trim()) is not { } coding)
                continue;
            var weight = end < 0 ? WholeWeight : Weight(item[(end + 1)..]);
            if (weight > greatest || (weight == greatest && weight > 0 && coding > best))
                (best, greatest) = (coding, weight);
        }
        return best;
    }

    /// <summary>Whether an If-None-Match (RFC 9110, 13.1.2) names the tag; weak or strong, since it is asked whether to send at all.</summary>
    public static bool Names(ReadOnlySpan<char> known, ReadOnlySpan<char> tag)
    {
        foreach (var range in known.Split(','))
        {
            var one = known[range].Trim();
            if (one is "*")
                return true;
            if (one.StartsWith("W/", StringComparison.Ordinal))
                one = one[2..];
            if (one.SequenceEqual(tag))
                return true;
        }
        return false;
    }

    private static Coding? Find(ReadOnlySpan<char> name)
    {
        if (name.Equals("br", StringComparison.OrdinalIgnoreCase))
            return Coding.Brotli;
        if (name.Equals("gzip", StringComparison.OrdinalIgnoreCase))
            return Coding.Gzip;
        return name.Equals("identity", StringComparison.OrdinalIgnoreCase) ? Coding.Identity : null;
    }

    /// <summary>A weight in thousandths: "q=0.5" is 500. What is no weight (RFC 9110, 12.4.2) counts as none given, which is 1.</summary>
    private static int Weight(ReadOnlySpan<char> parameters)
    {
        var weight = parameters.Trim();
        if (!weight.StartsWith("q=", StringComparison.OrdinalIgnoreCase))
            return WholeWeight;
        return
            decimal.TryParse(weight[2..].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value <= 1
            ? (int)(value * WholeWeight)
            : WholeWeight;
    }
}
