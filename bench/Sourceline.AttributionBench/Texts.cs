using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Text;
using Sourceline.Bench;

namespace Sourceline.AttributionBench;

/// <summary>Stories of the generator, in paragraphs; the same at every run.</summary>
internal static class Texts
{
    private const int Words = 1000;

    /// <summary>Stories of about a thousand words.</summary>
    public static List<List<string>> Stories(int count)
    {
        var writer = new StoryWriter(18343);
        return [.. Enumerable.Range(0, count).Select(_ => Story(writer))];
    }

    public static Article Article(IEnumerable<string> paragraphs) =>
        new(string.Join("\n\n", paragraphs)) { Language = "en", PublishedOn = new DateOnly(2026, 11, 20) };

    public static int Tokens(Article article) => Document.Read(article.Text, CancellationToken.None).Tokens.Count;

    private static List<string> Story(StoryWriter writer)
    {
        var story = new List<string>();
        for (var words = 0; words < Words; )
        {
            foreach (
                var paragraph in writer.Next().Body.Split("</p>", StringSplitOptions.RemoveEmptyEntries).Select(p => p["<p>".Length..])
            )
            {
                if (words >= Words)
                    break;
                story.Add(paragraph);
                words += paragraph.Count(c => c == ' ') + 1;
            }
        }
        return story;
    }
}
