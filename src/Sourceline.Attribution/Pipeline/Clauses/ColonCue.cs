using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Names;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Clauses;

/// <summary>A name, a colon and a quotation: <c>Brand: "We stay."</c></summary>
internal static class ColonCue
{
    public static CueClause? Read(Reader reader, Sentence sentence, int at)
    {
        if (!reader[at].Is(":") || at + 1 >= sentence.End || at == sentence.First || !reader.InQuote(at + 1))
            return null;
        if (
            reader.Names.At(sentence.First) is not { Entity.Kind: not SourceKind.Outlet } run
            || run.Whole.First != sentence.First
            || run.Whole.End != at
        )
            return null;
        var source = reader.Source(new TokenRange(sentence.First, at));
        return new CueClause
        {
            Sentence = sentence,
            Cue = new TokenRange(at, at + 1),
            Verb = CueVerbs.Find("said"),
            Weight = .7,
            Source = source,
        };
    }
}
