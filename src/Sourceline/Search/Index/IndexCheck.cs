using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Microsoft.Extensions.Options;
using Sourceline.Data;
using Sourceline.Data.Checks;
using Sourceline.EventLog;
using Sourceline.Localization;

namespace Sourceline.Search.Index;

/// <summary>
/// Compares the search index, story by story, with what readers see now. Beside a running server it looks at what the server committed
/// last, which lags by some seconds: stories that have changed since are left out of the comparison.
/// </summary>
internal sealed class IndexCheck(IndexFolder folder, IndexBuilder builder, NewsDbFactory dbs)
{
    private const string NotBuilt = "not built";

    private const int Batch = 200;

    /// <summary>Whether an exception says that the files of an index are damaged.</summary>
    public static bool IsDamage(Exception e) =>
        e
            is CorruptIndexException
                or IndexFormatTooOldException
                or IndexFormatTooNewException
                or IndexNotFoundException
                or FileNotFoundException
                or DirectoryNotFoundException
                or EndOfStreamException
                or ArgumentException
                or InvalidOperationException
                or IndexOutOfRangeException
                or IOException;

    public async Task<string> RunAsync(Findings findings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (folder.Current() is not { } path)
            return Missing(findings);
        using var directory = FSDirectory.Open(path);
        if (!DirectoryReader.IndexExists(directory))
            return Missing(findings);
        DirectoryReader reader;
        IndexMark? mark;
        Dictionary<long, long> prints;
        try
        {
            reader = DirectoryReader.Open(directory);
            foreach (var leaf in reader.Leaves)
                leaf.AtomicReader.CheckIntegrity();
            mark = IndexMark.Read(reader.IndexCommit.UserData);
            prints = Prints(reader);
        }
        catch (Exception e) when (IsDamage(e))
        {
            findings.Add($"The search index is damaged: {e.Message.ReplaceLineEndings(" ")}");
            return "damaged";
        }
        using (reader)
            return mark is null ? Missing(findings) : await CompareAsync(mark, prints, findings, cancellationToken);
    }

    /// <summary>It is in no backup, and every server builds one that is not there; one that was there is missed.</summary>
    private string Missing(Findings findings)
    {
        if (folder.IsLost)
            findings.Add("The folder of the search index is missing.");
        else
            findings.Note(
                "The search index has not been built. The server builds it when it starts; sourceline rebuild search builds it now."
            );
        return NotBuilt;
    }

    private async Task<string> CompareAsync(
        IndexMark mark,
        Dictionary<long, long> prints,
        Findings findings,
        CancellationToken cancellationToken
    )
    {
        await using var db = dbs.Create();
        if (mark.Rules.Form != IndexRules.CurrentForm)
        {
            // Every story would differ.
            findings.Note(
                "The search index was made by another version of Sourceline. The server rebuilds it when it starts; sourceline rebuild search rebuilds it now."
            );
            return Line($"{prints.Count:N0} stories, not compared");
        }
        foreach (var difference in mark.Rules.Differences(builder.Rules))
            findings.Note(
                $"The search index was made with another setting: {difference}. It is checked with the setting that it was made with. A server with the present setting rebuilds it when it starts."
            );
        if (!await mark.IsOfAsync(db, cancellationToken))
            findings.Add("The search index belongs to another newsroom, or to a log that is newer than the database.");
        var last = await ActLog.LastAsync(db, cancellationToken);
        var changed = await ChangedAsync(db, mark.Sequence, cancellationToken);
        var options = Options.Create(mark.Rules.Options());
        var count = await CompareAsync(
            new PublicStories(dbs, new SiteTime(options), options),
            prints,
            changed,
            findings,
            cancellationToken
        );
        return Line($"{count:N0} stories, {Math.Max(0, last - mark.Sequence):N0} acts behind the log");
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
            var (up, id, print, live) = (
                leaf.AtomicReader.GetNumericDocValues(FieldNames.Up),
                leaf.AtomicReader.GetNumericDocValues(FieldNames.StoryId),
                leaf.AtomicReader.GetNumericDocValues(FieldNames.Print),
                leaf.AtomicReader.LiveDocs
            );
            for (var doc = 0; doc < leaf.AtomicReader.MaxDoc; doc++)
                if (live?.Get(doc) != false && up.Get(doc) == 0)
                    prints[id.Get(doc)] = print.Get(doc);
        }
        return prints;
    }

    private static async Task<long> CompareAsync(
        PublicStories stories,
        Dictionary<long, long> prints,
        HashSet<long> changed,
        Findings findings,
        CancellationToken cancellationToken
    )
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
                if (changed.Contains(story.Id))
                    continue;
                if (!known)
                    findings.Add(Line($"Story {story.Number} is public but not in the search index."));
                else if (print != story.Print())
                    findings.Add(Line($"Story {story.Number} differs from its entry in the search index."));
            }
        }
        foreach (var gone in prints.Keys.Where(id => !changed.Contains(id)))
            findings.Add(Line($"The story in row {gone} is in the search index but not public."));
        return count;
    }

    private static string Line(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
