using System.Collections.Frozen;
using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Clauses;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Answers;

/// <summary>Where the one who was asked stands.</summary>
internal enum AskedPlace : byte
{
    /// <summary>"Lorvane did not respond."</summary>
    Subject,

    /// <summary>"Reuters could not reach Lorvane", "there was no response from Lorvane".</summary>
    Behind,

    /// <summary>"Calls to Lorvane were not returned."</summary>
    InSubject,
}

/// <summary>The words of an answer around its main word.</summary>
internal readonly record struct AnswerCue(AnswerKind Kind, TokenRange Group, AskedPlace Place)
{
    private const int Before = 6;
    private const int Behind = 8;

    private static readonly FrozenSet<string> Declining = WordSet.Of("declined declines declining refused refuses refusing unwilling");

    private static readonly FrozenSet<string> Speaking = WordSet.Of(
        "comment say discuss elaborate answer speak talk provide give disclose reveal respond reply"
    );

    private static readonly FrozenSet<string> Asking = WordSet.Of(
        "request requests question questions query queries inquiry inquiries enquiry enquiries email emails e-mail e-mails message messages call calls letter letters text texts seeking voicemail voicemails approach"
    );

    private static readonly FrozenSet<string> Negative = WordSet.Of(
        "not didn't hasn't haven't hadn't couldn't wasn't weren't cannot can't wouldn't won't never yet failed unable isn't aren't"
    );

    /// <summary>Reads the cue whose main word stands at a token; null where it is none.</summary>
    public static AnswerCue? At(Reader reader, Sentence sentence, int at) =>
        reader[at].Lower switch
        {
            "comment" or "commented" or "comments" => Comment(reader, sentence, at),
            "say" or "discuss" or "elaborate" or "answer" or "speak" or "talk" or "interviewed" or "provide" or "disclose" => Declined(
                reader,
                sentence,
                at
            ) ?? Wordless(reader, sentence, at),
            "answered" or "respond" or "responded" or "reply" or "replied" or "return" or "returned" => Declined(reader, sentence, at)
                ?? Wordless(reader, sentence, at),
            "reached" or "contacted" => Passive(reader, sentence, at),
            "reach" or "contact" => Active(reader, sentence, at),
            "available" or "unavailable" => Available(reader, sentence, at),
            "unanswered" => Whole(reader, sentence, at) is var group && IsRequest(reader, sentence, group.First)
                ? new AnswerCue(AnswerKind.NoResponse, group, AskedPlace.InSubject)
                : null,
            "unsuccessful" or "fruitless" => IsAttempt(reader, sentence, at)
                ? new AnswerCue(AnswerKind.Unreachable, Whole(reader, sentence, at), AskedPlace.InSubject)
                : null,
            "response" => NoResponse(reader, sentence, at),
            _ => null,
        };

    private static AnswerCue? Comment(Reader reader, Sentence sentence, int at)
    {
        if (Declined(reader, sentence, at) is { } declined)
            return declined;
        var before = at - 1;
        while (
            before > sentence.First && reader[before].Lower is "immediate" or "further" or "public" or "official" or "additional" or "other"
        )
            before--;
        if (before <= sentence.First)
            return null;
        if (reader[before].Is("no"))
        {
            var verb = reader[before - 1].Lower;
            if (verb is "was" or "is" && before - 2 >= sentence.First && reader[before - 2].Is("there"))
                return new AnswerCue(AnswerKind.NoResponse, new TokenRange(before - 2, at + 1), AskedPlace.Behind);
            return verb is "had" or "has" or "have" or "made" or "offered" or "issued" or "gave" or "provided"
                ? new AnswerCue(AnswerKind.Declined, Grown(reader, sentence, before - 1, at + 1), AskedPlace.Subject)
                : null;
        }

        if (Declining.Contains(reader[before].Lower))
            return new AnswerCue(AnswerKind.Declined, Grown(reader, sentence, before, at + 1), AskedPlace.Subject);
        if (!IsNegated(reader, sentence, at, out var refusing))
            return null;
        return new AnswerCue(refusing ? AnswerKind.Declined : AnswerKind.NoResponse, Whole(reader, sentence, at), AskedPlace.Subject);
    }

    /// <summary>"declined to comment", "refused to be interviewed", "would not say".</summary>
    private static AnswerCue? Declined(Reader reader, Sentence sentence, int at)
    {
        var to = at - 1;
        if (to > sentence.First && reader[to].Is("be") && reader[at].Is("interviewed"))
            to--;
        while (to > sentence.First && reader[to].Lower is "immediately" or "publicly" or "further")
            to--;
        if (
            to > sentence.First
            && reader[to].Is("to")
            && Declining.Contains(reader[to - 1].Lower)
            && (Speaking.Contains(reader[at].Lower) || reader[at].Is("interviewed"))
        )
            return new AnswerCue(AnswerKind.Declined, Grown(reader, sentence, to - 1, at + 1), AskedPlace.Subject);
        return reader[at].Lower is "say" or "discuss" or "elaborate" && IsNegated(reader, sentence, at, out var refusing) && refusing
            ? new AnswerCue(AnswerKind.Declined, Whole(reader, sentence, at), AskedPlace.Subject)
            : null;
    }

    /// <summary>"did not respond to a request for comment", "calls were not returned".</summary>
    private static AnswerCue? Wordless(Reader reader, Sentence sentence, int at)
    {
        if (!IsNegated(reader, sentence, at, out var refusing) || refusing)
            return null;
        var group = Whole(reader, sentence, at);
        if (reader[at].Lower is "returned" or "answered" && IsRequest(reader, sentence, group.First))
            return new AnswerCue(AnswerKind.NoResponse, group, AskedPlace.InSubject);
        if (
            reader[at].Lower is "say" or "discuss" or "elaborate" or "speak" or "talk" or "provide" or "disclose"
            || !AsksBehind(reader, sentence, at)
        )
            return null;
        return new AnswerCue(AnswerKind.NoResponse, group, AskedPlace.Subject);
    }

    private static AnswerCue? Passive(Reader reader, Sentence sentence, int at)
    {
        if (
            at - 1 <= sentence.First
            || !reader[at - 1].Is("be")
                && !FunctionWords.Be.Contains(reader[at - 1].Lower)
                && !reader[at - 1].Lower.EndsWith("ly", StringComparison.Ordinal)
            || !IsNegated(reader, sentence, at, out _)
        )
            return null;
        // "Agreement could not be reached" tells of no question.
        var comment = Has(reader, at + 1, Math.Min(sentence.End, at + Behind), "comment");
        var group = Whole(reader, sentence, at);
        return
            comment
            || reader[at].Is("contacted")
            || (reader[group.First].Lower is "could" or "couldn't" or "cannot" or "can" && !IsThing(reader, sentence, group.First))
            ? new AnswerCue(AnswerKind.Unreachable, group, AskedPlace.Subject)
            : null;
    }

    private static AnswerCue? Active(Reader reader, Sentence sentence, int at)
    {
        if (!IsNegated(reader, sentence, at, out _) || !Has(reader, at + 1, Math.Min(sentence.End, at + Behind + Behind), "comment"))
            return null;
        return new AnswerCue(AnswerKind.Unreachable, Whole(reader, sentence, at), AskedPlace.Behind);
    }

    private static AnswerCue? Available(Reader reader, Sentence sentence, int at)
    {
        if (
            !Has(reader, at + 1, Math.Min(sentence.End, at + 4), "comment")
            && !Has(reader, at + 1, Math.Min(sentence.End, at + 4), "interview")
        )
            return null;
        if (reader[at].Is("available") && !IsNegated(reader, sentence, at, out _))
            return null;
        return new AnswerCue(AnswerKind.Unreachable, Whole(reader, sentence, at), AskedPlace.Subject);
    }

    /// <summary>"there was no response from the ministry".</summary>
    private static AnswerCue? NoResponse(Reader reader, Sentence sentence, int at)
    {
        var no = at - 1;
        while (no > sentence.First && reader[no].Lower is "immediate" or "official" or "public")
            no--;
        if (
            no - 2 < sentence.First
            || !reader[no].Is("no")
            || !reader[no - 1].Lower.StartsWith("wa", StringComparison.Ordinal)
            || !reader[no - 2].Is("there")
        )
            return null;
        return at + 1 < sentence.End && reader[at + 1].Lower is "from" or "to"
            ? new AnswerCue(AnswerKind.NoResponse, new TokenRange(no - 2, at + 1), AskedPlace.Behind)
            : null;
    }

    /// <summary>Whether what was not answered is a question: "did not respond to the attack" tells of none.</summary>
    private static bool AsksBehind(Reader reader, Sentence sentence, int at)
    {
        var next = at + 1;
        if (
            reader[at].Lower is "respond" or "responded" or "reply" or "replied"
            && (next >= sentence.End || reader[next].IsTerminal || reader[next].Is(","))
        )
            return reader[at - 1].Is("immediately") || FunctionWords.Negations.Contains(reader[at - 1].Lower);
        for (var i = next; i < Math.Min(sentence.End, at + Behind); i++)
        {
            if (Asking.Contains(reader[i].Lower))
                return true;
        }

        return false;
    }

    private static bool IsRequest(Reader reader, Sentence sentence, int group)
    {
        for (var at = Math.Max(sentence.First, group - Behind - Behind); at < group; at++)
        {
            if (Asking.Contains(reader[at].Lower) && !reader.InQuote(at))
                return true;
        }

        return false;
    }

    private static bool IsAttempt(Reader reader, Sentence sentence, int at)
    {
        for (var i = Math.Max(sentence.First, at - Behind - Behind); i + 2 < at; i++)
        {
            if (
                reader[i].Lower is "attempts" or "attempt" or "efforts" or "effort"
                && reader[i + 1].Is("to")
                && reader[i + 2].Lower is "reach" or "contact"
            )
                return true;
        }

        return false;
    }

    /// <summary>"Agreement", "a verdict", "a deal" are reached, not asked.</summary>
    private static bool IsThing(Reader reader, Sentence sentence, int group) =>
        group > sentence.First
        && reader[group - 1].Lower
            is "agreement"
                or "deal"
                or "verdict"
                or "settlement"
                or "decision"
                or "compromise"
                or "conclusion"
                or "consensus"
                or "target"
                or "goal"
                or "it"
                or "village"
                or "town"
                or "area"
                or "site";

    private static bool IsNegated(Reader reader, Sentence sentence, int at, out bool refusing)
    {
        var negated = false;
        refusing = false;
        for (var i = at - 1; i >= Math.Max(sentence.First, at - Before) && IsHelper(reader[i].Lower); i--)
        {
            negated |= Negative.Contains(reader[i].Lower);
            refusing |= reader[i].Lower is "would" or "will" or "wouldn't" or "won't";
        }

        return negated;
    }

    private static bool IsHelper(string lower) =>
        Negative.Contains(lower)
        || FunctionWords.Auxiliaries.Contains(lower)
        || FunctionWords.Adverbs.Contains(lower)
        || lower is "to" or "went" or "go" or "able"
        || (lower.Length > 4 && lower.EndsWith("ly", StringComparison.Ordinal));

    private static TokenRange Whole(Reader reader, Sentence sentence, int at) => Grown(reader, sentence, at, at + 1);

    private static TokenRange Grown(Reader reader, Sentence sentence, int first, int end)
    {
        var start = first;
        while (start > sentence.First && first - start < Before && IsHelper(reader[start - 1].Lower) && !reader.InQuote(start - 1))
            start--;
        return new TokenRange(start, end);
    }

    private static bool Has(Reader reader, int from, int end, string word)
    {
        for (var at = from; at < end; at++)
        {
            if (reader[at].Is(word))
                return true;
        }

        return false;
    }
}
