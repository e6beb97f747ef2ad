using System.Globalization;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.SavedPage;

/// <summary>A line such as "• category: Politics".</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Value">What stands after the colon.</param>
internal readonly record struct PageLabel(PageLabelKind Kind, string Value)
{
    private const int LongestLine = 300;
    private const int LongestLabel = 30;
    private const string Bullets = "•◦▪‣·●○■*–—+-";

    public static bool TryRead(string line, out PageLabel label)
    {
        label = default;
        if (line.Length > LongestLine)
            return false;
        var text = line.AsSpan().Trim();
        if (text.Length > 0 && Bullets.Contains(text[0], StringComparison.Ordinal))
            text = text[1..].TrimStart();
        var colon = text.IndexOfAny(':', '：');
        if (colon <= 0 || !IsLabel(text[..colon].TrimEnd()))
            return false;
        var value = text[(colon + 1)..].Trim();
        if (value.IsEmpty || PageLabelWords.KindOf(text[..colon].ToString()) is not { } kind)
            return false;
        label = new PageLabel(kind, value.ToString());
        return label.Fits();
    }

    private static bool IsLabel(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestLabel || !(char.IsLetter(text[0]) || text[0] == '№'))
            return false;
        foreach (var c in text)
            if (!char.IsLetter(c) && c is not (' ' or '.' or '°' or 'º' or '№' or '\u200c') && !char.IsSurrogate(c) && !IsMark(c))
                return false;
        return true;
    }

    private static bool IsMark(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>A label's word may also begin a sentence ("No: that is over"), so the value must be of the label's sort.</summary>
    private bool Fits() =>
        Kind switch
        {
            PageLabelKind.Number => NumberIn(Value) is not null,
            PageLabelKind.Date or PageLabelKind.Updated or PageLabelKind.Time => Value.Any(char.IsDigit) && Value.Length < 60,
            _ => Value.Length is > 0 and < 120,
        };

    /// <summary>The number alone in a value such as "18343" or "#18,343".</summary>
    public static long? NumberIn(string value)
    {
        var digits = Digits.ToAscii(value.Trim().TrimStart('#', '№').Trim()).Replace(",", "", StringComparison.Ordinal);
        return
            digits.Length is > 0 and < 19
            && digits.All(char.IsAsciiDigit)
            && long.Parse(digits, CultureInfo.InvariantCulture) is > 0 and var number
            ? number
            : null;
    }
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
