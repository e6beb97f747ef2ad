using Sourceline.Formats.Input;

namespace Sourceline.Formats.Detection;

/// <summary>Says that a format is not known.</summary>
internal static class UnknownReader
{
    public static IEnumerable<ReadResult> Read(InputSource source)
    {
        var reason = source.Head.IsEmpty
            ? "The file is empty."
            : "This is not a news page, and no other format that can be read here: a WordPress export, RSS, Atom, JSON Feed or ninjs.";
        yield return new ProblemFound(ProblemSeverity.Error, new Position(source.Head.IsEmpty ? 0 : 1, 0), reason);
    }
}
