using System.ComponentModel.DataAnnotations;
using System.Text;

namespace Sourceline.Data.Model;

/// <summary>An address that a story had at its origin; asked for here, it redirects to the story.</summary>
public sealed class StoryAddress
{
    private const int Longest = 600;

    /// <summary>WordPress answers to these numbers whatever else the query holds.</summary>
    private static readonly string[] Numbers = ["p", "page_id", "attachment_id"];

    /// <summary>Slash, question mark, number sign, percent sign, backslash and null.</summary>
    private static readonly string[] Separators = ["2f", "3f", "23", "25", "5c", "00"];

    private static readonly string[] Tracking =
    [
        "utm_",
        "mtm_",
        "pk_",
        "fbclid",
        "gclid",
        "dclid",
        "msclkid",
        "yclid",
        "igshid",
        "mc_cid",
        "mc_eid",
        "_ga",
        "_gl",
    ];

    /// <summary>Path and query, lower case, with characters rather than their escapes, without a trailing slash; unique.</summary>
    [MaxLength(Longest)]
    public required string Path { get; set; }

    public long StoryId { get; set; }

    public Story? Story { get; set; }

    /// <summary>
    /// Brings an address into the form of <see cref="Path"/>; null where it cannot be one. Browsers and sites escape characters such as the
    /// apostrophe or not; what separates the parts of an address stays escaped where it was.
    /// </summary>
    public static string? Normalise(string pathAndQuery)
    {
        ArgumentNullException.ThrowIfNull(pathAndQuery);
        if (pathAndQuery.Length > Longest * 3)
            return null;
        var path = Decoded(pathAndQuery).TrimEnd('/').ToLowerInvariant();
        return path.Length is > 1 and <= Longest && path[0] == '/' ? path : null;
    }

    /// <summary>
    /// The forms under which an address may be kept, the closest first: as it is, without parameters that only count visits, by WordPress's
    /// number alone, and without its query.
    /// </summary>
    public static IEnumerable<string> FormsOf(string pathAndQuery)
    {
        ArgumentNullException.ThrowIfNull(pathAndQuery);
        var at = pathAndQuery.IndexOf('?', StringComparison.Ordinal);
        var path = at < 0 ? pathAndQuery : pathAndQuery[..at];
        var parameters = at < 0 ? [] : pathAndQuery[(at + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries);
        var own = Array.FindAll(parameters, parameter =>
            !Array.Exists(Tracking, name => parameter.StartsWith(name, StringComparison.OrdinalIgnoreCase))
        );
        var number = Array.Find(parameters, parameter =>
            Array.Exists(Numbers, name => parameter.StartsWith(name + "=", StringComparison.OrdinalIgnoreCase))
        );
        string?[] forms =
        [
            pathAndQuery,
            own.Length == 0 ? null : $"{path}?{string.Join('&', own)}",
            number is null ? null : $"{path}?{number}",
            path,
        ];
        return forms.OfType<string>().Select(Normalise).OfType<string>().Distinct();
    }

    /// <summary>Decodes all escapes but those of characters that would separate parts. A percent sign that begins none is escaped.</summary>
    private static string Decoded(string address)
    {
        if (!address.Contains('%', StringComparison.Ordinal))
            return address;
        var kept = new StringBuilder(address.Length + 16);
        for (var at = 0; at < address.Length; at++)
        {
            if (address[at] != '%')
                kept.Append(address[at]);
            else if (at + 2 >= address.Length || !char.IsAsciiHexDigit(address[at + 1]) || !char.IsAsciiHexDigit(address[at + 2]))
                kept.Append("%2525");
            else
                kept.Append(Separators.Contains(address.Substring(at + 1, 2).ToLowerInvariant()) ? "%25" : "%");
        }
        return Uri.UnescapeDataString(kept.ToString());
    }
}
