using System.Globalization;
using System.Text.Json;
using Sourceline.Settings;

namespace Sourceline.Search.Index;

/// <summary>What decides how stories are indexed, beside the stories. It is kept with the index, so that a check with other settings can tell.</summary>
/// <param name="Form">The form of the documents; 0 for one that this version does not know.</param>
/// <param name="TimeZone">Site:TimeZone, in which years are counted.</param>
/// <param name="ShowUnconfirmed">Statements:ShowUnconfirmed.</param>
/// <param name="MinimumConfidence">Statements:MinimumConfidence.</param>
internal sealed record IndexRules(int Form, string TimeZone, bool ShowUnconfirmed, double MinimumConfidence)
{
    /// <summary>Rises when documents are made in another way.</summary>
    public const int CurrentForm = 4;

    public static IndexRules Of(SourcelineOptions options) =>
        new(CurrentForm, options.Site.TimeZone, options.Statements.ShowUnconfirmed, options.Statements.MinimumConfidence);

    /// <summary>Settings that give these rules.</summary>
    public SourcelineOptions Options() =>
        new()
        {
            Site = new SiteOptions { TimeZone = TimeZone },
            Statements = new StatementOptions { ShowUnconfirmed = ShowUnconfirmed, MinimumConfidence = MinimumConfidence },
        };

    /// <summary>Each setting that differs: "Site:TimeZone was Asia/Kabul and is UTC".</summary>
    public IEnumerable<string> Differences(IndexRules now)
    {
        if (TimeZone != now.TimeZone)
            yield return $"Site:TimeZone was {TimeZone} and is {now.TimeZone}";
        if (ShowUnconfirmed != now.ShowUnconfirmed)
            yield return $"Statements:ShowUnconfirmed was {ShowUnconfirmed} and is {now.ShowUnconfirmed}";
        if (MinimumConfidence.CompareTo(now.MinimumConfidence) != 0)
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Statements:MinimumConfidence was {MinimumConfidence} and is {now.MinimumConfidence}"
            );
    }

    public string Write() => JsonSerializer.Serialize(this);

    /// <summary>Rules of a form that is not known where it cannot be read.</summary>
    public static IndexRules Read(string rules)
    {
        try
        {
            if (JsonSerializer.Deserialize<IndexRules>(rules) is { TimeZone: not null } read)
                return read;
        }
        catch (JsonException)
        {
            // Written by another version.
        }
        return new IndexRules(0, "", false, 0);
    }
}
