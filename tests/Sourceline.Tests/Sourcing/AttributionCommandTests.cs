using System.IO.Compression;
using System.Text;
using Sourceline.Sourcing;

namespace Sourceline.Tests.Sourcing;

/// <summary><c>sourceline attribution evaluate</c> over a corpus of our own.</summary>
public sealed class AttributionCommandTests : IDisposable
{
    private const string Corpus = """
        {"doc":"a","text":"Brand said that the old pier leaks.","attributions":[{"source":[[0,5]],"cue":[[6,10]],"content":[[11,34]]}]}
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sourceline-corpus-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Evaluate_PlainOrPacked_PrintsEveryFigureWithItsInterval(bool packed)
    {
        Write(packed);
        using var output = new StringWriter();
        AttributionCommand.Evaluate(_folder.FullName, "dev", null, 10, output, TestContext.Current.CancellationToken);
        Assert.Contains("1 documents", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("full soft       1.000  1.000  1.000   1.000-1.000", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("expected calibration error", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_NoSuchPart_NamesBothFormsOfTheFile()
    {
        var e = Assert.Throws<FileNotFoundException>(() =>
            AttributionCommand.Evaluate(_folder.FullName, "dev", null, 10, TextWriter.Null, TestContext.Current.CancellationToken)
        );
        Assert.Contains("dev.gold.jsonl.gz", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_TooLittle_LeavesNoHalfModel()
    {
        Write(packed: false);
        File.WriteAllText(Path.Combine(_folder.FullName, "dev.corenlp.tsv"), "");
        var model = Path.Combine(_folder.FullName, "model");
        Assert.Throws<InvalidDataException>(() => AttributionCommand.Train(_folder.FullName, "dev", 1, model));
        Assert.Empty(_folder.GetFiles("model*"));
    }

    private void Write(bool packed)
    {
        var path = Path.Combine(_folder.FullName, "dev.gold.jsonl");
        if (!packed)
        {
            File.WriteAllText(path, Corpus);
            return;
        }

        using var stream = new GZipStream(File.Create(path + ".gz"), CompressionLevel.Fastest);
        stream.Write(Encoding.UTF8.GetBytes(Corpus));
    }
}
