using Microsoft.Extensions.DependencyInjection;
using Sourceline.Ingest.Importing;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Archive;

/// <summary>Runs imports into a test's newsroom.</summary>
internal static class Imports
{
    public static readonly ImportSettings Publishing = new(Publish: true, Media: true, TimeZoneInfo.Utc);

    public static Task<ImportReport> ImportAsync(this TestNewsroom newsroom, params string[] paths) =>
        newsroom.ImportAsync(Publishing, null, paths);

    public static async Task<ImportReport> ImportAsync(
        this TestNewsroom newsroom,
        ImportSettings settings,
        ReportFile? file,
        params string[] paths
    )
    {
        var report = new ImportReport(file);
        var importer = newsroom.Services.GetRequiredService<Importer>();
        await importer.RunAsync(
            [.. ImportInput.Expand(paths)],
            settings,
            report,
            new Progress<ImportProgress>(),
            TestContext.Current.CancellationToken
        );
        return report;
    }

    /// <summary>The final report as printed.</summary>
    public static string Text(this ImportReport report)
    {
        using var text = new StringWriter();
        report.WriteTo(text);
        return text.ToString();
    }

    public static long Sum(this ImportReport report) =>
        report.Count(ImportResult.Stored)
        + report.Count(ImportResult.NewVersion)
        + report.Count(ImportResult.Unchanged)
        + report.Count(ImportResult.PassedOver)
        + report.Count(ImportResult.Skipped)
        + report.Count(ImportResult.Failed);
}
