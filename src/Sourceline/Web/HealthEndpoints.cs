using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Sourceline.Web;

/// <summary>Where a load balancer asks how the server is.</summary>
public static class HealthEndpoints
{
    private const string Ready = "ready";

    public static void AddHealth(this IHostApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Services.AddHealthChecks().AddCheck<ReadyCheck>(Ready, tags: [Ready]);
    }

    /// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it may be sent readers.</summary>
    public static void MapHealth(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).WithMetadata(ReadMethods.Only);
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) })
            .WithMetadata(ReadMethods.Only);
    }
}
