using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Clauses;
using Sourceline.Attribution.Pipeline.Rereading;
using Sourceline.Attribution.Pipeline.Spans;
using Sourceline.Attribution.Pipeline.Syntax;
using Sourceline.Attribution.Pipeline.Text;
using Sourceline.Attribution.Tests.Training;

namespace Sourceline.Attribution.Tests.Rereading;

public sealed class RereadingTests
{
    private static readonly AttributionModel Model = AttributionModel.Load(new MemoryStream(SmallAnnotated.Trained));

    private static Article Story(int changed = -1, string put = "The mill is old.") => new(string.Join("\n\n", Enumerable.Range(0, 8).Select(i => i == changed ? put : SmallAnnotated.Text(i)))) { Language = "en" };

    [Fact]
    public void ReadAgain_OneParagraphChanged_TakesTheOthersFromMemory()
    {
        var memory = new ReadingMemory(Model);
        Attributor.ReadAgain(Story(), memory);
        var next = memory.Open();
        var reader = new Reader(Document.Read(Story(3, "The old mill is old.").Text, CancellationToken.None), null);
        var clauses = SentenceClauses.Read(reader, CancellationToken.None);
        var trees = Model.Syntax.Read(reader.Document, CancellationToken.None, next);
        new CandidateFinder(Model.Spans).Find(new SpanFacts(reader.Document, trees, clauses), CancellationToken.None, next);
        Assert.Equal((15, 1), (reader.Document.SentenceList.Count, next.Candidates.Learned));
        Assert.Equal(1, next.Trees.Learned);
    }

    [Fact]
    public void ReadAgain_AttitudesOfOtherParagraphs_KeepTheirKeys()
    {
        var memory = new ReadingMemory(Model);
        var before = Attributor.ReadAgain(Story(), memory);
        var after = Attributor.ReadAgain(Story(3), memory);
        Assert.Equal(8, before.Attitudes.Length);
        Assert.Equal(before.Attitudes.RemoveAt(3).Select(s => (s.Key, s.Evidence)), after.Attitudes.Select(s => (s.Key, s.Evidence)));
    }

    [Fact]
    public void ReadAgain_Cancelled_LeavesTheMemory()
    {
        var memory = new ReadingMemory(Model);
        Attributor.ReadAgain(Story(), memory);
        Assert.Throws<OperationCanceledException>(() => Attributor.ReadAgain(Story(2), memory, new CancellationToken(true)));
        Assert.Equal(8, Attributor.ReadAgain(Story(), memory).Attitudes.Length);
    }

    [Fact]
    public void ReadAgain_NoMemory_Throws() => Assert.Throws<ArgumentNullException>(() => Attributor.ReadAgain(Story(), null!));
}
