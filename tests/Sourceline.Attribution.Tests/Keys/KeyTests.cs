using Sourceline.Attribution.Model;

namespace Sourceline.Attribution.Tests.Keys;

public sealed class KeyTests
{
    private const string Speaker = "Harbour master Ole Brand said the pier was gone.";
    private const string Added = "He added that the crane stood.";

    private static AttributedStatement Last(params string[] paragraphs) =>
        Attributor.Read(new Article(string.Join("\n\n", paragraphs))).Statements[^1];

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
        var statements = Attributor.Read(new Article("Ole Brand said it was gone.\n\nOle Brand said it was gone.")).Statements;
        Assert.Equal(2, statements.Length);
        Assert.Equal(statements[0].Key + "-2", statements[1].Key);
    }

    [Fact]
    public void Key_SameContentOfAnotherLeavesTheText_Stays() =>
        Assert.Equal(Last("Ole Brand said it was gone.", "Lena Moe said it was gone.").Key, Last("Lena Moe said it was gone.").Key);

    [Theory]
    [InlineData("Ole Brand visited the pier.")]
    [InlineData("Ole Brand doubted that the pier was gone.")]
    public void Evidence_HeIsTheSameForAnotherReason_Changes(string paragraph)
    {
        var before = Last("Ole Brand said the pier was gone.", Added);
        var after = Last(paragraph, Added);
        Assert.Equal(before.Key, after.Key);
        Assert.Equal("Ole Brand", after.Chains[0].End.Identity?.Name);
        Assert.NotEqual(before.Evidence, after.Evidence);
    }

    [Fact]
    public void Evidence_WhatTheSpeakerSaidBeforeChanges_Stays() =>
        Assert.Equal(Last(Speaker, Added).Evidence, Last("Harbour master Ole Brand said nobody had been hurt.", Added).Evidence);

    [Fact]
    public void Evidence_TheReportIsAnotherOutlets_Changes()
    {
        var before = Last("The pier is gone, the Harbour Echo newspaper reported.", "The crane stood, the newspaper said.");
        var after = Last("The pier is gone, the Brask Gazette newspaper reported.", "The crane stood, the newspaper said.");
        Assert.Equal(before.Key, after.Key);
        Assert.NotEqual(before.Evidence, after.Evidence);
    }

    [Theory]
    [InlineData("Deputy harbour master Ole Brand said so on Friday: the crane stood.")]
    [InlineData("Harbour master Knut Lie told reporters that the crane stood.")]
    public void Evidence_WhoTheUnnamedOneSeemsToBeChanges_Changes(string next)
    {
        const string Unnamed = "A senior harbour official said the pier was gone.";
        var before = Attributor
            .Read(new Article(Unnamed + "\n\nDeputy harbour official Ole Brand told reporters that the crane stood."))
            .Statements[0];
        var after = Attributor.Read(new Article(Unnamed + "\n\n" + next)).Statements[0];
        Assert.Equal(before.Key, after.Key);
        Assert.Equal(Basis.Inferred, before.Chains[0].End.Identity?.Basis);
        Assert.NotEqual(before.Evidence, after.Evidence);
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
        var before = Last("The pier is gone, the Harbour Echo reported, citing Ole Brand.", Speaker);
        var after = Last("The pier is gone, the Brask Gazette reported, citing Ole Brand.", Speaker);
        Assert.Equal(before.Key, after.Key);
        Assert.NotEqual(before.Evidence, after.Evidence);
    }

    [Fact]
    public void Evidence_CueChanges_Changes() =>
        Assert.NotEqual(Last("Ole Brand said it was gone.").Evidence, Last("Ole Brand claimed it was gone.").Evidence);
}
