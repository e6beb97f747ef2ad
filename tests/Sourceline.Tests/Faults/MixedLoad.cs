using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Sourceline.Tests.Archive;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Faults;

/// <summary>Stories come in, editors act, readers reply and read, all at once; what was acknowledged is remembered.</summary>
internal sealed class MixedLoad(KilledServer server, string email)
{
    public const string Origin = "faults.example";

    private const int Batch = 60;

    /// <summary>The first stories, on which editors act and to which readers reply.</summary>
    private const int Known = 8;

    private int _serial;
    private int _reads;

    /// <summary>The reasons of acts that were answered as done.</summary>
    public ConcurrentBag<string> Acts { get; } = [];

    /// <summary>The reasons of all acts that were asked for.</summary>
    public ConcurrentBag<string> Asked { get; } = [];

    /// <summary>The bodies of replies that were answered as received.</summary>
    public ConcurrentBag<string> Replies { get; } = [];

    /// <summary>The identifiers in imports that ended well.</summary>
    public ConcurrentBag<string> Imported { get; } = [];

    public int Reads => _reads;

    public IReadOnlyList<long> Numbers { get; } = [.. Enumerable.Range(910_001, Known).Select(n => (long)n)];

    public string InWords(int kills) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{kills} kills; acknowledged: {Acts.Count} acts of {Asked.Count} asked for, {Replies.Count} replies, {Imported.Count} imported stories, {Reads} pages read."
        );

    /// <summary>Works until the work goes on from several hands, and kills the server in the midst of it. An import goes on beside it, and is now and then killed as well.</summary>
    public async Task RunAsync(int round, CancellationToken cancellationToken)
    {
        using var folder = new TestFolder();
        if (round == 0)
            await ImportAsync(folder, "first", Enumerable.Range(1, Known), null, cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var killed = new TaskCompletionSource();
        Task[] work =
        [
            EditAsync(0, stop.Token),
            EditAsync(1, stop.Token),
            ReplyAsync(stop.Token),
            ReadAsync(stop.Token),
            ImportAsync(folder, $"round{round}", Enumerable.Range(100 + (round * Batch), Batch), killed.Task, cancellationToken),
        ];
        await BusyAsync(cancellationToken);
        await Task.Delay(Random.Shared.Next(1500), cancellationToken);
        await server.KillAsync();
        killed.SetResult();
        await stop.CancelAsync();
        await Task.WhenAll(work);
    }

    /// <summary>Waits until editors, readers and those who reply have been answered several times each, however slow the machine is.</summary>
    private async Task BusyAsync(CancellationToken cancellationToken)
    {
        var (acts, replies, reads) = (Acts.Count, Replies.Count, Reads);
        for (var wait = 0; wait < 600 && (Acts.Count < acts + 3 || Replies.Count < replies + 3 || Reads < reads + 3); wait++)
            await Task.Delay(100, cancellationToken);
    }

    private async Task EditAsync(int editor, CancellationToken stop)
    {
        using var desk = new DeskClient(server.Client(follow: false));
        await UntilAsync(
            async () =>
            {
                (await desk.SignInAsync(email, DeskClient.Password)).Dispose();
                while (!stop.IsCancellationRequested)
                    await ActAsync(desk, Numbers[(Random.Shared.Next(Known / 2) * 2) + editor]);
            },
            stop
        );
    }

    /// <summary>Whatever the story's page offers, but the acts that end all others come seldom.</summary>
    private async Task ActAsync(DeskClient desk, long number)
    {
        var room = $"/desk/story/{number}";
        var page = await desk.PageAsync(room);
        var offered = page.QuerySelectorAll(".verbs a")
            .Select(link => link.GetAttribute("href")!.Split('/')[^1])
            .Concat(page.QuerySelectorAll(".do form[action]").Select(_ => "publish"))
            .Append("text")
            .ToList();
        var verb = offered[Random.Shared.Next(offered.Count)];
        if (verb is "kill" or "take-down" or "schedule" or "embargo")
            return;
        var revision = page.QuerySelector("#review [name=revision]")!.GetAttribute("value")!;
        var mark = $"fault-{Interlocked.Increment(ref _serial)}";
        if (verb == "text")
        {
            using var saved = await desk.PostAsync(
                $"{room}/text",
                $"{room}/text",
                ("Form.Revision", revision),
                ("Form.Headline", $"Headline {mark}"),
                ("Form.Body", $"The quay is safe, the Harbour Gazette newspaper reported. {mark}")
            );
            return;
        }
        Asked.Add(mark);
        (string, string)[] fields =
        [
            ("Form.Revision", revision),
            ("Form.Reason", mark),
            .. verb is "correct" or "clarify" or "update" ? [("Form.Note", $"Note {mark}")] : Array.Empty<(string, string)>(),
        ];
        using var answer = await desk.PostAsync(room, $"{room}/{verb}", fields);
        if (answer.StatusCode == HttpStatusCode.SeeOther)
            Acts.Add(mark);
    }

    private async Task ReplyAsync(CancellationToken stop)
    {
        using var client = server.Client(follow: false);
        await UntilAsync(
            async () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    var (number, body) = (Numbers[Random.Shared.Next(Known)], $"fault-{Interlocked.Increment(ref _serial)}");
                    using var form = new FormUrlEncodedContent([
                        KeyValuePair.Create("name", "Ida"),
                        KeyValuePair.Create("email", "ida@mail.example"),
                        KeyValuePair.Create("reply", body),
                    ]);
                    using var answer = await client.PostAsync($"/{number}/reply", form, CancellationToken.None);
                    if (answer.StatusCode == HttpStatusCode.SeeOther)
                        Replies.Add(body);
                    await Task.Delay(20, CancellationToken.None);
                }
            },
            stop
        );
    }

    private async Task ReadAsync(CancellationToken stop)
    {
        using var client = server.Client();
        await UntilAsync(
            async () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    using var answer = await client.GetAsync(
                        Random.Shared.Next(3) == 0 ? "/" : $"/{Numbers[Random.Shared.Next(Known)]}",
                        CancellationToken.None
                    );
                    if ((int)answer.StatusCode < 500)
                        Interlocked.Increment(ref _reads);
                    await Task.Delay(5, CancellationToken.None);
                }
            },
            stop
        );
    }

    private async Task ImportAsync(TestFolder folder, string name, IEnumerable<int> ids, Task? killed, CancellationToken cancellationToken)
    {
        var all = ids.ToList();
        var file = folder.Write(
            $"{name}.jsonl",
            all.Aggregate(new StringBuilder(), (lines, id) => lines.Append(Samples.Ninjs(Origin, id, number: 910_000 + id)).Append('\n'))
                .ToString()
        );
        using var import = server.Run("import", file, "--publish", "--no-media");
        var (output, errors) = (
            import.StandardOutput.ReadToEndAsync(cancellationToken),
            import.StandardError.ReadToEndAsync(cancellationToken)
        );
        // Every other import is killed with the server, the rest may end.
        if (killed is not null && Random.Shared.Next(2) == 0)
        {
            await Task.WhenAny(import.WaitForExitAsync(cancellationToken), killed);
            if (!import.HasExited)
                import.Kill();
        }
        await import.WaitForExitAsync(cancellationToken);
        var said = await output + await errors;
        if (import.ExitCode == 0)
            foreach (var id in all)
                Imported.Add($"https://{Origin}/{id}");
        else
            Assert.True(killed is not null, said);
    }

    /// <summary>A server that is gone ends the work; anything else is a fault.</summary>
    private static async Task UntilAsync(Func<Task> work, CancellationToken stop)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
        {
            await Task.WhenAny(Task.Delay(TimeSpan.FromSeconds(30), stop));
            Assert.True(stop.IsCancellationRequested, $"The server failed before it was killed: {e}");
        }
    }
}
