using Sourceline.Attribution.Model;

namespace Sourceline.Attribution.Tests.Specs;

public sealed class SpecTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Cases() =>
        SpecReader
            .ReadAll()
            .Select(s => new TheoryDataRow<string, string>(s.File, s.Heading) { TestDisplayName = $"{s.File}: {s.Heading}" });

    [Theory]
    [MemberData(nameof(Cases))]
    public void Read_Spec(string file, string heading)
    {
        var spec = SpecReader.ReadAll().Single(s => s.File == file && s.Heading == heading);
        var reading = Attributor.Read(new Article(spec.Text) { PublishedOn = spec.Published, Language = spec.Language });
        var actual = string.Join('\n', reading.Statements.Select(s => SpecWords.Line(s, spec.Text)));
        var expected = string.Join('\n', spec.Statements.Select(s => s.Line));
        Assert.True(expected == actual, $"expected\n{expected}\nbut read\n{actual}");
        if (spec.Answers is { } answers)
            Assert.Equal(
                string.Join('\n', answers is ["nothing"] ? [] : answers),
                string.Join('\n', reading.Answers.Select(a => SpecWords.Line(a, spec.Text)))
            );
        for (var i = 0; i < spec.Statements.Count; i++)
        {
            var details = SpecWords.Details(reading.Statements[i]).ToList();
            Assert.All(spec.Statements[i].Details, d =>
                Assert.True(details.Contains(d), $"'{d}' is not among\n{string.Join('\n', details)}")
            );
        }
    }

    [Fact]
    public void ReadAll_FiveHundredCasesOrMore() => Assert.True(SpecReader.ReadAll().Count() >= 500);
}
