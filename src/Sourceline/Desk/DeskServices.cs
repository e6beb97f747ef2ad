namespace Sourceline.Desk;

/// <summary>The rooms where staff work: the list of stories, and a story with its statements.</summary>
public static class DeskServices
{
    public static void AddDesk(this IHostApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Services.AddScoped<StoryList>();
        app.Services.AddScoped<DeskStoryReader>();
    }

    public static void MapDesk(this WebApplication app) => app.MapGet("/desk/source-names", SourceLookup.FindAsync);
}
