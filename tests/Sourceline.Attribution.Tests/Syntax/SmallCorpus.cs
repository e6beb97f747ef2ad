using Sourceline.Attribution.Pipeline.Syntax;
using Sourceline.Attribution.Training;

namespace Sourceline.Attribution.Tests.Syntax;

/// <summary>A parsed corpus of our own, a few sentences: enough to learn them by heart.</summary>
internal static class SmallCorpus
{
    /// <summary>Word, part of speech, entity, head and relation; a sentence a string.</summary>
    private static readonly string[] Sentences =
    [
        "The/DT/O/2/det dam/NN/O/3/nsubj leaks/VBZ/O/0/root ,/,/O/3/punct Brand/NNP/PERSON/6/nsubj said/VBD/O/3/parataxis ././O/3/punct",
        "Tove/NNP/PERSON/2/compound Aasen/NNP/PERSON/3/nsubj told/VBD/O/0/root reporters/NNS/O/3/dobj in/IN/O/6/case Brask/NNP/LOCATION/3/nmod ././O/3/punct",
        "Brand/NNP/PERSON/2/nsubj said/VBD/O/0/root that/IN/O/6/mark the/DT/O/5/det pier/NN/O/6/nsubj fell/VBD/O/2/ccomp on/IN/O/8/case Friday/NNP/DATE/6/nmod ././O/2/punct",
        "The/DT/O/2/det port/NN/O/4/nmod:poss 's/POS/O/2/case boats/NNS/O/6/nsubj did/VBD/O/6/aux leave/VB/O/0/root early/RB/O/6/advmod ././O/6/punct",
    ];

    public static TrainingText[] Texts { get; } = [.. Enumerable.Range(0, 8).Select(i => TrainingText.Of(Parsed(i)))];

    public static SyntaxModel Model { get; } = SyntaxTrainer.Train(Texts, 7);

    private static ParsedText Parsed(int number)
    {
        var text = new System.Text.StringBuilder();
        var sentences = new List<ParsedToken[]>();
        for (var s = 0; s < Sentences.Length; s++)
        {
            var words = Sentences[(s + number) % Sentences.Length].Split(' ').Select(w => w.Split('/')).ToArray();
            sentences.Add([.. words.Select(w => Token(text, w))]);
        }

        return new ParsedText($"text {number}", text.ToString(), sentences, []);
    }

    private static ParsedToken Token(System.Text.StringBuilder text, string[] fields)
    {
        if (text.Length > 0 && fields[0] is not ("'s" or "." or ","))
            text.Append(' ');
        var start = text.Length;
        text.Append(fields[0]);
        var head = int.Parse(fields[3], System.Globalization.CultureInfo.InvariantCulture);
        return new ParsedToken(start, text.Length, PartsOfSpeech.Of(fields[1]), EntityTypes.Of(fields[2]), head, Relations.Of(fields[4]));
    }
}
