using Sourceline.Attribution.Model;

namespace Sourceline.Sourcing;

/// <summary>What programs are told of a statement's polarity.</summary>
public static class StatementPolarity
{
    /// <summary>The polarities by the numbers that are stored of them: new ones go to the end.</summary>
    private static readonly Polarity[] InOrder =
    [
        Polarity.Asserts,
        Polarity.Denies,
        Polarity.Disputes,
        Polarity.Withdraws,
        Polarity.NeitherConfirmsNorDenies,
        Polarity.Asks,
        Polarity.Announces,
        Polarity.Promises,
        Polarity.Warns,
        Polarity.Alleges,
    ];

    /// <summary>Whether the source says that the content is not so, or leaves it open: what such a statement says is nobody's assertion.</summary>
    public static bool IsAgainst(this Polarity polarity) =>
        polarity is Polarity.Denies or Polarity.Disputes or Polarity.Withdraws or Polarity.NeitherConfirmsNorDenies;

    /// <summary>The name in JSON, XML and the search index: <c>denies</c>, <c>neitherConfirmsNorDenies</c>.</summary>
    public static string Machine(this Polarity polarity)
    {
        var name = polarity.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    internal static byte Number(this Polarity polarity) => (byte)Array.IndexOf(InOrder, polarity);

    internal static Polarity OfNumber(byte number) => number < InOrder.Length ? InOrder[number] : Polarity.Asserts;
}
