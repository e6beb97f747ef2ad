using System.Globalization;

namespace Sourceline.Formats.Writing;

/// <summary>RFC 3339 with the offset kept, and fractions only where there are any.</summary>
internal static class WrittenInstant
{
    public static string Of(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);
}
