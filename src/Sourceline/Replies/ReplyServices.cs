using Microsoft.Extensions.Options;
using Sourceline.EventLog;
using Sourceline.Settings;
using Sourceline.Web;

namespace Sourceline.Replies;

/// <summary>Readers' replies: the form under a story, and the desk's queue.</summary>
public static class ReplyServices
{
    public static void AddReplies(this IHostApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Services.AddScoped<ReplyActs>();
        app.Services.AddSingleton<ReplyLimits>();
        app.Services.AddSingleton<Projection, ReplyCountProjection>();
    }
}

/// <summary>How much one address may send.</summary>
public sealed class ReplyLimits(IOptions<SourcelineOptions> options) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <summary>Replies that were taken in.</summary>
    public ClientRateLimit Replies { get; } = new(options.Value.Replies.PerTenMinutes, Window);

    /// <summary>Forms sent, right or wrong: a reader may mend a form many times, a machine may not try for ever.</summary>
    public ClientRateLimit Forms { get; } = new(checked(options.Value.Replies.PerTenMinutes * 20), Window);

    public void Dispose()
    {
        Replies.Dispose();
        Forms.Dispose();
    }
}
