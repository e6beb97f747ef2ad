namespace Sourceline.Attribution.Tests;

public sealed class KeyTests
{
    private const string Speaker = "Harbour master Ole Brand said the pier was gone.";
    private const string Added = "He added that the crane stood.";

    private static Statement Last(params string[] paragraphs) => Attributor.Read(new Article(string.Join("\n\n", paragraphs))).Statements[^1];

    [Fact]
    public void Key_TextAddedElsewhere_Stays()
    {
        var before = Last(Speaker, Added);
        var after = Last("The storm came at night.", Speaker, Added);
        Assert.Equal((before.Key, before.Evidence), (after.Key, after.Evidence));
    }

    [Fact]
    public void Key_SpacingAndMarksChange_Stays() => Assert.Equal(Last("Brand said it's  gone.").Key, Last("Brand said it’s gone").Key);

    [Fact]
    public void Key_SameWordsTwice_Differ()
    {
        var statements = Attributor.Read(new Article("Ole Brand said it was gone.\n\nLena Moe said it was gone.")).Statements;
        Assert.Equal(2, statements.Length);
        Assert.Equal(statements[0].Key + "-2", statements[1].Key);
    }

    [Fact]
    public void Evidence_SpeakerOfTheParagraphBeforeChanges_Changes()
    {
        var before = Last(Speaker, Added);
        var after = Last("Engineer Knut Lie said the pier was gone.", Added);
        Assert.Equal(before.Key, after.Key);
        Assert.NotEqual(before.Evidence, after.Evidence);
    }

    [Fact]
    public void Evidence_CarriedOutletChanges_Changes()
    {
        var before = Last("The pier is gone, the Harbour Echo reported.", Speaker);
        var after = Last("The pier is gone, the Brask Gazette reported.", Speaker);
        Assert.Equal(before.Key, after.Key);
        Assert.NotEqual(before.Evidence, after.Evidence);
    }

    [Fact]
    public void Evidence_CueChanges_Changes() => Assert.NotEqual(Last("Ole Brand said it was gone.").Evidence, Last("Ole Brand claimed it was gone.").Evidence);
}
