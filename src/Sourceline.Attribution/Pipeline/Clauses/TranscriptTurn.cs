using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Clauses;

/// <summary>In a transcript each turn is a paragraph that opens with a name in capitals and a colon; all that stands in it was said.</summary>
internal static class TranscriptTurn
{
    private const double Weight = .75;

    public static CueClause? Read(Reader reader, Sentence sentence)
    {
        var paragraph = reader.Document.ParagraphList[sentence.Paragraph];
        if (
            paragraph.First != sentence.First
            || reader.Names.At(sentence.First) is not { Entity.Kind: not SourceKind.Outlet } run
            || run.Whole.First != sentence.First
        )
            return null;
        var colon = run.Whole.End;
        if (colon + 1 >= sentence.End || !reader[colon].Is(":") || reader.InQuote(colon + 1) || !IsLabel(reader.Document.Words(run.Whole)))
            return null;
        var clause = new CueClause
        {
            Sentence = sentence,
            Cue = new TokenRange(colon, colon + 1),
            Verb = CueVerbs.Find("said"),
            Weight = Weight,
            Source = reader.Source(run.Whole),
            Placement = Placement.Before,
        };
        return Contents.Add(reader, clause, new TokenRange(colon + 1, paragraph.End)) ? clause : null;
    }

    private static bool IsLabel(string name) => name.Length > 2 && !name.Any(char.IsLower);
}
