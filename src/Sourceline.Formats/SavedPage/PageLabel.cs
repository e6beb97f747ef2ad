using System.Text.RegularExpressions;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.SavedPage;

/// <summary>A line such as "• category: Politics".</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Value">What stands after the colon.</param>
internal readonly partial record struct PageLabel(PageLabelKind Kind, string Value)
{
    /// <summary>Whether this label marks a text as a news page: any prose may have a line "By: ...".</summary>
    public bool Identifies => Kind is PageLabelKind.Date or PageLabelKind.Number && Value.Any(char.IsDigit);

    public static bool TryRead(string line, out PageLabel label)
    {
        var match = line.Length > 300 ? Match.Empty : Pattern().Match(line);
        var kind = match.Success ? PageLabelWords.KindOf(match.Groups["label"].Value) : null;
        label = kind is { } known ? new PageLabel(known, match.Groups["value"].Value.Trim()) : default;
        return kind is not null && label.Fits();
    }

    /// <summary>A label's word may also begin a sentence ("No: that is over"), so the value must be of the label's sort.</summary>
    private bool Fits() => Kind switch
    {
        PageLabelKind.Number => NumberIn(Value) is not null,
        PageLabelKind.Date or PageLabelKind.Updated or PageLabelKind.Time => Value.Any(char.IsDigit) && Value.Length < 60,
        _ => Value.Length is > 0 and < 120,
    };

    /// <summary>The number alone in a value such as "18343" or "#18,343".</summary>
    public static long? NumberIn(string value)
    {
        var digits = Digits.ToAscii(value.Trim().TrimStart('#', '№').Trim()).Replace(",", "", StringComparison.Ordinal);
        return digits.Length is > 0 and < 19 && digits.All(char.IsAsciiDigit) && long.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) is > 0 and var number ? number : null;
    }

    [GeneratedRegex(@"^[\s\u00a0]*(?:[•◦▪‣·●○■*–—+-]\s*)?(?<label>[№\p{L}][\p{L}\p{M}\u200c .°º]{0,29}?)\s*[:：]\s*(?<value>\S.*?)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}

/// <summary>What a label tells.</summary>
internal enum PageLabelKind
{
    Date,
    Time,
    Updated,
    Category,
    Tags,
    Number,
    Byline,
    Place,
}
