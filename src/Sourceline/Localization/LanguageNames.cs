using System.Globalization;
using Sourceline.Attribution.Model;

namespace Sourceline.Localization;

/// <summary>What languages are called, by their BCP 47 tags.</summary>
internal static class LanguageNames
{
    /// <summary>
    /// The language's own name for itself, as it stands alone: <c>Français</c>, <c>فارسی</c>. The tag where nobody knows one.
    /// </summary>
    /// <param name="tag">The language.</param>
    /// <param name="isWhole">With region and script, which tell two of one language apart: <c>English (United Kingdom)</c>.</param>
    public static string Own(string tag, bool isWhole = false)
    {
        if (Find(tag, isWhole) is not { } culture)
            return tag;
        var name = culture.NativeName;
        return name.Equals(culture.Name, StringComparison.OrdinalIgnoreCase) ? tag : culture.TextInfo.ToUpper(name[..1]) + name[1..];
    }

    /// <summary>"French (France)"; the tag where nobody knows a name.</summary>
    public static string English(string tag) => Find(tag, isWhole: true)?.EnglishName ?? tag;

    /// <summary>The name in another language, with region and script: <c>французский (Франция)</c>. The tag where nobody knows one.</summary>
    /// <param name="reader">The language of the name.</param>
    /// <param name="tag">The language that is named.</param>
    public static string In(CultureInfo reader, string tag)
    {
        if (Find(tag, isWhole: true) is not { Name.Length: > 0 } culture)
            return tag;
        var before = CultureInfo.CurrentUICulture;
        try
        {
            // .NET has the names in one language at a time.
            CultureInfo.CurrentUICulture = reader;
            return new CultureInfo(culture.Name).DisplayName;
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    /// <summary>Whether two tags are of one language, in whatever region and script.</summary>
    public static bool SameTongue(string tag, string other) => LanguageTags.Primary(tag) == LanguageTags.Primary(other);

    private static CultureInfo? Find(string tag, bool isWhole)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(tag);
            while (!isWhole && culture.Parent.Name.Length > 0)
                culture = culture.Parent;
            return culture;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
