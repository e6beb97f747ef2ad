namespace Sourceline.Attribution;

/// <summary>Says which language a text is read in.</summary>
internal static class Languages
{
    public static string Of(string? given, Document document) => given ?? "en";
}
