using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Dates;

/// <summary>A date expression: its tokens and the days that it means.</summary>
internal readonly record struct DateMention(TokenRange Tokens, DateOnly? From, DateOnly? To, bool Ahead)
{
    public StatementDate? Resolved(Document document) =>
        From is { } from && To is { } to ? new StatementDate(from, to, document.Words(Tokens), document.Span(Tokens)) : null;
}

/// <summary>
/// Finds date expressions and resolves them against the day of publication: a weekday is the last one up to and including that day,
/// a month or a day without a year the last that has begun; "next" and "will" before it turn it ahead.
/// </summary>
internal static class DateFinder
{
    public static List<DateMention> Find(Document document, DateOnly? published)
    {
        var found = new List<DateMention>();
        foreach (var sentence in document.SentenceList)
        {
            var ahead = false;
            for (var at = sentence.First; at < sentence.End; at++)
            {
                if (document[at].Kind is TokenKind.Mark or TokenKind.Quote)
                    continue;
                ahead =
                    (ahead || document[at].Lower is "will" or "scheduled" or "expected" or "due")
                    && CueVerbs.Find(document[at].Lower) is not { Strong: true };
                if (DateReader.Read(document, sentence, at, ahead, published) is not { } date)
                    continue;
                found.Add(date);
                at = date.Tokens.End - 1;
            }
        }

        return found;
    }
}
