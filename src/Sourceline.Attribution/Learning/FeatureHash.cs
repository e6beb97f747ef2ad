using System.Runtime.CompilerServices;

namespace Sourceline.Attribution.Learning;

/// <summary>
/// Turns a feature (the number of its template and up to three values) into 32 well-mixed bits, the same on every machine. Never 0, which
/// marks an empty place in a table.
/// </summary>
internal static class FeatureHash
{
    private const ulong First = 0x9E3779B97F4A7C15;
    private const ulong Second = 0xD6E8FEB86659FD93;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(uint template, uint a) => Finish(((ulong)template << 32 | a) * First);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(uint template, uint a, uint b)
    {
        var mixed = ((ulong)a << 32 | b) * First;
        return Finish((mixed ^ mixed >> 29) + template * First);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(uint template, uint a, uint b, uint c) => Of(template, a, Of(template, b, c));

    /// <summary>The hash of a word, of its UTF-16 code units; 0 for none.</summary>
    public static uint Of(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty)
            return 0;
        var hash = 2166136261u;
        foreach (var unit in word)
            hash = (hash ^ unit) * 16777619u;
        return Finish(hash * First);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Finish(ulong mixed)
    {
        var high = (uint)(((mixed ^ mixed >> 32) * Second) >> 32);
        return high == 0 ? 1 : high;
    }
}
