using System.Globalization;

namespace Sourceline.Attribution.Model;

/// <summary>A text is longer than <see cref="Attributor.LongestText"/>. Nothing of it was read.</summary>
public sealed class TextTooLongException : ArgumentException
{
    /// <summary>Refuses a text.</summary>
    /// <param name="length">Its length in UTF-16 code units.</param>
    public TextTooLongException(int length)
        : base(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The text has {length:N0} UTF-16 code units; {Attributor.LongestText:N0} is the most that is read."
            )
        ) => Length = length;

    /// <summary>The length of the text in UTF-16 code units.</summary>
    public int Length { get; }
}
