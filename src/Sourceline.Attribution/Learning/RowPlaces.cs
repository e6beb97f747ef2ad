namespace Sourceline.Attribution.Learning;

/// <summary>
/// Where keys lie in a table of open addressing. The home of a key rises with the key, so that sorted keys fill the table from front to back when
/// a model is loaded. Half of the places are empty, so that most keys are at home: a step further is guessed wrong as often as right. Behind the
/// last key always lies an empty place.
/// </summary>
/// <param name="Count">How many keys there are.</param>
/// <param name="Homes">How many places are the home of keys.</param>
/// <param name="Places">How many places there are, with those behind the last home that keys are pushed to.</param>
internal readonly record struct RowPlaces(int Count, int Homes, int Places)
{
    private const int Fewest = 16;

    /// <param name="sorted">The keys, rising, none of them 0.</param>
    /// <exception cref="InvalidDataException">The keys do not rise.</exception>
    public static RowPlaces For(ReadOnlySpan<uint> sorted)
    {
        var homes = Math.Max(Fewest, checked(sorted.Length * 2));
        var (last, before) = (-1, 0u);
        foreach (var key in sorted)
        {
            if (key <= before)
                throw new InvalidDataException("The features of a model are not in order.");
            before = key;
            last = Math.Max(last + 1, HomeOf(key, homes));
        }

        return new RowPlaces(sorted.Length, homes, Math.Max(homes, last + 1) + 1);
    }

    /// <summary>The home of a key: it stands among the homes as the key among all numbers.</summary>
    public static int HomeOf(uint key, int homes) => (int)((ulong)key * (uint)homes >> 32);

    /// <summary>The place of a key.</summary>
    /// <param name="before">The place of the key before it, -1 for the first.</param>
    /// <param name="key">The key.</param>
    public int Next(int before, uint key) => Math.Max(before + 1, HomeOf(key, Homes));
}
