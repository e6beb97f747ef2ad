using Microsoft.AspNetCore.Routing;

namespace Sourceline.Web;

/// <summary>How whatever is read and never written to is asked for; any other method is answered with 405 and these.</summary>
internal static class ReadMethods
{
    public static readonly string[] All = ["GET", "HEAD"];

    public static readonly HttpMethodMetadata Only = new(All);

    public static bool Includes(string method) => All.Contains(method, StringComparer.OrdinalIgnoreCase);
}
