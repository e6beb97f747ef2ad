using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Clauses;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Names;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Chains;

/// <summary>Says who a referring phrase means: "he", "the newspaper", "the minister", "the ministry".</summary>
internal sealed class References(Reader reader, Speakers speakers, CarriedContext context)
{
    /// <summary>Noun and place of the last report that is no outlet's: "a report by the harbour board".</summary>
    private string? _document;

    public void SawDocument(string noun) => _document = noun;

    /// <summary>An outlet's report takes "the report" over.</summary>
    public void SawOutlet() => _document = null;

    /// <summary>The cue by which whom a reference means spoke or reported before; empty where that one was only named.</summary>
    public TokenRange CueOf(Entity entity) => context.HandOf(entity)?.Because ?? speakers.CueOf(entity);

    public Identity? Of(SourcePhrase phrase, Sentence sentence)
    {
        if (phrase.Pronoun is { } pronoun)
            return pronoun is "who" or "which"
                ? null
                : (phrase.Noun is "his" or "her" or "its" ? speakers.Owner(pronoun, phrase, sentence) : null)
                    ?? speakers.Pronoun(pronoun, sentence);
        if (phrase.Run is null && phrase.Range.Count == 1 && phrase.IsOutletNoun && sentence.Paragraph == 0)
            return LeadOutlets.Find(reader, phrase.Noun);
        if (phrase.Run is not null || !phrase.Definite || phrase.Range.Count > 3)
            return null;
        if (phrase.IsAge)
            return speakers.LastPerson(sentence);
        if (phrase.IsOutletNoun || phrase.IsPiece || Outlets.VagueNouns.Contains(phrase.Noun))
            return Outlet(phrase, sentence);
        return Roles.Nouns.Contains(phrase.Noun) ? speakers.ByRole(phrase.Noun, Modifier(phrase)) : speakers.ByTail(phrase.Noun);
    }

    /// <summary>"foreign" of "the foreign minister".</summary>
    private string? Modifier(SourcePhrase phrase) =>
        phrase.Head.Count == 3
        && reader[phrase.Head.First + 1].Lower is var word
        && (Roles.TitleWords.Contains(word) || Roles.Nouns.Contains(word))
            ? word
            : null;

    private Identity? Outlet(SourcePhrase phrase, Sentence sentence)
    {
        if (phrase.IsPiece && _document == phrase.Noun)
            return null;
        if (speakers.IsBody(phrase.Noun))
            return speakers.ByTail(phrase.Noun);
        var path = context.Paths.Count == 0 ? [] : context.Paths[0];
        var hand = path.FirstOrDefault(h => h.Entity.OutletNoun == phrase.Noun) ?? path.FirstOrDefault(h => h.Entity.IsCalled(phrase.Noun));
        if (hand is null)
            return speakers.LastOutlet(phrase.Noun);
        return Speakers.Known(hand.Entity, hand.Span, Math.Max(.5, CarriedContext.Confidence(hand, sentence.Paragraph) + .1));
    }
}
