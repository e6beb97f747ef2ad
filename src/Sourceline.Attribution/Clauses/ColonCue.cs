namespace Sourceline.Attribution;

/// <summary>A name, a colon and a quotation: <c>Brand: "We stay."</c></summary>
internal static class ColonCue
{
    public static CueClause? Read(Reader reader, Sentence sentence, int at)
    {
        if (!reader[at].Is(":") || at + 1 >= sentence.End || at == sentence.First || !(reader.InQuote(at + 1) || IsTranscript(reader, sentence, at)))
            return null;
        if (reader.Names.At(sentence.First) is not { Entity.Kind: not SourceKind.Outlet } run || run.Whole.First != sentence.First || run.Whole.End != at)
            return null;
        var source = reader.Source(new TokenRange(sentence.First, at));
        return new CueClause { Sentence = sentence, Cue = new TokenRange(at, at + 1), Verb = CueVerbs.Find("said"), Weight = .7, Source = source };
    }

    /// <summary>In a transcript each turn opens with a name in capitals.</summary>
    private static bool IsTranscript(Reader reader, Sentence sentence, int at)
    {
        var name = reader.Document.Words(new TokenRange(sentence.First, at));
        return name.Length > 2 && at + 3 < sentence.End && !name.Any(char.IsLower) && reader.Document.ParagraphList[sentence.Paragraph].First == sentence.First;
    }
}
