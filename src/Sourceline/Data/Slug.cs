using System.Globalization;
using System.Text;

namespace Sourceline.Data;

/// <summary>The readable part of an address: letters and digits of any script in lower case, parted by hyphens.</summary>
public static class Slug
{
    /// <summary>Makes one of at most <paramref name="limit"/> characters; "story" or the like (<paramref name="fallback"/>) where nothing is left.</summary>
    public static string From(string words, string fallback, int limit = 80)
    {
        ArgumentNullException.ThrowIfNull(words);
        var slug = new StringBuilder(Math.Min(words.Length, limit));
        var (gap, latin) = (false, false);
        foreach (var rune in words.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            // The marks of Latin letters go, those of other scripts make other letters; apostrophes join: "Russia's" is "russias".
            var isMark = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark;
            if ((isMark && latin) || rune.Value is '\'' or '’' or 'ʼ')
                continue;
            latin = !isMark && rune.Value < 0x250;
            if (!isMark && !Rune.IsLetterOrDigit(rune) && rune.Value != 0x200c)
            {
                gap = slug.Length > 0;
                continue;
            }
            if (rune.Value == 0x200c)
                continue;
            if (slug.Length + 1 + rune.Utf16SequenceLength > limit)
            {
                // A word cut in two reads badly; one word alone is cut all the same.
                if (!gap && LastHyphen(slug) is > 0 and var end)
                    slug.Length = end;
                break;
            }
            if (gap)
                slug.Append('-');
            gap = false;
            slug.Append(Rune.ToLowerInvariant(rune).ToString());
        }
        return slug.Length == 0 ? fallback : slug.ToString().Normalize(NormalizationForm.FormC);
    }

    private static int LastHyphen(StringBuilder slug)
    {
        for (var at = slug.Length - 1; at >= 0; at--)
        {
            if (slug[at] == '-')
                return at;
        }
        return -1;
    }

    /// <summary>The slug, or the slug with the lowest number behind it that <paramref name="taken"/> does not know.</summary>
    public static async Task<string> FreeAsync(string slug, Func<string, Task<bool>> taken)
    {
        ArgumentNullException.ThrowIfNull(taken);
        var candidate = slug;
        for (var number = 2; await taken(candidate); number++)
            candidate = string.Create(CultureInfo.InvariantCulture, $"{slug}-{number}");
        return candidate;
    }
}
