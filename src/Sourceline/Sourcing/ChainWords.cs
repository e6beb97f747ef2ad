using Sourceline.Attribution.Model;
using Sourceline.Localization;

namespace Sourceline.Sourcing;

/// <summary>Says in words what a line draws, in the language of the site.</summary>
public static class ChainWords
{
    /// <summary>
    /// One sentence with its full stop: "Reported by Kommersant on Saturday 17 July 2021; no source found automatically."
    /// </summary>
    /// <param name="words">The language.</param>
    /// <param name="chain">The chain.</param>
    /// <param name="from">The first day on which it can have been said; null where the text does not tell.</param>
    /// <param name="to">The last day.</param>
    public static string Sentence(Localizer words, ChainView chain, DateOnly? from, DateOnly? to)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(chain);
        var when = words.Dates.Said(from, to);
        var sentence = chain.Hops.Count == 1 ? OnlyHop(words, chain.End, when) : Hops(words, chain, when);
        return words[Ending(chain), Argument.Words(sentence)];
    }

    /// <summary>How a link is known, in a word or two.</summary>
    public static string Of(Localizer words, Basis basis)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words[
            basis switch
            {
                Basis.Stated => "basis.stated",
                Basis.Carried => "basis.carried",
                _ => "basis.inferred",
            }
        ];
    }

    /// <summary>What a source is, where the text gives no role.</summary>
    public static string Of(Localizer words, SourceKind kind)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words[
            kind switch
            {
                SourceKind.Person => "source-kind.person",
                SourceKind.Outlet => "source-kind.outlet",
                SourceKind.Organisation => "source-kind.organisation",
                SourceKind.Document => "source-kind.document",
                SourceKind.Reporter => "source-kind.reporter",
                _ => "source-kind.unnamed",
            }
        ];
    }

    /// <summary>Where a line ends without a person: nothing is made up to fill the gap. Only an editor can say that the text names nobody.</summary>
    private static string Ending(ChainView chain) =>
        (chain.IsOpen, chain.Confirmed) switch
        {
            (false, _) => "chain.sentence",
            (true, true) => "chain.sentence-not-stated",
            (true, false) => "chain.sentence-not-found",
        };

    private static string OnlyHop(Localizer words, HopView hop, string? when)
    {
        var name = Argument.Words(Named(words, hop));
        if (when is null)
            return words[Opening(hop), name];
        return words[
            IsUnidentified(hop)
                ? "chain.unnamed-when"
                : hop.KnownKind switch
                {
                    SourceKind.Person => "chain.person-when",
                    SourceKind.Outlet => "chain.outlet-when",
                    SourceKind.Organisation => "chain.organisation-when",
                    SourceKind.Document => "chain.document-when",
                    SourceKind.Reporter => "chain.reporter-when",
                    _ => "chain.unnamed-when",
                },
            name,
            Argument.Words(when)
        ];
    }

    private static string Hops(Localizer words, ChainView chain, string? when)
    {
        var sentence = words[Opening(chain.Hops[0]), Argument.Words(Named(words, chain.Hops[0]))];
        for (var at = 1; at < chain.Hops.Count; at++)
        {
            var key =
                at == 1 ? "chain.citing"
                : chain.Hops[at - 1].KnownKind is SourceKind.Person or SourceKind.Reporter or SourceKind.Unnamed ? "chain.who-cites"
                : "chain.which-cites";
            sentence = words[key, Argument.Words(sentence), Argument.Words(Named(words, chain.Hops[at]))];
        }
        return when is null
            ? sentence
            : words[chain.IsOpen ? "chain.reported-when" : "chain.said-when", Argument.Words(sentence), Argument.Words(when)];
    }

    private static string Opening(HopView hop) =>
        IsUnidentified(hop)
            ? "chain.unnamed"
            : hop.KnownKind switch
            {
                SourceKind.Person => "chain.person",
                SourceKind.Outlet => "chain.outlet",
                SourceKind.Organisation => "chain.organisation",
                SourceKind.Document => "chain.document",
                SourceKind.Reporter => "chain.reporter",
                _ => "chain.unnamed",
            };

    private static bool IsUnidentified(HopView hop) => hop.Identity is null && SourcePhrases.IsPronoun(hop.Name);

    /// <summary>The name with how it is known and who it is: "Sergei Ryabkov (“he” in the text)", "a senior diplomat, identified by an editor as …".</summary>
    private static string Named(Localizer words, HopView hop)
    {
        var name =
            hop.Kind is SourceKind.Unnamed or SourceKind.Document && hop.Slug is null ? SourcePhrases.WithinSentence(hop.Name) : hop.Name;
        return hop.Identity switch
        {
            { Basis: Basis.Inferred } who => words[
                who.Confirmed ? "chain.identified-by-editor" : "chain.inferred-identity",
                name,
                who.Name
            ],
            { } who => words["chain.meant-in-text", who.Name, name],
            null when IsUnidentified(hop) => words["chain.not-identified", name],
            null => hop.Basis switch
            {
                Basis.Carried => words["chain.from-context", name],
                Basis.Inferred => words["chain.inferred", name],
                _ => words.Isolated(name),
            },
        };
    }
}
