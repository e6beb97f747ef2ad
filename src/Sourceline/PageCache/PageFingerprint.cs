using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Sourceline.Settings;

namespace Sourceline.PageCache;

/// <summary>What pages are made with beside the database: the program, its style sheets and scripts, and every setting that can show in a page.</summary>
internal sealed class PageFingerprint
{
    /// <summary>Rises with the form of the files.</summary>
    private const int Form = 2;

    /// <summary>Settings that no page shows: where things lie, and secrets.</summary>
    private static readonly HashSet<string> Unseen =
    [
        nameof(SourcelineOptions.DataFolder),
        nameof(SourcelineOptions.Database),
        nameof(SourcelineOptions.KeyFolder),
        nameof(SourcelineOptions.Proxies),
        nameof(SourcelineOptions.Http),
        nameof(SourcelineOptions.Pages),
    ];

    public PageFingerprint(IOptions<SourcelineOptions> options)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([Form]);
        hash.AppendData(typeof(PageFingerprint).Module.ModuleVersionId.ToByteArray());
        var assets = Path.Combine(
            AppContext.BaseDirectory,
            $"{typeof(PageFingerprint).Assembly.GetName().Name}.staticwebassets.endpoints.json"
        );
        if (File.Exists(assets))
            hash.AppendData(File.ReadAllBytes(assets));
        foreach (
            var setting in typeof(SourcelineOptions)
                .GetProperties()
                .Where(setting => !Unseen.Contains(setting.Name))
                .OrderBy(setting => setting.Name, StringComparer.Ordinal)
        )
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(setting.GetValue(options.Value), setting.PropertyType));
        Bytes = hash.GetHashAndReset();
    }

    /// <summary>32 bytes.</summary>
    public byte[] Bytes { get; }
}
