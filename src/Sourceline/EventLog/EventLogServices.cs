using Microsoft.EntityFrameworkCore.Diagnostics;
using Sourceline.Data.Checks;

namespace Sourceline.EventLog;

/// <summary>Registers the log of acts and what tells its followers.</summary>
public static class EventLogServices
{
    public static void AddEventLog(this IHostApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Services.AddSingleton<ActSignal>();
        app.Services.AddSingleton<IInterceptor, SignalAfterCommit>();
        app.Services.AddHostedService<ActListener>();
        app.Services.AddSingleton<ActLog>();
        app.Services.AddSingleton<ConsistencyCheck, LogCheck>();
        app.Services.AddSingleton<Projection, NumberProjection>();
        app.Services.AddHostedService<ProjectionRunner>();
    }
}
