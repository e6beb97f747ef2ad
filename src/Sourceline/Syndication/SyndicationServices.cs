namespace Sourceline.Syndication;

/// <summary>Registers what feeds are made with.</summary>
public static class SyndicationServices
{
    public static void AddSyndication(this IHostApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Services.AddSingleton<FeedEntries>();
    }
}
