using Sourceline.Attribution.Learning;
using Sourceline.Attribution.Model;
using Sourceline.Attribution.Tests.Syntax;
using Sourceline.Attribution.Training;

namespace Sourceline.Attribution.Tests.Training;

public sealed class AttributionTrainerTests
{
    private static readonly byte[] Trained = SmallAnnotated.Trained;

    [Fact]
    public void Train_SameSeed_GivesTheSameBytes() => Assert.Equal(Trained, SmallAnnotated.Train(1));

    [Fact]
    public void Read_WithTheModel_FindsWhatTheRulesDoNotKnow()
    {
        var text = SmallAnnotated.Text(2);
        Assert.DoesNotContain(Attributor.Read(new Article(text) { Language = "en" }, model: null).Statements, s =>
            s.Cue.Any(c => c.Of(text) == SmallAnnotated.Cue)
        );
        var statement = Assert.Single(Attributor.Read(new Article(text) { Language = "en" }, Model()).Attitudes);
        Assert.Equal(SmallAnnotated.Cue, Assert.Single(statement.Cue).Of(text));
        Assert.Equal("Lind", Assert.Single(statement.Source).Of(text));
        Assert.Equal("that the bridge leaks", Assert.Single(statement.Content).Of(text));
        Assert.Equal("Lind", Assert.Single(Assert.Single(statement.Chains).Hops).Name);
        Assert.InRange(statement.Confidence, .3, .99);
    }

    [Fact]
    public void Read_ManyThreadsOneModel_AllReadTheSame()
    {
        var model = Model();
        var article = new Article(string.Join("\n\n", Enumerable.Range(0, 8).Select(SmallAnnotated.Text))) { Language = "en" };
        var alone = Keys(Attributor.Read(article, model));
        var together = new IEnumerable<string>[16];
        Parallel.For(0, together.Length, i => together[i] = Keys(Attributor.Read(article, model)));
        Assert.All(together, keys => Assert.Equal(alone, keys));

        static List<string> Keys(Reading reading) =>
            [.. reading.Statements.Concat(reading.Attitudes).Select(s => $"{s.Key} {s.Confidence}")];
    }

    [Fact]
    public void Train_TooFewDocuments_SaysHowManyItTakes()
    {
        var e = Assert.Throws<InvalidDataException>(() =>
            AttributionTrainer.Train(new StringReader(""), new StringReader(""), 1, Stream.Null)
        );
        Assert.Contains("0 annotated", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_SameNameTwice_NamesIt()
    {
        var e = Assert.Throws<InvalidDataException>(() =>
            AttributionTrainer.Train(
                new StringReader(SmallAnnotated.Gold + SmallAnnotated.Gold),
                new StringReader(SmallAnnotated.Parsed),
                1,
                Stream.Null
            )
        );
        Assert.Contains("'d0'", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_SyntaxAlone_IsRefused()
    {
        using var stream = new MemoryStream();
        var container = new ModelContainer();
        SmallCorpus.Model.Write(container);
        container.Write(stream);
        stream.Position = 0;
        Assert.Throws<InvalidDataException>(() => AttributionModel.Load(stream));
    }

    private static AttributionModel Model() => AttributionModel.Load(new MemoryStream(Trained));
}
