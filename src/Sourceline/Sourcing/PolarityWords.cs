using Sourceline.Attribution.Model;
using Sourceline.Localization;

namespace Sourceline.Sourcing;

/// <summary>Says how a source stands to what is attributed to it.</summary>
public static class PolarityWords
{
    /// <summary>One sentence with its full stop: "Runa Tolverd denies this."</summary>
    /// <param name="words">The language.</param>
    /// <param name="polarity">How the source stands to it.</param>
    /// <param name="chain">The chain, whose end is the source.</param>
    public static string Sentence(Localizer words, Polarity polarity, ChainView chain)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(chain);
        return words[
            polarity switch
            {
                Polarity.Denies => "polarity.denies",
                Polarity.Disputes => "polarity.disputes",
                Polarity.Withdraws => "polarity.withdraws",
                Polarity.NeitherConfirmsNorDenies => "polarity.neither-confirms-nor-denies",
                Polarity.Asks => "polarity.asks",
                Polarity.Announces => "polarity.announces",
                Polarity.Promises => "polarity.promises",
                Polarity.Warns => "polarity.warns",
                Polarity.Alleges => "polarity.alleges",
                _ => "polarity.asserts",
            },
            chain.End.Identity?.Name ?? chain.End.Name
        ];
    }

    /// <summary>A word for a label: "denies".</summary>
    public static string Label(Localizer words, Polarity polarity)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words[
            polarity switch
            {
                Polarity.Denies => "polarity-label.denies",
                Polarity.Disputes => "polarity-label.disputes",
                Polarity.Withdraws => "polarity-label.withdraws",
                Polarity.NeitherConfirmsNorDenies => "polarity-label.neither-confirms-nor-denies",
                Polarity.Asks => "polarity-label.asks",
                Polarity.Announces => "polarity-label.announces",
                Polarity.Promises => "polarity-label.promises",
                Polarity.Warns => "polarity-label.warns",
                Polarity.Alleges => "polarity-label.alleges",
                _ => "polarity-label.asserts",
            }
        ];
    }
}
