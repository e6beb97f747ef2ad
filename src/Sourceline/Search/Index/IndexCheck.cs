using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Sourceline.Data;
using Sourceline.Data.Checks;
using Sourceline.EventLog;

namespace Sourceline.Search.Index;

/// <summary>
/// Whether the search index holds what readers see now, story by story. Beside a running server it looks at what that has made last,
/// which lags by some seconds: what has changed since is left out of the comparison.
/// </summary>
internal sealed class IndexCheck(IndexFolder folder, IndexBuilder builder, PublicStories stories, NewsDbFactory dbs) : ConsistencyCheck
{
    private const string Rebuild = "sourceline index rebuild";

    /// <summary>No fault: it is in no backup, and every server begins by building what is not there.</summary>
    private const string NotBuilt = "not built yet; the server builds it, or " + Rebuild;

    private const int Batch = 200;

    public override string Name => "search index";

    public override async Task<string> RunAsync(Findings findings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (folder.Current() is not { } path) return NotBuilt;
        using var directory = FSDirectory.Open(path);
        if (!DirectoryReader.IndexExists(directory)) return NotBuilt;
        using var reader = DirectoryReader.Open(directory);
        if (IndexMark.Read(reader.IndexCommit.UserData) is not { } mark) return NotBuilt;
        await using var db = dbs.Create();
        if (mark.Rules != builder.Rules)
        {
            // Every story would stand otherwise.
            findings.Add(new Fault("The search index was made with other settings, or by another version of the program.", Rebuild));
            return Line($"{reader.NumDocs:N0} documents");
        }
        if (!await mark.IsOfAsync(db, cancellationToken)) findings.Add(new Fault("The search index follows another log than the database has.", Rebuild));
        var newest = await IndexMark.NewestAsync(db, builder.Rules, cancellationToken);
        var changed = await ChangedAsync(db, mark.Sequence, cancellationToken);
        var count = await CompareAsync(Prints(reader), changed, findings, cancellationToken);
        return Line($"{count:N0} stories, {newest.Sequence - mark.Sequence:N0} acts behind the log");
    }

    /// <summary>Stories that were acted on since the index was last committed.</summary>
    private static async Task<HashSet<long>> ChangedAsync(NewsDb db, long sequence, CancellationToken cancellationToken)
    {
        var changed = new HashSet<long>();
        while (await ActLog.ReadAfterAsync(db, sequence, 1000, cancellationToken) is { Count: > 0 } acts)
        {
            sequence = acts[^1].Sequence;
            changed.UnionWith(acts.Select(act => act.StoryId).OfType<long>());
        }
        return changed;
    }

    /// <summary>What the index holds of each story.</summary>
    private static Dictionary<long, long> Prints(DirectoryReader reader)
    {
        var prints = new Dictionary<long, long>();
        foreach (var leaf in reader.Leaves)
        {
            var (up, id, print, live) = (leaf.AtomicReader.GetNumericDocValues(FieldNames.Up), leaf.AtomicReader.GetNumericDocValues(FieldNames.StoryId),
                leaf.AtomicReader.GetNumericDocValues(FieldNames.Print), leaf.AtomicReader.LiveDocs);
            for (var doc = 0; doc < leaf.AtomicReader.MaxDoc; doc++)
                if (live?.Get(doc) != false && up.Get(doc) == 0) prints[id.Get(doc)] = print.Get(doc);
        }
        return prints;
    }

    private async Task<long> CompareAsync(Dictionary<long, long> prints, HashSet<long> changed, Findings findings, CancellationToken cancellationToken)
    {
        var (after, count, all) = (0L, 0L, (long)prints.Count);
        while (await stories.ReadAfterAsync(after, Batch, cancellationToken) is { Count: > 0 } batch)
        {
            after = batch[^1].Id;
            findings.LookedAt(count, Math.Max(count, all));
            foreach (var story in batch)
            {
                count++;
                var known = prints.Remove(story.Id, out var print);
                if (changed.Contains(story.Id)) continue;
                if (!known) findings.Add(new Fault(Line($"Story {story.Number} is public and not in the search index."), Rebuild));
                else if (print != story.Print()) findings.Add(new Fault(Line($"Story {story.Number} stands otherwise in the search index."), Rebuild));
            }
        }
        foreach (var gone in prints.Keys.Where(id => !changed.Contains(id)))
            findings.Add(new Fault(Line($"The story in row {gone} is in the search index and not public."), Rebuild));
        return count;
    }

    private static string Line(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
