using System.Text.RegularExpressions;

namespace Sourceline.Bench;

/// <summary>
/// The pages of a site as files: <c>/7/a-story</c> is <c>7/a-story.page</c>, with <c>.gz</c> and <c>.br</c> beside it, byte for byte
/// what the site sends. <c>paths</c> in the folder lists the stories.
/// </summary>
internal static partial class PageFiles
{
    private static readonly (string Coding, string Suffix)[] Forms = [("identity", ""), ("gzip", ".gz"), ("br", ".br")];

    public static async Task<int> FetchAsync(Uri site, string folder)
    {
        using var client = new HttpClient { BaseAddress = site };
        List<string> stories = [];
        foreach (var part in await LocationsAsync(client, "/sitemap.xml"))
            stories.AddRange((await LocationsAsync(client, part)).Where(path => char.IsAsciiDigit(path[1])));
        if (stories.Count == 0)
            throw new InvalidDataException("The sitemap has no stories.");
        var others = new List<string> { "/", "/feed.atom" };
        others.AddRange(await LinksAsync(client, "/", "/category/"));
        others.AddRange(await LinksAsync(client, "/sources", "/source/"));
        Directory.CreateDirectory(folder);
        await Parallel.ForEachAsync(
            stories.Concat(others),
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (path, cancellationToken) =>
            {
                foreach (var (coding, suffix) in Forms)
                    await SaveAsync(client, path, coding, FileOf(folder, path) + suffix, cancellationToken);
            }
        );
        await File.WriteAllLinesAsync(Path.Combine(folder, "paths"), stories);
        await File.WriteAllLinesAsync(Path.Combine(folder, "others"), others);
        return 0;
    }

    public static string FileOf(string folder, string path) => Path.Combine(folder, path.TrimStart('/') + ".page");

    private static async Task SaveAsync(HttpClient client, string path, string coding, string file, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", coding);
        using var answer = await client.SendAsync(request, cancellationToken);
        answer.EnsureSuccessStatusCode();
        var has = answer.Content.Headers.ContentEncoding.FirstOrDefault() ?? "identity";
        if (has != coding)
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync(cancellationToken), cancellationToken);
    }

    private static async Task<List<string>> LocationsAsync(HttpClient client, string path) =>
        [.. Location().Matches(await client.GetStringAsync(path)).Select(match => new Uri(match.Groups[1].Value).PathAndQuery)];

    private static async Task<IEnumerable<string>> LinksAsync(HttpClient client, string page, string below) =>
        Link()
            .Matches(await client.GetStringAsync(page))
            .Select(match => match.Groups[1].Value)
            .Where(path => path.StartsWith(below, StringComparison.Ordinal) && !path.Contains("feed.", StringComparison.Ordinal))
            .Distinct()
            .Take(1);

    [GeneratedRegex("<loc>([^<]+)</loc>")]
    private static partial Regex Location();

    [GeneratedRegex("href=\"([^\"?#]+)\"")]
    private static partial Regex Link();
}
