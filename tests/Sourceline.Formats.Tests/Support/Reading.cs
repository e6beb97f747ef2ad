using System.Text;

namespace Sourceline.Formats.Tests.Support;

/// <summary>Short ways to read in tests.</summary>
internal static class Reading
{
    public static ReadOptions Options(string name = "test") => new() { Name = name };

    public static List<ReadResult> Bytes(byte[] bytes, ReadOptions? options = null) =>
        [.. NewsReader.Read(new MemoryStream(bytes), options ?? Options())];

    public static List<ReadResult> Text(string text, ReadOptions? options = null) => Bytes(Encoding.UTF8.GetBytes(text), options);

    public static List<ReadResult> File(string path, ReadOptions? options = null) =>
        Bytes(System.IO.File.ReadAllBytes(path), options ?? Options(Path.GetFileName(path)));

    public static NewsItem OneItem(string text, ReadOptions? options = null) => Assert.Single(Text(text, options).OfType<ItemRead>()).Item;

    public static int LostOrSkipped(IEnumerable<ReadResult> results) =>
        results.OfType<ProblemFound>().Count(p => p.Severity != ProblemSeverity.Warning && p.Position.Item > 0);
}
