using System.Collections.Frozen;
using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Clauses;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Names;

namespace Sourceline.Attribution.Pipeline.Chains;

/// <summary>
/// Parts what a phrase says of its way from what it names: "a letter seen by Reuters" is a letter through Reuters, "a report in the Harbour
/// Echo" the Harbour Echo.
/// </summary>
internal static class Carriers
{
    private static readonly FrozenSet<string> Seeing = WordSet.Of(
        "published printed excerpted seen obtained reviewed viewed carried broadcast aired quoted cited leaked shared given provided read examined gathered compiled"
    );

    public static IEnumerable<SourcePhrase> Part(Reader reader, SourcePhrase phrase)
    {
        if (phrase.Run is not null || phrase.Pronoun is not null || phrase.Range.Count < 3)
            return [phrase];
        for (var at = phrase.Head.First + 1; at + 1 < phrase.Range.End; at++)
        {
            if (
                reader[at].Lower is not ("by" or "in" or "from" or "of" or "on" or "to" or "with")
                || OutletAt(reader, at + 1, phrase.Range.End) is not { } outlet
            )
                continue;
            if (phrase.IsPiece && reader[at].Lower is not ("to" or "with"))
                return [outlet];
            if (Seeing.Contains(reader[at - 1].Lower) && at - 1 > phrase.Head.First)
                return [outlet, phrase with { Head = phrase.Head with { End = Math.Min(phrase.Head.End, at - 1) } }];
        }

        return [phrase];
    }

    private static SourcePhrase? OutletAt(Reader reader, int at, int end)
    {
        if (reader[at].Is("the") && at + 1 < end)
            at++;
        return reader.Names.At(at) is { Entity.Kind: SourceKind.Outlet } run && run.Core.Has(at) && run.Core.End <= end
            ? new SourcePhrase(run.Core, run.Core, run, "")
            : null;
    }
}
