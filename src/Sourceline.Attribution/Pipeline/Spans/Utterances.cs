using Sourceline.Attribution.Pipeline.Clauses;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Names;
using Sourceline.Attribution.Pipeline.Syntax;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Spans;

/// <summary>
/// Tells what somebody is reported to have said from whatever else people mark as attributed: what somebody wants, thinks, refuses to say or may
/// yet say. The rules know the first by themselves; this is asked of what the model alone has found.
/// </summary>
internal sealed class Utterances(Reader reader, SpanFacts facts)
{
    /// <summary>So many words in quotation marks are a quotation, fewer a name, a title or a word held at arm's length.</summary>
    private const int ShortestQuotation = 4;

    /// <summary>A statement of a text is shown to readers: it has to be likelier than not.</summary>
    private const double Least = .5;

    /// <summary>Whether the clause says that somebody who can speak has said something.</summary>
    public bool Has(CueClause clause) =>
        clause.Weight >= Least && Speaks(clause.Cue) && Happened(clause) && IsSomebody(clause.Source) && SaysSomething(clause);

    /// <summary>A verb or a noun of speech or writing.</summary>
    private bool Speaks(TokenRange cue)
    {
        for (var i = cue.First; i < cue.End; i++)
        {
            var pos = facts.Syntax.Pos[i];
            if (pos.IsVerb() ? CueClasses.IsSpeech(facts.Words[i].Classes) : pos.IsNoun() && CueNouns.Saying.Contains(reader[i].Lower))
                return true;
        }

        return false;
    }

    /// <summary>Not denied, possible, wished for, asked about or said within a quotation.</summary>
    private bool Happened(CueClause clause)
    {
        var cue = clause.Cue;
        if (
            cue.End < clause.Sentence.End
            && reader[cue.End - 1].Lower is "wrote" or "write" or "writes" or "writing"
            && reader[cue.End].Lower is "off" or "down" or "up"
        )
            return false;
        if (
            reader.InQuote(cue.First)
            || facts.Syntax.Pos[cue.First] is PartOfSpeech.TO or PartOfSpeech.VB
            || reader[clause.Sentence.End - 1].Is("?")
        )
            return false;
        for (var i = clause.Sentence.First; i < clause.Sentence.End; i++)
        {
            if ((cue.Has(i) || cue.Has(facts.Syntax.Head[i])) && Unsettles(i))
                return false;
        }

        return true;
    }

    private bool Unsettles(int token) =>
        facts.Syntax.Pos[token] is PartOfSpeech.MD or PartOfSpeech.TO
        || reader[token].Lower is "if" or "unless" or "whether"
        || FunctionWords.Negations.Contains(reader[token].Lower);

    private bool IsSomebody(SourcePhrase? source) =>
        source is not null
        && !FunctionWords.Negative.Contains(reader[source.Range.First].Lower)
        && (
            source.Run is not null
            || source.Pronoun is not null
            || NounPhrases.IsSourceNoun(source.Noun)
            || FunctionWords.Determiners.Contains(reader[source.Range.First].Lower)
        );

    /// <summary>A sentence with a verb, or a quotation; not the "what" of "what the two men said is not known", which stands for words that are not told.</summary>
    private bool SaysSomething(CueClause clause)
    {
        if (clause.Content.Exists(c => c.Count == 1 && reader[c.First].Lower is "what" or "whatever"))
            return false;
        if (FollowingContent.IsNothing(reader, clause.Content[0].First, clause.Content[0].End))
            return false;
        foreach (var piece in clause.Content)
        {
            for (var i = piece.First; i < piece.End; i++)
            {
                if (
                    reader.Document.QuoteAt[i] is { } quote
                        ? quote.Words >= ShortestQuotation
                        : facts.Syntax.Pos[i] is PartOfSpeech.MD or PartOfSpeech.VBD or PartOfSpeech.VBP or PartOfSpeech.VBZ
                )
                    return true;
            }
        }

        return false;
    }
}
