using System.Reflection;

namespace Sourceline.Attribution.Tests;

/// <summary>The seed story must be read exactly as the design says. Its text is not part of the project: without it the tests skip.</summary>
public sealed class SeedStoryTests
{
    private static readonly DateOnly Published = new(2021, 7, 19);

    private readonly string _text;
    private readonly Reading _reading;

    public SeedStoryTests()
    {
        var folder = typeof(SeedStoryTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "ProjectFolder").Value!;
        var path = Path.GetFullPath(Path.Combine(folder, "../../../shared/seed/story-18343.txt"));
        Assert.SkipUnless(File.Exists(path), "the seed story is not beside the project");
        _text = File.ReadAllText(path);
        _reading = Attributor.Read(new Article(_text) { PublishedOn = Published });
    }

    private Statement With(string words) => Assert.Single(_reading.Statements, s => s.Content.Any(c => c.Of(_text).Contains(words, StringComparison.Ordinal)));

    private static string Hands(Statement statement) =>
        string.Join(" < ", Assert.Single(statement.Chains).Links.Select(l => $"{l.Name}:{l.Kind}:{l.Basis}"));

    [Fact]
    public void Read_Lead_EndsAtTheNewspaper()
    {
        var statement = With("offered U.S. counterpart");
        Assert.Equal("Kommersant:Outlet:Stated", Hands(statement));
        Assert.Equal(new DateOnly(2021, 7, 17), statement.Date!.From);
        Assert.Equal("on Saturday", statement.Date.Words);
        Assert.Equal("reported", Assert.Single(statement.Cue).Of(_text));
    }

    [Fact]
    public void Read_Reportedly_HasHedgeAndNoSource()
    {
        var statement = With("made the offer");
        Assert.Equal("reportedly", statement.Hedge!.Words);
        Assert.Empty(statement.Source);
        Assert.Equal("Kommersant:Outlet:Carried", Hands(statement));
    }

    [Fact]
    public void Read_PutinSaid_CameThroughTheNewspaper() =>
        Assert.Equal("Kommersant:Outlet:Carried < Vladimir Putin:Person:Stated", Hands(With("the US could use Russian bases")));

    [Theory]
    [InlineData("The exchange of information obtained using drones", "said")]
    [InlineData("there had been no concrete response from the US", "adding")]
    public void Read_TheReport_IsTheNewspapers(string words, string cue)
    {
        var statement = With(words);
        Assert.Equal(cue, Assert.Single(statement.Cue).Of(_text));
        Assert.Equal("the report:Document:Stated", Hands(statement));
        var identity = statement.Chains[0].End.Identity!;
        Assert.Equal(("Kommersant", SourceKind.Outlet, Basis.Carried), (identity.Name, identity.Kind, identity.Basis));
    }

    [Fact]
    public void Read_AgencyCitesMagazine_EndsAtTheDiplomat()
    {
        var statement = With("Russia has strongly warned");
        Assert.Equal("Associated Press:Outlet:Stated < Mezhdunarodnaya Zhizn:Outlet:Stated < a senior diplomat:Unnamed:Stated", Hands(statement));
        Assert.Equal(["AP"], statement.Chains[0].Links[0].Aliases);
        var identity = statement.Chains[0].End.Identity!;
        Assert.Equal(("Sergei Ryabkov", Basis.Inferred), (identity.Name, identity.Basis));
        Assert.Equal(new DateOnly(2021, 7, 13), statement.Date!.From);
        Assert.Equal("on Tuesday", statement.Date.Words);
    }

    [Fact]
    public void Read_Ryabkov_CameThroughAgencyAndMagazine()
    {
        var statement = With("Moscow conveyed the message");
        Assert.Equal("Associated Press:Outlet:Carried < Mezhdunarodnaya Zhizn:Outlet:Carried < Sergei Ryabkov:Person:Stated", Hands(statement));
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
        var statement = With("also issued the warning");
        var end = statement.Chains[0].End;
        Assert.Equal(("He", SourceKind.Unnamed, Basis.Stated), (end.Name, end.Kind, end.Basis));
        Assert.Equal(("Sergei Ryabkov", Basis.Carried), (end.Identity!.Name, end.Identity.Basis));
    }

    [Fact]
    public void Read_Interview_NamesTheMagazine() =>
        Assert.Equal("Associated Press:Outlet:Carried < Mezhdunarodnaya Zhizn:Outlet:Stated < Sergei Ryabkov:Person:Stated", Hands(With("We cautioned them")));

    [Fact]
    public void Read_NewspaperRetracts_ItsDependentsAreTheFirstPartAlone()
    {
        var second = _text.IndexOf("Meanwhile", StringComparison.Ordinal);
        Assert.All(_reading.Statements, s => Assert.Equal(s.Content[0].Start < second, LeansOn(s, "Kommersant")));
        Assert.All(_reading.Statements, s => Assert.Equal(s.Content[0].Start > second, LeansOn(s, "Associated Press")));
    }

    private static bool LeansOn(Statement statement, string name) =>
        statement.Chains.Any(c => c.Links.Any(l => l.Name == name || l.Identity?.Name == name));
}
