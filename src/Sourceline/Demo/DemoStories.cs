using System.Collections.Immutable;
using System.Globalization;
using Sourceline.Formats;
using Sourceline.Ingest;
using Sourceline.Stories.Html;

namespace Sourceline.Demo;

/// <summary>The demo's stories with their replies, dated to now.</summary>
internal sealed class DemoStories(DemoClock clock, IReadOnlyList<DemoAct> acts)
{
    /// <summary>Of the demo's stories, in the database.</summary>
    public const string Origin = "demo.sourceline.example";

    /// <summary>Who brought them in, in the log.</summary>
    public const string Actor = "import";

    private const string File = "stories.jsonl";

    private readonly Dictionary<long, DemoAct> _stages = acts.Where(act => act.Stage is not null).ToDictionary(act => act.Number);
    private readonly List<DemoReply> _replies = DemoLines.Read<DemoReply>("replies.jsonl");

    public List<IncomingItem> Read()
    {
        using var stream = DemoLines.Open(File);
        return [.. NewsReader.Read(stream, new ReadOptions { Name = File }).OfType<ItemRead>().Select(Incoming)];
    }

    // The bytes are not kept: nothing was received, and the dates in them are not these.
    private IncomingItem Incoming(ItemRead read) => new(Dated(read.Item), NewsFormat.NinjsLines, File, default, read.Position);

    private NewsItem Dated(NewsItem item)
    {
        var stage = _stages.GetValueOrDefault(item.Number ?? 0);
        var published = stage?.At is { } at ? clock.Moved(at) : Moved(item.Published);
        return item with
        {
            Published = published,
            Updated = stage is null ? Moved(item.Updated) : published,
            Replies = Replies(item.Number ?? 0),
            Stage = stage?.Stage switch
            {
                null => NewsItemStage.Published,
                "draft" => NewsItemStage.Draft,
                "scheduled" => NewsItemStage.Scheduled,
                var other => throw new InvalidDataException($"The stage '{other}' is not known."),
            },
        };
    }

    private DateTimeOffset? Moved(DateTimeOffset? written) => written is { } date ? clock.Moved(date) : null;

    private ImmutableArray<ItemReply> Replies(long number) =>
        [.. _replies.Index().Where(reply => reply.Item.Number == number).Select(reply => Reply(reply.Index, reply.Item))];

    private ItemReply Reply(int place, DemoReply reply) =>
        new()
        {
            Id = Name(place),
            ParentId = reply.Parent is { } parent ? Name(parent) : null,
            Name = reply.Name,
            Email = reply.Email,
            Body = StoryHtml.FromText(reply.Body),
            Written = clock.Moved(reply.At),
            State = Enum.Parse<ItemReplyState>(reply.State, ignoreCase: true),
        };

    private static string Name(int place) => place.ToString(CultureInfo.InvariantCulture);
}
