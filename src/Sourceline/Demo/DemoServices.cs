namespace Sourceline.Demo;

/// <summary>Registers the demo newsroom.</summary>
public static class DemoServices
{
    public static void AddDemo(this IHostApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Services.AddScoped<DemoActs>();
        app.Services.AddScoped<DemoNewsroom>();
    }
}
