using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Sourceline.Settings;

namespace Sourceline.Tests.Settings;

public sealed class SettingsTests
{
    [Fact]
    public void Settings_SeveralWrong_AreAllNamed()
    {
        var wrong = Assert.Throws<OptionsValidationException>(() =>
            Read(
                ("Site:TimeZone", "Nowhere/Land"),
                ("Site:Nam", "x"),
                ("Replies:MaxLength", "abc"),
                ("Statements:ShowUnconfirmed", "perhaps"),
                ("Proxies:0", "my proxy")
            )
        );
        var errors = string.Join('\n', wrong.Failures);
        string[] all =
        [
            "TimeZone",
            "Site:Nam is not a setting",
            "Replies:MaxLength must be a whole number, not 'abc'",
            "ShowUnconfirmed must be true or false, not 'perhaps'",
            "my proxy",
        ];
        foreach (var named in all)
            Assert.Contains(named, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_EmptyDataFolder_IsAnErrorAndNotTheRoot() =>
        Assert.Contains(
            "DataFolder is empty",
            Assert.Throws<OptionsValidationException>(() => Read(("DataFolder", " "))).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Settings_OfTheCommandLine_WinOverTheDataFolder()
    {
        var folder = Directory.CreateTempSubdirectory("sourceline-settings");
        File.WriteAllText(
            Path.Combine(folder.FullName, "appsettings.json"),
            """{ "Sourceline": { "Site": { "Name": "From the file", "Tagline": "Kept" } } }"""
        );
        var options = Read(("DataFolder", folder.FullName), ("Site:Name", "From the line"));
        folder.Delete(recursive: true);
        Assert.Equal("From the line", options.Site.Name);
        Assert.Equal("Kept", options.Site.Tagline);
    }

    [Fact]
    public void Settings_Right_AreBound()
    {
        var options = Read(
            ("Statements:MinimumConfidence", "0.7"),
            ("Proxies:0", "10.0.0.0/24"),
            ("Site:BaseUrl", "https://news.example/")
        );
        Assert.Equal(0.7, options.Statements.MinimumConfidence);
        Assert.Equal(["10.0.0.0/24"], options.Proxies);
        Assert.Equal("https://news.example", options.Site.BaseUrl);
    }

    private static SourcelineOptions Read(params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.AddSettings(settings.ToDictionary(s => $"Sourceline:{s.Key}", s => (string?)s.Value));
        using var host = builder.Build();
        return host.Services.GetRequiredService<IOptions<SourcelineOptions>>().Value;
    }
}
