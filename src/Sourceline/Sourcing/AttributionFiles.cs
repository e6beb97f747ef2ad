using System.IO.Compression;
using Sourceline.Attribution;

namespace Sourceline.Sourcing;

/// <summary>The files that attribution is trained and measured with: annotated texts, plain or packed, and models.</summary>
internal static class AttributionFiles
{
    /// <exception cref="FileNotFoundException">There is no such file; the message names both forms that were looked for.</exception>
    public static StreamReader Open(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        if (File.Exists(path))
            return new StreamReader(path);
        if (File.Exists(path + ".gz"))
            return new StreamReader(new GZipStream(File.OpenRead(path + ".gz"), CompressionMode.Decompress));
        throw new FileNotFoundException($"There is no file {path} or {path}.gz.");
    }

    /// <exception cref="InvalidDataException">The file is no model.</exception>
    public static AttributionModel Model(string path)
    {
        using var stream = File.OpenRead(path);
        return AttributionModel.Load(stream);
    }
}
