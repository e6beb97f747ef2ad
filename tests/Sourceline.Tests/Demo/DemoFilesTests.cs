using Sourceline.Demo;
using Sourceline.Formats;
using Sourceline.Stories.Html;

namespace Sourceline.Tests.Demo;

public sealed class DemoFilesTests
{
    [Fact]
    public void Acts_FindTheirWordsExactlyOnce()
    {
        using var stream = DemoLines.Open("stories.jsonl");
        var bodies = NewsReader
            .Read(stream, new ReadOptions { Name = "stories.jsonl" })
            .OfType<ItemRead>()
            .ToDictionary(
                read => read.Item.Number!.Value,
                read => StoryHtml.Clean(read.Item.Headline, read.Item.Lead, read.Item.BodyHtml).BodyHtml
            );

        foreach (var act in DemoLines.Read<DemoAct>("acts.jsonl").Where(act => act.Find is not null))
        {
            Assert.True(bodies[act.Number].Split(act.Find).Length == 2, $"{act.Number}: \"{act.Find}\"");
            bodies[act.Number] = bodies[act.Number].Replace(act.Find!, act.Replace, StringComparison.Ordinal);
        }
    }
}
