using CsCheck;
using Sourceline.PageCache;

namespace Sourceline.Tests.PageCache;

public sealed class PageMemoryTests
{
    [Fact]
    public void Keep_Anything_StaysWithinTheBoundAndFindsWhatItKept() =>
        Gen.Int[1, 40]
            .Select(Gen.Int[0, 9000], Gen.Bool)
            .Array[1, 200]
            .Sample(asked =>
            {
                const long Limit = 100_000;
                var memory = new PageMemory(Limit);
                foreach (var (number, length, find) in asked)
                {
                    if (find)
                        memory.Find($"/{number}");
                    else if (memory.Keep(Page(number, length)))
                        Assert.Equal(length, memory.Find($"/{number}")!.Identity.Bytes.Length);
                    Assert.InRange(memory.Size, 0, Limit);
                }
                foreach (var page in Enumerable.Range(1, 40).Select(number => memory.Find($"/{number}")).OfType<Page>())
                    memory.Remove(page);
                Assert.Equal((0, 0L), (memory.Count, memory.Size));
            });

    [Fact]
    public void Keep_ManyPagesOnce_LeavesThoseThatAreAskedForAgain()
    {
        var memory = new PageMemory(200_000);
        for (var number = 1; number <= 5; number++)
        {
            memory.Keep(Page(number, 8000));
            for (var asked = 0; asked < 100; asked++)
                memory.Find($"/{number}");
        }
        for (var number = 100; number < 200; number++)
            memory.Keep(Page(number, 8000));
        Assert.All(Enumerable.Range(1, 5), number => Assert.NotNull(memory.Find($"/{number}")));
    }

    [Fact]
    public void Keep_OlderThanWhatIsThere_LeavesTheNewer()
    {
        var memory = new PageMemory(200_000);
        memory.Keep(Page(1, 20, madeAt: 7));
        memory.Keep(Page(1, 10, madeAt: 6));
        Assert.Equal(7, memory.Find("/1")!.MadeAt);
    }

    /// <summary>The front page is made anew after every act of an import; the last one alone may stay.</summary>
    [Fact]
    public void Keep_InThePlaceOfAnother_LetsTheOtherGo()
    {
        var memory = new PageMemory(1_000_000);
        var gone = KeepTwice(memory);
        GC.Collect();
        Assert.False(gone.IsAlive);
        Assert.NotNull(memory.Find("/1"));

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static WeakReference KeepTwice(PageMemory memory)
        {
            var first = Page(1, 10, madeAt: 1);
            memory.Keep(first);
            memory.Keep(Page(1, 10, madeAt: 2));
            return new WeakReference(first);
        }
    }

    private static Page Page(int number, int length, long madeAt = 0) =>
        new()
        {
            Key = $"/{number}",
            Status = 200,
            Tag = "t",
            Identity = PageForm.Of(new byte[length], "t", Coding.Identity),
            MadeAt = madeAt,
            Tags = [],
            Hits = 1,
        };
}
