using Sourceline.Formats.SavedPage;

namespace Sourceline.Formats.Detection;

/// <summary>Tells a saved page from any other text: it has a label such as "publish:" near its top.</summary>
internal static class TextShape
{
    private const int LinesToLookAt = 60;

    public static bool LooksSaved(string head)
    {
        var lines = head.Split('\n', LinesToLookAt + 1);
        return lines.Take(LinesToLookAt).Any(line => PageLabel.TryRead(line, out var label) && label.Identifies);
    }
}
