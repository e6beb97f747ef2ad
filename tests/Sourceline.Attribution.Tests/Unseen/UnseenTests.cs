using System.Globalization;
using Sourceline.Attribution.Tests.Specs;

namespace Sourceline.Attribution.Tests.Unseen;

public sealed class UnseenTests
{
    [Fact]
    public void Score_OfTheWhole_IsNoWorseThanItWas()
    {
        var score = new UnseenScore();
        foreach (var spec in SpecReader.ReadAll("Unseen"))
            score.Add(spec);
        var output = TestContext.Current.TestOutputHelper!;
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{score.Statements} statements, {score.Found} found, {score.ChainsRight} whole chains right, {score.ChainsToTheLetter} to the letter; {score.Invented} of {score.Links} links invented; {score.Extra} statements more"
            )
        );
        foreach (var line in score.Report)
            output.WriteLine(line);
        Assert.InRange(score.ChainsRight / (double)score.Statements, .78, 1);
        Assert.InRange(score.Invented / (double)score.Links, 0, .06);
    }
}
