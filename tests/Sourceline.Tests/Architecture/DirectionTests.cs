using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Sourceline.Tests.Architecture;

/// <summary>Who may see whom. What everything stands on sees no slice; no slice sees another; the libraries see neither.</summary>
public sealed class DirectionTests
{
    private static readonly string[] Slices = ["Archive", "Backups", "Demo", "Desk", "Replies", "Search", "Site", "Staff"];

    /// <summary>The head and foot that every public page has; pages of other slices tell it their title in ViewData.</summary>
    private const string SharedLayout = "/Site/_Layout.cshtml";

    /// <summary>What everything stands on, from the bottom up: each may see those before it and none after it.</summary>
    private static readonly string[] Ground =
    [
        "Settings",
        "BackgroundWork",
        "Outgoing",
        "Stories.Html",
        "Localization",
        "Telemetry",
        "Data",
        "EventLog",
        "Media",
        "Cli",
        "Web",
        "Sourcing",
        "Stories",
        "PageCache",
        "Syndication",
        "Ingest",
    ];

    private static readonly ArchUnitNET.Domain.Architecture Product = new ArchLoader()
        .LoadAssemblies(
            typeof(global::Sourceline.Data.NewsDb).Assembly,
            typeof(Attribution.Attributor).Assembly,
            typeof(Formats.NewsReader).Assembly
        )
        .Build();

    public static TheoryData<string> AllSlices => [.. Slices];

    public static TheoryData<string> AllGround => [.. Ground];

    [Theory]
    [MemberData(nameof(AllSlices))]
    public void Slice_SeesNoOtherSlice(string slice)
    {
        Assert.NotEmpty(Of(slice));
        foreach (var other in Slices.Where(other => other != slice))
            Types()
                .That()
                .ResideInNamespaceMatching(Pattern(slice))
                .Should()
                .NotDependOnAny(Types().That().ResideInNamespaceMatching(Pattern(other)))
                .Check(Product);
    }

    [Theory]
    [MemberData(nameof(AllGround))]
    public void Ground_SeesNoSlice(string ground)
    {
        Assert.NotEmpty(Of(ground));
        foreach (var slice in Slices)
            Types()
                .That()
                .ResideInNamespaceMatching(Pattern(ground))
                .Should()
                .NotDependOnAny(Types().That().ResideInNamespaceMatching(Pattern(slice)))
                .Check(Product);
    }

    [Fact]
    public void Ground_SeesNothingAboveIt()
    {
        var faults =
            from type in Product.Types
            let at = Array.IndexOf(Ground, FolderOf(type))
            where at >= 0
            from target in type.Dependencies.Select(dependency => dependency.Target).Distinct()
            let above = Array.IndexOf(Ground, FolderOf(target))
            where above > at
            select $"{Ground[at]} -> {Ground[above]}: {type.FullName} sees {target.FullName}";
        Assert.Empty(faults.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Folders_AreAllListed()
    {
        string[] other = ["bin", "obj", "node_modules", "wwwroot", "Properties"];
        var folders = Directory.GetDirectories(Path.Combine(Root(), "src", "Sourceline")).Select(Path.GetFileName).Except(other);
        Assert.Equal(
            Ground.Where(folder => folder != "Stories.Html").Concat(Slices).Order(StringComparer.Ordinal),
            folders.Order(StringComparer.Ordinal)!
        );
    }

    [Fact]
    public void AttributionModel_SeesNothingOfHowItIsFound() =>
        Types()
            .That()
            .ResideInNamespaceMatching(Pattern(@"Attribution\.Model"))
            .Should()
            .NotDependOnAny(Types().That().ResideInNamespaceMatching(@"^Sourceline\.Attribution\.(Pipeline|Learning|Training)(\.|$)"))
            .Check(Product);

    [Fact]
    public void Libraries_SeeNeitherTheHostNorEachOther()
    {
        var host = Types().That().ResideInNamespaceMatching($@"^Sourceline\.({string.Join('|', Slices.Concat(Ground))})(\.|$)");
        var attribution = Types().That().ResideInNamespaceMatching(Pattern("Attribution"));
        var formats = Types().That().ResideInNamespaceMatching(Pattern("Formats"));
        attribution.Should().NotDependOnAny(host).AndShould().NotDependOnAny(formats).Check(Product);
        formats.Should().NotDependOnAny(host).AndShould().NotDependOnAny(attribution).Check(Product);
    }

    /// <summary>What a page names in its text alone (an injected type, the path of a partial) no compiled reference shows.</summary>
    [Fact]
    public void Pages_NameNoOtherSlice()
    {
        var pages = Slices
            .Concat(Ground.Select(folder => folder.Replace('.', Path.DirectorySeparatorChar)))
            .SelectMany(folder =>
                Directory
                    .GetFiles(Path.Combine(Root(), "src", "Sourceline", folder), "*.cshtml", SearchOption.AllDirectories)
                    .Select(path => (Folder: folder, Name: Path.GetFileName(path), Text: File.ReadAllText(path)))
            )
            .ToList();
        Assert.NotEmpty(pages);
        var named = new Regex($@"(?:Sourceline\.|/)({string.Join('|', Slices)})[./][\w./]*");
        var faults =
            from page in pages
            from Match match in named.Matches(page.Text)
            where match.Groups[1].Value != page.Folder && match.Value != SharedLayout
            select $"{page.Folder}/{page.Name}: {match.Value}";
        Assert.Empty(faults);
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Sourceline.slnx")))
                return folder.FullName;
        throw new InvalidOperationException("Sourceline.slnx is in no folder above the tests.");
    }

    /// <summary>The folder of the host that a type is in: the first part of its namespace, but for the HTML of stories, which stands lower.</summary>
    private static string FolderOf(IType type)
    {
        var parts = type.Namespace?.FullName.Split('.');
        if (parts is not ["Sourceline", var folder, ..])
            return "";
        return parts is [_, "Stories", "Html", ..] ? "Stories.Html" : folder;
    }

    private static string Pattern(string folder) => $@"^Sourceline\.{folder}(\.|$)";

    private static IEnumerable<IType> Of(string folder) =>
        Product.Types.Where(type => Regex.IsMatch(type.Namespace.FullName, Pattern(folder)));
}
