using Sourceline.Attribution.Pipeline.Syntax;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Training;

/// <summary>A document with what is to be learned of it.</summary>
/// <param name="Name">Its name in the corpus.</param>
/// <param name="Document">The text in our tokens.</param>
/// <param name="Forms">What features are made of.</param>
/// <param name="Right">The parser's layer on our tokens.</param>
/// <param name="Whole">For each chunk whether the corpus has one tree on it, so that a parser can learn from it.</param>
internal sealed record TrainingText(string Name, Document Document, TokenForms Forms, SyntaxLayer Right, bool[] Whole)
{
    /// <summary>Parts of speech as found by a tagger that has not learned from this text; the right ones until there is one.</summary>
    public PartOfSpeech[] FoundPos { get; set; } = Right.Pos;

    public static TrainingText Of(ParsedText text)
    {
        var document = Document.Read(text.Text, CancellationToken.None);
        var alignment = new Alignment(document, text);
        return new TrainingText(text.Name, document, new TokenForms(document), alignment.Layer, alignment.Whole);
    }
}
