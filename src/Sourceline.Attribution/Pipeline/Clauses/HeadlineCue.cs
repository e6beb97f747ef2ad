using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Names;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Clauses;

/// <summary>A headline that names its source beside a mark: "Norland to cut fuel tax — minister", "Minister: fuel tax to fall".</summary>
internal static class HeadlineCue
{
    private const int LongestSource = 4;
    private const double Weight = .6;

    public static CueClause? Read(Reader reader, Sentence sentence, int at)
    {
        if (
            sentence.Paragraph != 0
            || at == sentence.First
            || reader.Document.ParagraphList.Count < 2
            || reader[sentence.End - 1].IsTerminal
            || reader.InQuote(at)
        )
            return null;
        if (
            reader[at].Is(":")
            && at - sentence.First <= LongestSource
            && at + 2 < sentence.End
            && Source(reader, new TokenRange(sentence.First, at)) is { } before
        )
            return Clause(reader, sentence, at, before, new TokenRange(at + 1, sentence.End), Placement.Before);
        if (
            reader[at].Lower is "—" or "–" or "-"
            && sentence.End - at - 1 is > 0 and <= LongestSource
            && at - sentence.First > 2
            && Source(reader, new TokenRange(at + 1, sentence.End)) is { } behind
        )
            return Clause(reader, sentence, at, behind, new TokenRange(sentence.First, at), Placement.After);
        return null;
    }

    /// <summary>Somebody by his role, a paper or an outlet; a bare name may be a place.</summary>
    private static SourcePhrase? Source(Reader reader, TokenRange range)
    {
        var source = reader.Source(range);
        if (source.Run is { Entity: { } entity })
            return entity.Kind == SourceKind.Outlet || (entity.Kind == SourceKind.Person && entity.Role is not null) ? source : null;
        return
            source.Pronoun is null
            && NounPhrases.IsSourceNoun(source.Noun)
            && source.Noun is not ("people" or "family" or "story" or "review" or "draft" or "article")
            ? source
            : null;
    }

    private static CueClause? Clause(Reader reader, Sentence sentence, int at, SourcePhrase source, TokenRange content, Placement placement)
    {
        var clause = new CueClause
        {
            Sentence = sentence,
            Cue = new TokenRange(at, at + 1),
            Weight = Weight,
            Source = source,
            Placement = placement,
        };
        return Contents.Add(reader, clause, content) ? clause : null;
    }
}
