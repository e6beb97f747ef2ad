using System.Text.RegularExpressions;

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
        label = match.Success ? new PageLabel(KindOf(match.Groups["label"].Value), match.Groups["value"].Value.Trim()) : default;
        return match.Success && label.Fits();
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
        var digits = value.Trim().TrimStart('#', '№').Trim().Replace(",", "", StringComparison.Ordinal);
        return digits.Length is > 0 and < 19 && digits.All(char.IsAsciiDigit) && long.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) is > 0 and var number ? number : null;
    }

    private static PageLabelKind KindOf(string word) => word.ToLowerInvariant() switch
    {
        "no" or "no." or "nr" or "nr." or "number" or "story no" or "story no." or "news no" or "id" or "code" or "№" => PageLabelKind.Number,
        "time" or "hour" or "publish time" => PageLabelKind.Time,
        "category" or "categories" or "section" or "topic" => PageLabelKind.Category,
        "tag" or "tags" or "keywords" => PageLabelKind.Tags,
        "author" or "by" or "byline" or "written by" => PageLabelKind.Byline,
        "place" or "location" => PageLabelKind.Place,
        "updated" or "last updated" or "last update" or "modified" => PageLabelKind.Updated,
        _ => PageLabelKind.Date,
    };

    [GeneratedRegex(@"^[\s\u00a0]*(?:[•◦▪‣·●○■*–—+-]\s*)?(?<label>publish(?:ed)?(?: (?:on|date|at))?|publication date|posted(?: on)?|date|publish time|time|hour|category|categories|section|topic|tags?|keywords|author|written by|by|byline|place|location|last updated?|updated|modified|(?:story |news )?no\.?|nr\.?|number|id|code|№)\s*[:：]\s*(?<value>\S.*?)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
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
