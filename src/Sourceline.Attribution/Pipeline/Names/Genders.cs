using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Names;

/// <summary>
/// Takes the sex of a person, as far as pronouns go by it, from the words of the story: "Robin Tallis, who lost her boat, said" speaks of
/// one person alone, and of "her".
/// </summary>
internal static class Genders
{
    public static void Find(Document document, NameBook book)
    {
        var at = 0;
        var paragraph = -1;
        Entity? alone = null;
        var mixed = false;
        foreach (var sentence in document.SentenceList)
        {
            if (sentence.Paragraph != paragraph)
                (paragraph, alone, mixed) = (sentence.Paragraph, null, false);
            NameRun? opening = null;
            for (; at < book.Runs.Count && book.Runs[at].Core.First < sentence.End; at++)
            {
                if (book.Runs[at] is not { Entity: { Kind: SourceKind.Person } person } run || document.QuoteAt[run.Core.First] is not null)
                    continue;
                mixed |= alone is not null && alone != person;
                alone = person;
                if (run.Whole.First <= sentence.First + 1)
                    opening = run;
            }

            if (opening is { Entity.Gender: Gender.Unknown } && !mixed)
                opening.Entity.Gender = Told(document, sentence, opening.Whole.End);
        }
    }

    /// <summary>What "his", "her", "himself" before any verb of speech tell; unknown where they differ.</summary>
    private static Gender Told(Document document, Sentence sentence, int from)
    {
        var told = Gender.Unknown;
        for (var at = from; at < sentence.End; at++)
        {
            if (document.QuoteAt[at] is not null)
                continue;
            if (CueVerbs.Find(document[at].Lower) is { Strong: true })
                break;
            var now = document[at].Lower switch
            {
                "his" or "himself" => Gender.He,
                "her" or "herself" => Gender.She,
                _ => Gender.Unknown,
            };
            if (now == Gender.Unknown)
                continue;
            if (told != Gender.Unknown && told != now)
                return Gender.Unknown;
            told = now;
        }

        return told;
    }
}
