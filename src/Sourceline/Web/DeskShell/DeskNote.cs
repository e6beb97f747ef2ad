using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Sourceline.Web.DeskShell;

/// <summary>One line that the next desk page says: what was done, or why it was not.</summary>
internal static class DeskNote
{
    public const string DoneKey = "done";
    public const string RefusedKey = "refused";

    public static void Done(this ITempDataDictionary notes, string words) => notes[DoneKey] = words;

    public static void Refused(this ITempDataDictionary notes, string words) => notes[RefusedKey] = words;
}
