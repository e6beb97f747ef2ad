namespace Sourceline.Attribution;

/// <summary>
/// Where keys lie in a table of open addressing: the home of a key is given by its high bits, so that sorted keys fill the table from front
/// to back when a model is loaded. Behind the last key always lies an empty place.
/// </summary>
/// <param name="Count">How many keys there are.</param>
/// <param name="Places">How many places, empty ones included.</param>
/// <param name="Shift">By how many bits a key is shifted to give its home.</param>
internal readonly record struct RowPlaces(int Count, int Places, int Shift)
{
    private const int SmallestBits = 4;

    /// <param name="sorted">The keys, rising, none of them 0.</param>
    /// <exception cref="InvalidDataException">The keys do not rise.</exception>
    public static RowPlaces For(ReadOnlySpan<uint> sorted)
    {
        var bits = SmallestBits;
        while ((long)sorted.Length * 10 > (1L << bits) * 7)
            bits++;
        var (last, before) = (-1, 0u);
        foreach (var key in sorted)
        {
            if (key <= before)
                throw new InvalidDataException("The features of a model are not in order.");
            before = key;
            last = Math.Max(last + 1, (int)(key >> (32 - bits)));
        }

        return new RowPlaces(sorted.Length, Math.Max(1 << bits, last + 1) + 1, 32 - bits);
    }

    /// <summary>The place of a key.</summary>
    /// <param name="before">The place of the key before it, -1 for the first.</param>
    /// <param name="key">The key.</param>
    public int Next(int before, uint key) => Math.Max(before + 1, (int)(key >> Shift));
}
