using System.Globalization;
using System.Net;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Sourceline.Settings;

/// <summary>Reports every wrong setting, not the first.</summary>
internal sealed class SourcelineOptionsValidator(IConfiguration configuration) : IValidateOptions<SourcelineOptions>
{
    public ValidateOptionsResult Validate(string? name, SourcelineOptions options)
    {
        var errors = SettingsCheck.Errors(configuration).Select(wrong => wrong.Error).Concat(Errors(options)).ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> Errors(SourcelineOptions o)
    {
        if (string.IsNullOrWhiteSpace(o.DataFolder))
            yield return "DataFolder is empty. Name a folder.";
        if (!string.IsNullOrEmpty(o.Database) && ConnectionError(o.Database) is { } wrong)
            yield return $"Database is not a PostgreSQL connection string: {wrong}";
        if (string.IsNullOrWhiteSpace(o.Site.Name))
            yield return "Site:Name is empty. Name the site.";
        if (!IsLanguage(o.Site.Language))
            yield return $"Site:Language must be a language tag such as en or fa-AF, not '{o.Site.Language}'.";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(o.Site.TimeZone, out _))
            yield return $"Site:TimeZone must be an IANA time zone such as Asia/Kabul, not '{o.Site.TimeZone}'.";
        if (!Uri.TryCreate(o.Site.BaseUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Query.Length > 0)
            yield return $"Site:BaseUrl must be a URL such as https://news.example, not '{o.Site.BaseUrl}'.";
        foreach (var proxy in o.Proxies.Where(proxy => !IPAddress.TryParse(proxy, out _) && !IPNetwork.TryParse(proxy, out _)))
            yield return $"Proxies must be IP addresses or networks such as 10.0.0.0/24, not '{proxy}'.";
        if (o.Statements.MinimumConfidence is not (>= 0 and <= 1))
            yield return $"Statements:MinimumConfidence must be a number from 0 to 1, not {o.Statements.MinimumConfidence}.";
        if (o.Replies.MaxLength is < 1 or > 100_000)
            yield return $"Replies:MaxLength must be a whole number from 1 to 100000, not {o.Replies.MaxLength}.";
        if (o.Replies.PerTenMinutes < 1)
            yield return $"Replies:PerTenMinutes must be a whole number from 1, not {o.Replies.PerTenMinutes}.";
        if (o.Pages.MemoryMegabytes is < 0 or > 1_000_000)
            yield return $"Pages:MemoryMegabytes must be a whole number from 0 to 1000000, not {o.Pages.MemoryMegabytes}.";
        if (o.Pages.DiskMegabytes is < 0 or > 10_000_000)
            yield return $"Pages:DiskMegabytes must be a whole number from 0 to 10000000, not {o.Pages.DiskMegabytes}.";
        if (o.Http.TimeoutSeconds is < 1 or > 600)
            yield return $"Http:TimeoutSeconds must be a whole number from 1 to 600, not {o.Http.TimeoutSeconds}.";
        if (o.Http.MaxBytes < 1)
            yield return $"Http:MaxBytes must be a whole number from 1, not {o.Http.MaxBytes}.";
    }

    private static string? ConnectionError(string connection)
    {
        try
        {
            return string.IsNullOrEmpty(new NpgsqlConnectionStringBuilder(connection).Host) ? "it names no Host." : null;
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            // The message names the wrong keyword, never a value: a password stays out of the log.
            return e.Message;
        }
    }

    private static bool IsLanguage(string tag)
    {
        try
        {
            return !string.IsNullOrWhiteSpace(tag) && CultureInfo.GetCultureInfo(tag, predefinedOnly: true).Name.Length > 0;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }
}
