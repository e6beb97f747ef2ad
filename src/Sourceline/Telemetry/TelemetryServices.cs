using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using Sourceline.Web;

namespace Sourceline.Telemetry;

/// <summary>What whoever runs the server needs: is it alive, is it ready, what does it measure, and does it stop in good order.</summary>
public static class TelemetryServices
{
    private const string Ready = "ready";

    /// <summary>How long requests that run may go on once the server is told to stop.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(25);

    /// <summary>OTLP's own settings, from the environment (OTEL_EXPORTER_OTLP_ENDPOINT and the like), say where the measures go; without one they go nowhere.</summary>
    public static void AddOperating(this IHostApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Services.AddSingleton<NewsMetrics>();
        app.Services.AddHealthChecks().AddCheck<ReadyCheck>(Ready, tags: [Ready]);
        app.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Grace);
        if (Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT") is not { Length: > 0 } && Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT") is not { Length: > 0 }) return;
        app.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("sourceline"))
            .WithMetrics(metrics => metrics
                .AddMeter(NewsMetrics.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql")
                .AddOtlpExporter());
    }

    /// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it may be sent readers.</summary>
    public static void MapOperating(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).WithMetadata(ReadMethods.Only);
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) }).WithMetadata(ReadMethods.Only);
    }
}
