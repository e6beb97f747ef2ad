using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Clauses;

/// <summary>Says what behind a cue verb is its content, by what the verb may take.</summary>
internal sealed class FollowingContent(Reader reader)
{
    private readonly ContentEnds _ends = new(reader);

    /// <summary>What may be content from <paramref name="at"/> on; null where the verb cannot take it.</summary>
    public TokenRange? Find(CueClause clause, int at, int limit)
    {
        if (at >= limit)
            return null;
        var word = reader[at];
        var takes = clause.Verb!.Takes;
        var rest = new TokenRange(at, _ends.Find(clause, at, limit));
        if (reader.InQuote(at))
            return rest;
        if (
            clause.Verb.Lemma == "say"
            && (
                word.Lower is "farewell" or "goodbye" or "hello" or "thanks" or "prayers" or "grace" or "mass"
                || IsNothing(reader, at, limit)
            )
        )
            return null;
        if (
            clause.Verb.Lemma == "deny"
            && (PolarityCues.Refused.Contains(word.Lower) || (at + 1 < limit && PolarityCues.Refused.Contains(reader[at + 1].Lower)))
        )
            return null;
        if (word.Is(",") && OpensWithAs(clause) && at + 1 < limit)
            return rest with { First = at + 1 };
        if (word.Lower is ":" or "—" or "–" or "," or "-")
            return
                at + 1 < limit
                && (reader.InQuote(at + 1) || word.Is(":") || (reader[at + 1].Is("that") && takes.HasFlag(Complement.Clause)))
                ? rest with
                {
                    First = at + 1,
                }
                : null;
        if (word.IsTerminal || word.Kind == TokenKind.Mark && word.Lower is not ("$" or "#" or "(" or "["))
            return null;
        if (
            word.Lower is "that" or "whether" or "how" or "why" or "what" or "if"
            && (takes & (Complement.Clause | Complement.Object | Complement.Addressee)) != 0
        )
            return rest;
        if (word.Is("to"))
            return takes.HasFlag(Complement.Infinitive) && !clause.SameSpeaker ? rest : null;
        if (takes.HasFlag(Complement.Bare) && (clause.Verb.Strong || LooksLikeClause(at, limit, clause.Verb.Lemma == "expect")))
            return NotOfOrAbout(word, rest);
        return takes.HasFlag(Complement.Object) ? NotOfOrAbout(word, rest) : null;
    }

    /// <summary>"Said nothing and left": the word stands for what was said, and begins no clause of it.</summary>
    public static bool IsNothing(Reader reader, int at, int limit) =>
        reader[at].Lower is "nothing" or "little" or "something"
        && (
            at + 1 >= limit
            || reader[at + 1].Kind == TokenKind.Mark
            || reader[at + 1].Lower is "and" or "but"
            || FunctionWords.Prepositions.Contains(reader[at + 1].Lower)
        );

    /// <summary>"As the ministry noted, ..."</summary>
    private bool OpensWithAs(CueClause clause) =>
        clause.Start == clause.Sentence.First + 1 && reader[clause.Sentence.First].Is("as") && clause.Verb!.Strong;

    private static TokenRange? NotOfOrAbout(Token word, TokenRange rest) =>
        word.Lower
            is "of"
                or "about"
                or "against"
                or "on"
                or "with"
                or "in"
                or "from"
                or "for"
                or "as"
                or "by"
                or "and"
                or "when"
                or "while"
                or "before"
                or "after"
                or "because"
                or "but"
                or "so"
                or "to"
                or "out"
            ? null
            : rest;

    /// <summary>After "believes" or "found" a clause has a pronoun, or an auxiliary within reach.</summary>
    private bool LooksLikeClause(int at, int limit, bool expects)
    {
        for (var i = at; i < Math.Min(limit, at + 9) && !reader.InQuote(i) && reader[i].Kind != TokenKind.Mark; i++)
        {
            if (
                FunctionWords.Auxiliaries.Contains(reader[i].Lower)
                || (reader[i].Is("to") && i > at && expects)
                || (i == at && FunctionWords.Subjects.Contains(reader[i].Lower))
            )
                return true;
        }

        return false;
    }
}
