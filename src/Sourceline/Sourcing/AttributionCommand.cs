using System.CommandLine;
using System.Globalization;
using Sourceline.Attribution;
using Sourceline.Attribution.Model;
using Sourceline.Attribution.Training;
using Sourceline.Cli;

namespace Sourceline.Sourcing;

/// <summary><c>sourceline attribution</c>: trains a model on annotated texts, and says how well readings agree with them.</summary>
public static class AttributionCommand
{
    private const string Details = """
        A corpus is a folder with annotated texts (SPLIT.gold.jsonl) and a parser's analysis of the same
        texts (SPLIT.corenlp.tsv). SPLIT is a part of the corpus, such as train or dev. The files can be
        compressed as .gz. docs/attribution-model.md describes the formats.
        """;

    private static readonly Option<string> TrainOn = Split("train");
    private static readonly Option<string> EvaluateOn = Split("dev");

    private static readonly Argument<string> Folder = new("FOLDER")
    {
        Description = "The folder of the corpus; see 'sourceline attribution --help'.",
    };

    private static readonly Option<string> Output = new("--output")
    {
        Description = "The file to write the model to.",
        HelpName = "FILE",
        Required = true,
    };

    private static readonly Option<string?> Model = new("--model")
    {
        Description = "A trained model. Default: the included one.",
        HelpName = "FILE",
    };

    private static readonly Option<ulong> Seed = new("--seed")
    {
        Description = "The random seed. The same seed gives the same model.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
        CustomParser = TypedValues.Number("--seed", 0UL),
    };

    private static readonly Option<int> Draws = new("--boot")
    {
        Description = "How many samples to draw for the 95 % intervals.",
        HelpName = "N",
        DefaultValueFactory = _ => 200,
        CustomParser = TypedValues.Number("--boot", 1),
    };

    public static Command Create()
    {
        var train = new Command("train", "Train a model. A thousand documents take a few minutes.") { Folder, Output, TrainOn, Seed };
        train.SetAction(
            (parsed, _) =>
                Task.FromResult(
                    Guarded(() =>
                        Train(parsed.GetValue(Folder)!, parsed.GetValue(TrainOn)!, parsed.GetValue(Seed), parsed.GetValue(Output)!)
                    )
                )
        );
        var evaluate = new Command("evaluate", "Compare a model with annotated texts: precision, recall and F1 with 95 % intervals.")
        {
            Folder,
            EvaluateOn,
            Model,
            Draws,
        };
        evaluate.SetAction(
            (parsed, cancel) =>
                Task.FromResult(
                    Guarded(() =>
                        Evaluate(
                            parsed.GetValue(Folder)!,
                            parsed.GetValue(EvaluateOn)!,
                            parsed.GetValue(Model),
                            parsed.GetValue(Draws),
                            Console.Out,
                            cancel
                        )
                    )
                )
        );
        return new DetailedCommand("attribution", "Train and evaluate models for finding statements.", Details) { train, evaluate };
    }

    /// <summary>Trains beside the file and moves the model there once it is whole.</summary>
    internal static void Train(string folder, string split, ulong seed, string output)
    {
        using var annotated = AttributionFiles.Open(folder, split + ".gold.jsonl");
        using var parsed = AttributionFiles.Open(folder, split + ".corenlp.tsv");
        var unfinished = output + ".part";
        try
        {
            using (var stream = File.Create(unfinished))
                AttributionTrainer.Train(annotated, parsed, seed, stream, new Progress());
            File.Move(unfinished, output, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{output}: {new FileInfo(output).Length / 1048576.0:F1} MB"));
    }

    internal static void Evaluate(
        string folder,
        string split,
        string? model,
        int draws,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        var loaded = model is null ? AttributionModel.Shipped : AttributionFiles.Model(model);
        using var annotated = AttributionFiles.Open(folder, split + ".gold.jsonl");
        var scorer = new AttributionScorer();
        var documents = 0;
        foreach (var document in CorpusReader.Read(annotated))
        {
            scorer.Add(document, Attributor.Read(new Article(document.Text) { Language = "en" }, loaded, cancellationToken));
            documents++;
        }

        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{documents} documents, {(loaded is null ? "rules alone" : "rules and model")}")
        );
        ScoreTable.Write(output, scorer, draws);
    }

    private static Option<string> Split(string byDefault) =>
        new("--split")
        {
            Description = "The part of the corpus to use.",
            HelpName = "SPLIT",
            DefaultValueFactory = _ => byDefault,
        };

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
