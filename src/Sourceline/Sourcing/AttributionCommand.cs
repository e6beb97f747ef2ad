using System.CommandLine;
using System.Globalization;
using Sourceline.Attribution;
using Sourceline.Attribution.Model;
using Sourceline.Attribution.Training;

namespace Sourceline.Sourcing;

/// <summary><c>sourceline attribution</c>: trains a model on annotated texts, and says how well readings agree with them.</summary>
public static class AttributionCommand
{
    private const string Help =
        """
        Train a model that finds who said what, and measure how well it does.

        A corpus is a folder of annotated texts, SPLIT.gold.jsonl, and the layer of a parser on the same texts, SPLIT.corenlp.tsv, where
        SPLIT is a part of the corpus such as train or dev. Either may be packed as .gz. How each line looks: docs/attribution-model.md.
        """;

    private static readonly Argument<string> Folder = new("folder") { Description = "The folder of the corpus.", HelpName = "FOLDER" };
    private static readonly Option<string> Output = new("--output") { Description = "The file that receives the model.", HelpName = "FILE", Required = true };
    private static readonly Option<string> TrainOn = new("--split") { Description = "Which part of the corpus.", HelpName = "SPLIT", DefaultValueFactory = _ => "train" };
    private static readonly Option<string> EvaluateOn = new("--split") { Description = "Which part of the corpus.", HelpName = "SPLIT", DefaultValueFactory = _ => "dev" };
    private static readonly Option<ulong> Seed = new("--seed") { Description = "Another seed gives another model of the same quality; the same gives the same bytes.", HelpName = "N", DefaultValueFactory = _ => 1 };
    private static readonly Option<string?> Model = new("--model") { Description = "A model that was trained. Default: the one that Sourceline carries.", HelpName = "FILE" };
    private static readonly Option<int> Draws = new("--boot") { Description = "How often documents are drawn anew for the 95 % intervals.", HelpName = "N", DefaultValueFactory = _ => 200 };

    public static Command Create()
    {
        var train = new Command("train", "Train a model. Takes some minutes for a thousand documents.") { Folder, Output, TrainOn, Seed };
        train.SetAction((parsed, _) => Task.FromResult(Guarded(() => Train(parsed.GetValue(Folder)!, parsed.GetValue(TrainOn)!, parsed.GetValue(Seed), parsed.GetValue(Output)!))));
        var evaluate = new Command("evaluate", "Measure agreement with annotated texts: precision, recall and F1, each with its 95 % interval.") { Folder, EvaluateOn, Model, Draws };
        evaluate.SetAction((parsed, cancel) => Task.FromResult(Guarded(() => Evaluate(parsed.GetValue(Folder)!, parsed.GetValue(EvaluateOn)!, parsed.GetValue(Model), parsed.GetValue(Draws), Console.Out, cancel))));
        return new Command("attribution", Help) { train, evaluate };
    }

    /// <summary>Trains beside the file and moves the model there once it is whole.</summary>
    internal static void Train(string folder, string split, ulong seed, string output)
    {
        using var annotated = AttributionFiles.Open(folder, split + ".gold.jsonl");
        using var parsed = AttributionFiles.Open(folder, split + ".corenlp.tsv");
        var unfinished = output + ".part";
        try
        {
            using (var stream = File.Create(unfinished)) AttributionTrainer.Train(annotated, parsed, seed, stream, new Progress());
            File.Move(unfinished, output, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{output}: {new FileInfo(output).Length / 1048576.0:F1} MB"));
    }

    internal static void Evaluate(string folder, string split, string? model, int draws, TextWriter output, CancellationToken cancellationToken)
    {
        if (draws < 1) throw new InvalidDataException("--boot must be 1 or more.");
        var loaded = model is null ? AttributionModel.Shipped : AttributionFiles.Model(model);
        using var annotated = AttributionFiles.Open(folder, split + ".gold.jsonl");
        var scorer = new AttributionScorer();
        var documents = 0;
        foreach (var document in CorpusReader.Read(annotated))
        {
            scorer.Add(document, Attributor.Read(new Article(document.Text) { Language = "en" }, loaded, cancellationToken));
            documents++;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{documents} documents, {(loaded is null ? "rules alone" : "rules and model")}"));
        ScoreTable.Write(output, scorer, draws);
    }

    private static int Guarded(Action action)
    {
        try
        {
            action();
            return 0;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or FormatException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }

    private sealed class Progress : IProgress<string>
    {
        private readonly System.Diagnostics.Stopwatch _watch = System.Diagnostics.Stopwatch.StartNew();

        public void Report(string value) => Console.Error.WriteLine($"{_watch.Elapsed:hh\\:mm\\:ss} {value}");
    }
}
