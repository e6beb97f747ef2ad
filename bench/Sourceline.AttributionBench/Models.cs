using Sourceline.Attribution;

namespace Sourceline.AttributionBench;

/// <summary>What texts are read with.</summary>
internal static class Models
{
    private static readonly Lazy<byte[]?> Read = new(() => Path is null ? null : File.ReadAllBytes(Path));
    private static readonly Lazy<AttributionModel?> Loaded = new(() =>
        Bytes is { } bytes ? AttributionModel.Load(new MemoryStream(bytes)) : AttributionModel.Shipped
    );

    /// <summary>A model's file; null for the one that the library carries.</summary>
    public static string? Path { get; set; }

    public static byte[]? Bytes => Read.Value;

    /// <summary>Null where none was named and the library carries none.</summary>
    public static AttributionModel? Model => Loaded.Value;

    public static bool Any => Path is not null || Model is not null;
}
