using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Sourceline.Telemetry;

/// <summary>What whoever runs the server needs: what does it measure, and does it stop in good order.</summary>
public static class TelemetryServices
{
    /// <summary>How long requests that run may go on once the server is told to stop.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(25);

    /// <summary>OTLP's own settings, from the environment (OTEL_EXPORTER_OTLP_ENDPOINT and the like), say where the measures go; without one they go nowhere.</summary>
    public static void AddOperating(this IHostApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Services.AddSingleton<NewsMetrics>();
        app.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Grace);
        if (
            Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT") is not { Length: > 0 }
            && Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT") is not { Length: > 0 }
        )
            return;
        app.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("sourceline"))
            .WithMetrics(metrics =>
                metrics
                    .AddMeter(
                        NewsMetrics.Name,
                        "Microsoft.AspNetCore.Hosting",
                        "Microsoft.AspNetCore.Server.Kestrel",
                        "System.Runtime",
                        "Npgsql"
                    )
                    .AddOtlpExporter()
            );
    }
}
