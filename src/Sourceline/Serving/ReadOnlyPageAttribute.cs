using Microsoft.AspNetCore.Routing;

namespace Sourceline.Serving;

/// <summary>
/// Marks a page that is read and never posted to, and made for each who asks; one that is kept is a <see cref="PublicPageAttribute"/>. Any
/// other method is answered with 405 and those that there are, where Razor Pages would ask for the token of a form.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReadOnlyPageAttribute : Attribute, IHttpMethodMetadata
{
    private static readonly string[] Reading = ["GET", "HEAD"];

    public IReadOnlyList<string> HttpMethods => Reading;

    public bool AcceptCorsPreflight => false;
}
