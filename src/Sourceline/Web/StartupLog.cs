namespace Sourceline.Web;

/// <summary>
/// Keeps the host quiet about a start that fails. <see cref="ServeCommand"/> says why in one line; the host would add a stack trace, and
/// that the application is shutting down.
/// </summary>
internal sealed class StartupLog
{
    private bool _hasStarted;
    private bool _hasFailed;

    public void AddTo(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(this);
        builder
            .Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level =>
                level >= LogLevel.Information && (_hasStarted || level < LogLevel.Error)
            )
            .AddFilter("Microsoft.Hosting.Lifetime", level => level >= LogLevel.Information && !_hasFailed);
    }

    /// <summary>From here on everything is logged.</summary>
    public void Started() => _hasStarted = true;

    public void Failed() => _hasFailed = true;
}
