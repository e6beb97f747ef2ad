using Sourceline.Formats.Input;

namespace Sourceline.Formats.Detection;

/// <summary>Says that a document is of no format that can be read.</summary>
internal static class UnknownReader
{
    private const string Known =
        "Files that can be read: WordPress exports (WXR), RSS, Atom, JSON Feed, ninjs, and news pages saved as HTML or as text.";

    public static ProblemFound Problem(InputSource source, Detected detected)
    {
        var isEmpty = source.Head.IsEmpty;
        var reason =
            isEmpty ? "The file is empty."
            : detected.LooksLike is { } kind ? $"This looks like {kind}, which is not read as news. {Known}"
            : $"The format of this file is not known. {Known}";
        return new ProblemFound(ProblemSeverity.Error, new Position(isEmpty ? 0 : 1, 0), reason);
    }
}
