using Sourceline.Attribution;
using Sourceline.Data;

namespace Sourceline.Statements;

/// <summary>A link of a statement that a source has part in, as it is read: the statement stands in the row of each of its links.</summary>
internal sealed record LeaningLink(
    long StoryId, long StatementId, TextSpan[] Content, TextSpan[] Cue, TextSpan[] SourceWords, DateOnly? DateFrom, DateOnly? DateTo, string? DateWords,
    Review Review, StatementLink Link);

/// <summary>Puts the statements of a story that lean on a source into the sentences in which they stand.</summary>
internal static class LeaningSentences
{
    /// <param name="links">Of one story, by statement in the order of the text, chain and position.</param>
    /// <param name="text">Of the version that they are of.</param>
    public static IReadOnlyList<LeaningSentence> Of(IEnumerable<LeaningLink> links, string text, long sourceId)
    {
        var sentences = new List<(string Words, List<LeaningStatement> Statements)>();
        foreach (var statement in links.GroupBy(link => link.StatementId))
        {
            var first = statement.First();
            if (Statement(first, [.. statement.Select(link => link.Link)], text, sourceId) is not { } leaning) continue;
            var words = StatementWords.Sentence(first.Content, first.Cue, first.SourceWords, text);
            var at = sentences.FindIndex(sentence => sentence.Words == words);
            if (at < 0) sentences.Add((words, [leaning]));
            else sentences[at].Statements.Add(leaning);
        }
        return sentences.ConvertAll(sentence => new LeaningSentence(sentence.Words, sentence.Statements));
    }

    /// <summary>Null where the source is in the statement only by a link that was rejected, or by a guess that no editor has confirmed.</summary>
    private static LeaningStatement? Statement(LeaningLink row, List<StatementLink> links, string text, long sourceId) =>
        LeanRule.SaidBy(Hand.Of(links), sourceId) is { } said
            ? new(
                StatementWords.Of(row.Content, text), ChainLine.Of(links, forReaders: false), row.DateFrom, row.DateTo, row.DateWords,
                row.Review == Review.Confirmed, said)
            : null;
}
