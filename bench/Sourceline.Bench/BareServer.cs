namespace Sourceline.Bench;

/// <summary>Kestrel and a dictionary: what cannot be outrun with this server. It sends the same bytes with their type and length, and looks at nothing but the path and the coding.</summary>
internal static class BareServer
{
    private static readonly string[] Suffixes = ["", ".gz", ".br"];

    public static async Task<int> RunAsync(string url, string folder, string[] paths)
    {
        var pages = paths.ToDictionary(
            path => path,
            path =>
                Suffixes
                    .Select(suffix => PageFiles.FileOf(folder, path) + suffix)
                    .Select(file => File.Exists(file) ? File.ReadAllBytes(file) : null)
                    .ToArray(),
            StringComparer.Ordinal
        );
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        await using var app = builder.Build();
        app.Run(context =>
        {
            var response = context.Response;
            if (!pages.TryGetValue(context.Request.Path.Value!, out var forms))
            {
                response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }
            var accepted = context.Request.Headers.AcceptEncoding.ToString();
            var bytes = forms[0]!;
            if (accepted.Contains("br", StringComparison.Ordinal) && forms[2] is { } brotli)
                (bytes, response.Headers.ContentEncoding) = (brotli, "br");
            else if (accepted.Contains("gzip", StringComparison.Ordinal) && forms[1] is { } gzip)
                (bytes, response.Headers.ContentEncoding) = (gzip, "gzip");
            response.ContentType = "text/html; charset=utf-8";
            response.ContentLength = bytes.Length;
            return response.Body.WriteAsync(bytes).AsTask();
        });
        await app.RunAsync();
        return 0;
    }
}
