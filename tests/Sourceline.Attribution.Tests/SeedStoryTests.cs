using System.Reflection;
using Sourceline.Attribution.Model;

namespace Sourceline.Attribution.Tests;

/// <summary>The seed story must be read exactly as the design says. Its text is not part of the project: without it the tests skip.</summary>
public sealed class SeedStoryTests
{
    private static readonly DateOnly Published = new(2021, 7, 19);

    private readonly string _text;
    private readonly Reading _reading;

    public SeedStoryTests()
    {
        var folder = typeof(SeedStoryTests)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => a.Key == "ProjectFolder")
            .Value!;
        var path = Path.GetFullPath(Path.Combine(folder, "../../../shared/seed/story-18343.txt"));
        Assert.SkipUnless(File.Exists(path), "the seed story is not beside the project");
        _text = File.ReadAllText(path);
        _reading = Attributor.Read(new Article(_text) { PublishedOn = Published });
    }

    /// <summary>The statement by its place; the story holds ten.</summary>
    private AttributedStatement At(int place)
    {
        Assert.Equal(10, _reading.Statements.Length);
        return _reading.Statements[place];
    }

    private static string Hands(AttributedStatement statement) =>
        string.Join(" < ", Assert.Single(statement.Chains).Hops.Select(l => $"{l.Name}:{l.Kind}:{l.Basis}"));

    [Fact]
    public void Read_Lead_EndsAtTheNewspaper()
    {
        var statement = At(0);
        Assert.Equal("Kommersant:Outlet:Stated", Hands(statement));
        Assert.Equal(new DateOnly(2021, 7, 17), statement.Date!.From);
        Assert.Equal("on Saturday", statement.Date.Words);
        Assert.Equal("reported", Assert.Single(statement.Cue).Of(_text));
    }

    [Fact]
    public void Read_Reportedly_HasHedgeAndNoSource()
    {
        var statement = At(1);
        Assert.Equal("reportedly", statement.Hedge!.Words);
        Assert.Empty(statement.Source);
        Assert.Equal("Kommersant:Outlet:Carried", Hands(statement));
    }

    [Fact]
    public void Read_PutinSaid_CameThroughTheNewspaper() =>
        Assert.Equal("Kommersant:Outlet:Carried < Vladimir Putin:Person:Stated", Hands(At(2)));

    [Theory]
    [InlineData(3, "said")]
    [InlineData(4, "adding")]
    public void Read_TheReport_IsTheNewspapers(int place, string cue)
    {
        var statement = At(place);
        Assert.Equal(cue, Assert.Single(statement.Cue).Of(_text));
        Assert.Equal("the report:Document:Stated", Hands(statement));
        var identity = statement.Chains[0].End.Identity!;
        Assert.Equal(("Kommersant", SourceKind.Outlet, Basis.Carried), (identity.Name, identity.Kind, identity.Basis));
    }

    [Fact]
    public void Read_AgencyCitesMagazine_EndsAtTheDiplomat()
    {
        var statement = At(5);
        Assert.Equal(
            "Associated Press:Outlet:Stated < Mezhdunarodnaya Zhizn:Outlet:Stated < a senior diplomat:Unnamed:Stated",
            Hands(statement)
        );
        Assert.Equal(["AP"], statement.Chains[0].Hops[0].Aliases);
        var identity = statement.Chains[0].End.Identity!;
        Assert.Equal(("Sergei Ryabkov", Basis.Inferred), (identity.Name, identity.Basis));
        Assert.Equal(new DateOnly(2021, 7, 13), statement.Date!.From);
        Assert.Equal("on Tuesday", statement.Date.Words);
    }

    [Fact]
    public void Read_Ryabkov_CameThroughAgencyAndMagazine()
    {
        var statement = At(6);
        Assert.Equal(
            "Associated Press:Outlet:Carried < Mezhdunarodnaya Zhizn:Outlet:Carried < Sergei Ryabkov:Person:Stated",
            Hands(statement)
        );
        Assert.Equal("Russia’s Deputy Foreign Minister", statement.Chains[0].End.Role);
        var date = Assert.Single(statement.ContentDates);
        Assert.Equal(("last month", new DateOnly(2021, 6, 1), new DateOnly(2021, 6, 30)), (date.Words, date.From, date.To));
    }

    [Fact]
    public void Read_Quotations_AreThreeAndAllRyabkovs()
    {
        var quoting = _reading.Statements.Where(s => !s.Quotations.IsEmpty).ToList();
        Assert.Equal(3, quoting.Sum(s => s.Quotations.Length));
        Assert.All(quoting, s => Assert.Equal("Sergei Ryabkov", s.Chains[0].End.Name));
        Assert.All(quoting, s => Assert.Equal(StatementKind.Direct, s.Kind));
    }

    [Fact]
    public void Read_HeAdded_IsRyabkov()
    {
        var statement = At(8);
        var end = statement.Chains[0].End;
        Assert.Equal(("He", SourceKind.Unnamed, Basis.Stated), (end.Name, end.Kind, end.Basis));
        Assert.Equal(("Sergei Ryabkov", Basis.Carried), (end.Identity!.Name, end.Identity.Basis));
    }

    [Fact]
    public void Read_Interview_NamesTheMagazine() =>
        Assert.Equal("Associated Press:Outlet:Carried < Mezhdunarodnaya Zhizn:Outlet:Stated < Sergei Ryabkov:Person:Stated", Hands(At(9)));

    [Fact]
    public void Read_NewspaperRetracts_ItsDependentsAreTheFirstPartAlone()
    {
        var second = _text.IndexOf("Meanwhile", StringComparison.Ordinal);
        Assert.All(_reading.Statements, s => Assert.Equal(s.Content[0].Start < second, LeansOn(s, "Kommersant")));
        Assert.All(_reading.Statements, s => Assert.Equal(s.Content[0].Start > second, LeansOn(s, "Associated Press")));
    }

    private static bool LeansOn(AttributedStatement statement, string name) =>
        statement.Chains.Any(c => c.Hops.Any(l => l.Name == name || l.Identity?.Name == name));
}
