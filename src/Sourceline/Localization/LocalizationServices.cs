using Microsoft.Extensions.Options;
using Sourceline.Settings;

namespace Sourceline.Localization;

/// <summary>The words of the site.</summary>
public static class LocalizationServices
{
    public static void AddWords(this IHostApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var isStrict = Localizer.IsStrict || app.Environment.IsDevelopment();
        app.Services.AddSingleton<SiteTime>();
        app.Services.AddSingleton(services => new Localizer(
            services.GetRequiredService<IOptions<SourcelineOptions>>().Value.Site.Language,
            isStrict
        ));
    }
}
