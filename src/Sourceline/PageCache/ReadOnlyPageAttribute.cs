using Microsoft.AspNetCore.Routing;
using Sourceline.Web;

namespace Sourceline.PageCache;

/// <summary>
/// Marks a page that is read and never posted to, and made for each who asks; one that is kept is a <see cref="PublicPageAttribute"/>. Any
/// other method is answered with 405 and those that there are, where Razor Pages would ask for the token of a form.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public class ReadOnlyPageAttribute : Attribute, IHttpMethodMetadata
{
    public IReadOnlyList<string> HttpMethods => ReadMethods.All;

    public bool AcceptCorsPreflight => false;
}
