using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Clauses;

/// <summary>The clauses that the rules find in each sentence of a document.</summary>
internal static class SentenceClauses
{
    /// <summary>A list a sentence; a note of the editor has none, nor has what goes on with the turn of a transcript.</summary>
    public static List<CueClause>[] Read(Reader reader, CancellationToken cancellationToken)
    {
        var notes = new EditorNotes(reader);
        var finder = new ClauseFinder(reader);
        var clauses = new List<CueClause>[reader.Document.SentenceList.Count];
        var said = 0;
        for (var s = 0; s < clauses.Length; s++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var sentence = reader.Document.SentenceList[s];
            clauses[s] = notes.Holds(sentence) || sentence.End <= said ? [] : finder.Read(sentence);
            foreach (var clause in clauses[s])
                said = Math.Max(said, clause.Content[^1].End);
        }

        return clauses;
    }
}
