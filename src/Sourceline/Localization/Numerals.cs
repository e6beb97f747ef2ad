using System.Globalization;

namespace Sourceline.Localization;

/// <summary>Writes figures in a language's digits and with its separators.</summary>
internal sealed class Numerals
{
    /// <summary>Room for the longest whole number with separators.</summary>
    public const int MostChars = 64;

    private readonly NumberFormatInfo _format;

    /// <summary>The ten digits; null where they are 0 to 9.</summary>
    private readonly string? _digits;

    public Numerals(CultureInfo culture)
    {
        _format = culture.NumberFormat;
        var digits = string.Concat(_format.NativeDigits);
        // Digits beyond the first 65,536 characters of Unicode would take two chars each; figures in them stay as they are.
        _digits = digits.Length == 10 && digits[0] != '0' ? digits : null;
    }

    /// <summary>With separators: 12,345.</summary>
    public string Number(long number)
    {
        Span<char> room = stackalloc char[MostChars];
        return new(Number(number, room));
    }

    /// <summary>With separators and one decimal: 12.5.</summary>
    public string Decimal(double number) => Localized(number.ToString("#,##0.#", _format));

    /// <summary>Without separators: 12345.</summary>
    public string Digits(long number)
    {
        Span<char> room = stackalloc char[MostChars];
        number.TryFormat(room, out var length, "D", _format);
        Localize(room[..length]);
        return new(room[..length]);
    }

    /// <summary>A text with its digits 0 to 9 replaced.</summary>
    public string Localized(string text) => _digits is null ? text : string.Create(text.Length, (text, this), static (span, state) =>
            {
                state.text.CopyTo(span);
                state.Item2.Localize(span);
            });

    internal ReadOnlySpan<char> Number(long number, Span<char> room)
    {
        number.TryFormat(room, out var length, "N0", _format);
        Localize(room[..length]);
        return room[..length];
    }

    internal void Localize(Span<char> text)
    {
        if (_digits is null)
            return;
        foreach (ref var letter in text)
            if (char.IsAsciiDigit(letter))
                letter = _digits[letter - '0'];
    }
}
