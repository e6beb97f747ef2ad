using System.IO.Compression;

namespace Sourceline.Statements;

/// <summary>The files of an annotated corpus, plain or packed.</summary>
internal static class CorpusFolder
{
    /// <exception cref="FileNotFoundException">There is no such file; the message names both forms that were looked for.</exception>
    public static StreamReader Open(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        if (File.Exists(path)) return new StreamReader(path);
        if (File.Exists(path + ".gz")) return new StreamReader(new GZipStream(File.OpenRead(path + ".gz"), CompressionMode.Decompress));
        throw new FileNotFoundException($"There is neither {path} nor {path}.gz.");
    }
}
