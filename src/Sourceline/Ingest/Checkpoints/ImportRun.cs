using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Sourceline.Data.Model;
using Sourceline.Formats;
using Sourceline.Ingest.Importing;

namespace Sourceline.Ingest.Checkpoints;

/// <summary>One run of an import, and what runs that did not come to their end had done before it.</summary>
internal sealed class ImportRun(IEnumerable<ImportCheckpoint> earlier)
{
    private const int BufferLength = 1024 * 1024;

    private readonly ILookup<string, ImportCheckpoint> _earlier = earlier.ToLookup(row => row.Settings);
    private readonly HashSet<string> _met = [];
    private int _inputs;

    public string Id { get; } = Guid.NewGuid().ToString("n");

    /// <summary>The runs that had begun an input of this one's names and settings.</summary>
    public IReadOnlyCollection<string> Met => _met;

    /// <summary>Begins an input: where its bytes are those that an earlier run had read, it goes on from there.</summary>
    /// <param name="filesHere">How many files of its media library are here; where one has come to them, texts may come to refer to it.</param>
    public InputCheckpoint Begin(
        OpenedInput input,
        ReadOptions options,
        ImportSettings settings,
        int filesHere,
        CancellationToken cancellationToken
    )
    {
        var key = Key(options, settings, filesHere);
        var known = _earlier[key].ToList();
        _met.UnionWith(known.Select(row => row.Run));
        return new InputCheckpoint(Id, ++_inputs, key, Furthest(known, input, cancellationToken));
    }

    /// <summary>
    /// All that decides beside the bytes what is read from them and what becomes of it. The program is in it: another may read more, or count
    /// what it reads in another way.
    /// </summary>
    private static string Key(ReadOptions options, ImportSettings settings, int filesHere)
    {
        string?[] parts =
        [
            options.Name,
            options.BaseUrl?.ToString(),
            options.ContentType,
            options.TimeZone.Id,
            settings.Publish.ToString(),
            settings.Media.ToString(),
            filesHere.ToString(CultureInfo.InvariantCulture),
            ProgramOf<NewsItem>(),
            ProgramOf<StoryIntake>(),
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
    }

    private static string ProgramOf<T>() => typeof(T).Module.ModuleVersionId.ToString("n");

    private static ImportCheckpoint? Furthest(List<ImportCheckpoint> known, OpenedInput input, CancellationToken cancellationToken)
    {
        ImportCheckpoint? furthest = null;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var bytes = input.Packed();
        var (buffer, at, length) = (new byte[known.Count == 0 ? 0 : BufferLength], 0L, input.Length);
        foreach (
            var some in known
                .Where(row => row.Whole ? row.Bytes == length : row.Bytes <= length)
                .GroupBy(row => row.Bytes)
                .OrderBy(some => some.Key)
        )
        {
            for (
                int read;
                at < some.Key && (read = bytes.Read(buffer.AsSpan(0, (int)Math.Min(BufferLength, some.Key - at)))) > 0;
                at += read
            )
            {
                cancellationToken.ThrowIfCancellationRequested();
                hash.AppendData(buffer.AsSpan(0, read));
            }
            var now = Convert.ToHexStringLower(hash.GetCurrentHash());
            furthest = some.Where(row => row.Hash == now).Append(furthest).MaxBy(row => row?.Results ?? 0);
        }
        return furthest;
    }
}
