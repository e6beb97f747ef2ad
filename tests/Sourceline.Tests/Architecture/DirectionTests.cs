using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Sourceline.Tests.Architecture;

/// <summary>Who may see whom. What everything stands on sees no slice; no slice sees another; the libraries see neither.</summary>
public sealed class DirectionTests
{
    private static readonly string[] Slices = ["Archive", "Demo", "Desk", "Replies", "Site", "Staff"];

    private static readonly string[] Ground = ["Data", "Hosting", "Statements", "Stories"];

    private static readonly ArchUnitNET.Domain.Architecture Product = new ArchLoader().LoadAssemblies(
        typeof(global::Sourceline.Data.NewsDb).Assembly,
        typeof(Attribution.Attributor).Assembly,
        typeof(Formats.NewsReader).Assembly).Build();

    public static TheoryData<string> AllSlices => [.. Slices];

    public static TheoryData<string> AllGround => [.. Ground];

    [Theory]
    [MemberData(nameof(AllSlices))]
    public void Slice_SeesNoOtherSlice(string slice)
    {
        Assert.NotEmpty(Of(slice));
        foreach (var other in Slices.Where(other => other != slice))
            Types().That().ResideInNamespaceMatching(Pattern(slice)).Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(Pattern(other))).Check(Product);
    }

    [Theory]
    [MemberData(nameof(AllGround))]
    public void Ground_SeesNoSlice(string ground)
    {
        Assert.NotEmpty(Of(ground));
        foreach (var slice in Slices)
            Types().That().ResideInNamespaceMatching(Pattern(ground)).Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(Pattern(slice))).Check(Product);
    }

    [Fact]
    public void Libraries_SeeNeitherTheHostNorEachOther()
    {
        var host = Types().That().ResideInNamespaceMatching($@"^Sourceline\.({string.Join('|', Slices.Concat(Ground))})(\.|$)");
        var attribution = Types().That().ResideInNamespaceMatching(Pattern("Attribution"));
        var formats = Types().That().ResideInNamespaceMatching(Pattern("Formats"));
        attribution.Should().NotDependOnAny(host).AndShould().NotDependOnAny(formats).Check(Product);
        formats.Should().NotDependOnAny(host).AndShould().NotDependOnAny(attribution).Check(Product);
    }

    private static string Pattern(string folder) => $@"^Sourceline\.{folder}(\.|$)";

    private static IEnumerable<IType> Of(string folder) =>
        Product.Types.Where(type => System.Text.RegularExpressions.Regex.IsMatch(type.Namespace.FullName, Pattern(folder)));
}
