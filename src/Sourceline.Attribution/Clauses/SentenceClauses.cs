namespace Sourceline.Attribution;

/// <summary>The clauses that the rules find in each sentence of a document.</summary>
internal static class SentenceClauses
{
    /// <summary>A list a sentence; a note of the editor has none.</summary>
    public static List<CueClause>[] Read(Reader reader, CancellationToken cancellationToken)
    {
        var notes = new EditorNotes(reader);
        var finder = new ClauseFinder(reader);
        var clauses = new List<CueClause>[reader.Document.SentenceList.Count];
        for (var s = 0; s < clauses.Length; s++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var sentence = reader.Document.SentenceList[s];
            clauses[s] = notes.Holds(sentence) ? [] : finder.Read(sentence);
        }

        return clauses;
    }
}
