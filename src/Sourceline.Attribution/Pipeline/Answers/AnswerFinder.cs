using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Clauses;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Names;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Answers;

/// <summary>Finds in a sentence who was asked and said nothing: "Lorvane declined to comment to the Strand Gleaner".</summary>
internal sealed class AnswerFinder(Reader reader)
{
    private const int Longest = 25;

    private readonly Subjects _subjects = new(reader);

    /// <summary>The answers of a sentence, in order.</summary>
    public IEnumerable<AnswerPhrase> Find(Sentence sentence)
    {
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if (
                reader[at].Kind != TokenKind.Word
                || reader.InQuote(at)
                || AnswerCue.At(reader, sentence, at) is not { } cue
                || Phrase(sentence, cue) is not { } phrase
            )
                continue;
            yield return phrase;
            at = Math.Max(at, phrase.Range.End - 1);
        }
    }

    private AnswerPhrase? Phrase(Sentence sentence, AnswerCue cue)
    {
        var end = End(sentence, cue.Group.End);
        var asked = cue.Place switch
        {
            AskedPlace.Subject => Subject(sentence, cue.Group.First),
            AskedPlace.Behind => Object(cue.Group.End, end),
            _ => Addressee(sentence, cue.Group.First),
        };
        var first = Math.Min(cue.Group.First, asked?.Range.First ?? cue.Group.First);
        if (cue.Place == AskedPlace.InSubject)
            first = Math.Min(first, reader.AfterLead(sentence));
        if (asked is { IsOutlet: true, Run: not null } && cue.Place == AskedPlace.Behind)
            return null;
        var via = Outlet(cue.Group.End, end)
            ?? (cue.Place == AskedPlace.Behind ? SubjectOutlet(sentence, cue.Group.First) : null)
            ?? Lead(sentence, cue.Group.First);
        if (asked is not null && via is not null && via.Range.Overlaps(asked.Range))
            via = null;
        return new AnswerPhrase(cue.Kind, sentence, cue.Group, new TokenRange(first, end), asked, via);
    }

    private SourcePhrase? Subject(Sentence sentence, int group)
    {
        var before = group - 1;
        if (before >= sentence.First && reader[before].Lower is "and" or "but")
            return _subjects.OfSentence(sentence);
        return _subjects.Before(sentence, group, CueVerbs.Find("said")!);
    }

    private SourcePhrase? Object(int from, int end)
    {
        if (from < end && reader[from].Is("from"))
            from++;
        var range = reader.Phrases.Right(from, end);
        return range.IsEmpty ? null : reader.Source(range);
    }

    /// <summary>"Calls to the ministry", "attempts to reach the mayor".</summary>
    private SourcePhrase? Addressee(Sentence sentence, int group)
    {
        for (var at = group - 1; at > sentence.First; at--)
        {
            if (!reader[at].Is("to") || reader.InQuote(at))
                continue;
            var first = reader[at + 1].Lower is "reach" or "contact" ? at + 2 : at + 1;
            var range = reader.Phrases.Right(first, group);
            return range.IsEmpty ? null : reader.Source(range);
        }

        return null;
    }

    /// <summary>The phrase runs on to the next mark or the next clause.</summary>
    private int End(Sentence sentence, int from)
    {
        var at = from;
        for (; at < Math.Min(sentence.End, from + Longest) && !reader.InQuote(at); at++)
        {
            if (
                reader[at].Kind == TokenKind.Mark
                || reader[at].Lower is "but" or "while" or "saying" or "citing" or "because" or "although" or "and"
            )
                break;
        }

        return at;
    }

    /// <summary>The outlet that asked: "to Radio Vesna", "the Gleaner's request", "when reached by the paper".</summary>
    private SourcePhrase? Outlet(int from, int end)
    {
        for (var at = from; at < end; at++)
        {
            if (
                reader.Names.At(at) is { Entity.Kind: SourceKind.Outlet } run
                && run.Core.First == at
                && !(at > from && reader[at - 1].Lower is "of" or "about")
            )
                return new SourcePhrase(run.Core, run.Core, run, "");
            if (
                reader[at].Is("the")
                && at + 1 < end
                && reader[at + 1] is { IsPossessive: true } owner
                && Outlets.Nouns.Contains(owner.Lower[..^2])
            )
                return reader.Source(new TokenRange(at, at + 2));
            if (
                at > from
                && reader[at - 1].Lower is "to" or "by" or "from"
                && reader[at].Is("the")
                && at + 1 < end
                && Outlets.Nouns.Contains(reader[at + 1].Lower)
                && reader.Names.At(at + 1) is null
            )
                return reader.Source(new TokenRange(at, at + 2));
        }

        return null;
    }

    private SourcePhrase? SubjectOutlet(Sentence sentence, int group) =>
        _subjects.Before(sentence, group, CueVerbs.Find("said")!) is { IsOutlet: true } outlet ? outlet : null;

    /// <summary>"Contacted by the Gleaner, Lorvane declined to comment."</summary>
    private SourcePhrase? Lead(Sentence sentence, int group)
    {
        for (var at = sentence.First; at + 2 < group && !reader[at].Is(",") && !reader.InQuote(at); at++)
        {
            if (reader[at].Lower is "contacted" or "reached" or "asked" or "approached" && reader[at + 1].Is("by"))
                return Outlet(at + 2, group);
        }

        return null;
    }
}
