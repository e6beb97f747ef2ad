using Sourceline.Web.DeskShell;

namespace Sourceline.Staff;

/// <summary>
/// The request that sign-in works on. Only the desk has one: a request that can be had from anywhere must be carried along by every piece
/// of work done for it, and readers are sent their pages without.
/// </summary>
internal sealed class DeskContext : IHttpContextAccessor
{
    private readonly HttpContextAccessor _desk = new();

    public HttpContext? HttpContext
    {
        get => _desk.HttpContext;
        set
        {
            if (
                value is null
                    ? _desk.HttpContext is not null
                    : value.Request.Path.StartsWithSegments(DeskGate.Root, StringComparison.OrdinalIgnoreCase)
            )
                _desk.HttpContext = value;
        }
    }
}
