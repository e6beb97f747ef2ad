using Sourceline.Localization;

namespace Sourceline.Syndication;

/// <summary>A published story as one of a set of translations.</summary>
/// <param name="Language">BCP 47.</param>
public sealed record Alternate(long Id, long Number, string Slug, string Language)
{
    public string Address => Sourceline.Web.SiteRoutes.Story(Number, Slug);

    public string Direction => TextDirection.Of(Language);
}
