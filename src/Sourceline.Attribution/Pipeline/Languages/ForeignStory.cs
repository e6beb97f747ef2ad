using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Chains;
using Sourceline.Attribution.Pipeline.Clauses;
using Sourceline.Attribution.Pipeline.Names;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Languages;

/// <summary>
/// Reads a text in a language without rules of its own for what is certain: a quotation in marks, a cue verb beside or within it, and a name or
/// a pronoun beside the verb; the statement has no chain where neither is certain. Nothing is carried and nobody is looked for further away.
/// </summary>
internal sealed class ForeignStory(Reader reader, ForeignCues? cues)
{
    public List<Draft> Read(CancellationToken cancellationToken)
    {
        var drafts = new List<Draft>();
        if (cues is null)
            return drafts;
        var clauses = new ForeignClauses(reader, cues);
        var inserts = new ForeignInserts(reader, cues);
        foreach (var sentence in reader.Document.SentenceList)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if ((inserts.Find(sentence) ?? clauses.Find(sentence)) is { } clause)
                drafts.Add(Draft(clause));
        }

        return drafts;
    }

    private Draft Draft(CueClause clause) =>
        new(clause)
        {
            Chains = clause.Source is { } source
                ?
                [
                    [.. clause.Relays.Append(source).Select(p => Link(p, clause.Weight))],
                ]
                : [],
        };

    private DraftHop Link(SourcePhrase source, double confidence) =>
        new(
            new Hop
            {
                Name = source.Run?.Entity?.Name ?? reader.Document.Words(source.Head),
                IsNamed = source.Run is not null,
                Role = source.Role,
                Kind = source.Kind,
                Basis = Basis.Stated,
                Span = reader.Document.Span(source.Head),
                Confidence = confidence,
            },
            source.Run?.Entity,
            source
        );
}
