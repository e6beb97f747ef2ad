using Sourceline.Web;

namespace Sourceline.Staff;

/// <summary>
/// How often a network may try to sign in: altogether, and to one account. Nothing is locked, so nobody can lock out an editor by
/// guessing from elsewhere, and an address without an account is limited like any other.
/// </summary>
public sealed class SignInThrottle : IDisposable
{
    private readonly ClientRateLimit _network = new(30, TimeSpan.FromMinutes(5));
    private readonly ClientRateLimit _account = new(5, TimeSpan.FromMinutes(15));

    /// <summary>Counts an attempt by the client's network.</summary>
    /// <returns>Null where it may go on; otherwise how long to wait.</returns>
    public TimeSpan? Take(HttpContext http) => _network.Take(http);

    /// <summary>Counts an attempt by the client's network to sign in to an account, whether or not there is one.</summary>
    /// <returns>Null where it may go on; otherwise how long to wait.</returns>
    public TimeSpan? Take(HttpContext http, string email)
    {
        ArgumentNullException.ThrowIfNull(email);
        return _network.Take(http) ?? _account.Take(http, email.Trim().ToUpperInvariant());
    }

    public void Dispose()
    {
        _network.Dispose();
        _account.Dispose();
    }
}
