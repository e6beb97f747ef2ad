namespace Sourceline.Hosting;

/// <summary>
/// Marks what readers ask for: it is read and never posted to, and holds no byte that depends on who asks, which is what lets
/// the site give it an ETag over its bytes.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicPageAttribute : Attribute, IHttpMethodMetadata
{
    private static readonly string[] Reading = ["GET", "HEAD"];

    public IReadOnlyList<string> HttpMethods => Reading;

    public bool AcceptCorsPreflight => false;
}
