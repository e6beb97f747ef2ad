using System.Collections.Frozen;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Names;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Clauses;

/// <summary>Reads "citing two officials", "which quoted the ministry".</summary>
internal static class Citations
{
    public static readonly FrozenSet<string> Verbs = WordSet.Of("citing quoting cited quoted cites quotes");

    /// <summary>The phrase that a citing word, from <paramref name="from"/> on, brings in; null where nothing that can be cited follows.</summary>
    public static SourcePhrase? Find(Reader reader, int from, int limit, out int at)
    {
        for (at = from; at < limit; at++)
        {
            if (reader.InQuote(at))
                continue;
            if (!Verbs.Contains(reader[at].Lower) || !Opens(reader, from, at))
                continue;
            var range = LoosePhrases.Right(reader, at + 1, limit);
            if (range.IsEmpty)
                return null;
            var source = reader.Source(range);
            return source.Run is not null || NounPhrases.IsSourceNoun(source.Noun) ? source : null;
        }

        return null;
    }

    private static bool Opens(Reader reader, int from, int at) =>
        (reader[at].Lower is "citing" or "quoting" && !(at > 0 && reader[at - 1].Lower is "without" or "not"))
        || (at > from && reader[at - 1].Lower is "which" or "who");
}
