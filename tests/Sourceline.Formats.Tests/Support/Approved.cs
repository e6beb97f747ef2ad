using System.Runtime.CompilerServices;

namespace Sourceline.Formats.Tests.Support;

/// <summary>
/// Compares a text with the approved one beside the test, <c>Class.Name.approved.txt</c>. Where they differ the new text is written
/// to <c>.received.txt</c>: look at it, and rename it if it is right.
/// </summary>
internal static class Approved
{
    public static void Match(string received, string name, [CallerFilePath] string testFile = "")
    {
        var stem = Path.Combine(
            Repository.Mapped(Path.GetDirectoryName(testFile)!),
            $"{Path.GetFileNameWithoutExtension(testFile)}.{name}"
        );
        var (approvedPath, receivedPath) = (stem + ".approved.txt", stem + ".received.txt");
        var text = received.ReplaceLineEndings("\n").TrimEnd() + "\n";
        var approved = File.Exists(approvedPath) ? File.ReadAllText(approvedPath).ReplaceLineEndings("\n") : "";
        if (approved == text)
        {
            File.Delete(receivedPath);
            return;
        }

        File.WriteAllText(receivedPath, text);
        Assert.Equal(approved, text);
    }
}
