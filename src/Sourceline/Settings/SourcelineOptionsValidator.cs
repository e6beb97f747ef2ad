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
        if (string.IsNullOrWhiteSpace(o.DataFolder)) yield return "Sourceline:DataFolder is empty; name a folder.";
        if (!string.IsNullOrEmpty(o.Database) && ConnectionError(o.Database) is { } wrong)
            yield return $"Sourceline:Database is no PostgreSQL connection string: {wrong}";
        if (string.IsNullOrWhiteSpace(o.Site.Name)) yield return "Sourceline:Site:Name is empty.";
        if (!IsLanguage(o.Site.Language)) yield return $"Sourceline:Site:Language '{o.Site.Language}' is no language tag such as 'en' or 'fa-AF'.";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(o.Site.TimeZone, out _))
            yield return $"Sourceline:Site:TimeZone '{o.Site.TimeZone}' is not known; use an IANA name such as 'Asia/Kabul'.";
        if (!Uri.TryCreate(o.Site.BaseUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Query.Length > 0)
            yield return $"Sourceline:Site:BaseUrl '{o.Site.BaseUrl}' is no address such as 'https://news.example'.";
        foreach (var proxy in o.Proxies.Where(proxy => !IPAddress.TryParse(proxy, out _) && !IPNetwork.TryParse(proxy, out _)))
            yield return $"Sourceline:Proxies '{proxy}' is neither an address nor a network such as 10.0.0.0/24.";
        if (o.Statements.MinimumConfidence is not (>= 0 and <= 1))
            yield return $"Sourceline:Statements:MinimumConfidence is {o.Statements.MinimumConfidence}; it lies between 0 and 1.";
        if (o.Replies.MaxLength is < 1 or > 100_000) yield return $"Sourceline:Replies:MaxLength is {o.Replies.MaxLength}; it lies between 1 and 100000.";
        if (o.Replies.PerTenMinutes < 1) yield return $"Sourceline:Replies:PerTenMinutes is {o.Replies.PerTenMinutes}; it is 1 or more.";
        if (o.Pages.MemoryMegabytes is < 0 or > 1_000_000) yield return $"Sourceline:Pages:MemoryMegabytes is {o.Pages.MemoryMegabytes}; it lies between 0 and 1000000.";
        if (o.Pages.DiskMegabytes is < 0 or > 10_000_000) yield return $"Sourceline:Pages:DiskMegabytes is {o.Pages.DiskMegabytes}; it lies between 0 and 10000000.";
        if (o.Http.TimeoutSeconds is < 1 or > 600) yield return $"Sourceline:Http:TimeoutSeconds is {o.Http.TimeoutSeconds}; it lies between 1 and 600.";
        if (o.Http.MaxBytes < 1) yield return $"Sourceline:Http:MaxBytes is {o.Http.MaxBytes}; it is 1 or more.";
    }

    private static string? ConnectionError(string connection)
    {
        try
        {
            return string.IsNullOrEmpty(new NpgsqlConnectionStringBuilder(connection).Host) ? "no Host is named." : null;
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
