using CsCheck;
using Sourceline.Attribution.Learning;

namespace Sourceline.Attribution.Tests.Learning;

public sealed class ModelContainerTests
{
    private static ModelContainer Sample()
    {
        using var section = new SectionWriter();
        section
            .Write(7)
            .Write(.25f)
            .Write([1f, -2f])
            .Write(["dam", "Küste", ""])
            .Write(WordClasses.Of([3, 900], [4, 5]))
            .Write(WeightTableTests.TableOf(new() { [1] = [1, 0, -127], [uint.MaxValue] = [0, 127, 2] }, 3));
        var model = new ModelContainer();
        model.Set("one", section.ToArray());
        model.Set("empty", Array.Empty<byte>());
        return model;
    }

    private static byte[] Written(ModelContainer model)
    {
        using var stream = new MemoryStream();
        model.Write(stream);
        return stream.ToArray();
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        var model = ModelContainer.Read(new MemoryStream(Written(Sample())));
        Assert.Equal(["empty", "one"], model.Names);
        var section = model.Read("one");
        Assert.Equal(7, section.ReadInt32());
        Assert.Equal(.25f, section.ReadSingle());
        Assert.Equal([1f, -2f], section.ReadSingles());
        Assert.Equal(["dam", "Küste", ""], section.ReadStrings());
        var words = section.ReadWordClasses();
        Assert.Equal([4, WordClasses.Unknown, 5], [words[3], words[4], words[900]]);
        var table = section.ReadTable();
        Assert.Equal(
            [1, 0, -127, 0, 127, 2],
            [
                .. Enumerable.Range(0, 3).Select(c => table.Weight(1, c)),
                .. Enumerable.Range(0, 3).Select(c => table.Weight(uint.MaxValue, c)),
            ]
        );
    }

    [Fact]
    public void Write_SameSections_SameBytes() => Assert.Equal(Written(Sample()), Written(Sample()));

    [Fact]
    public void Read_OneByteChanged_IsRefused()
    {
        var bytes = Written(Sample());
        for (var at = 0; at < bytes.Length; at++)
        {
            var damaged = bytes.ToArray();
            damaged[at] ^= 0x10;
            // A bit of the packing that carries nothing may change without a change of what is packed.
            if (Record.Exception(() => ModelContainer.Read(new MemoryStream(damaged))) is { } refusal)
                Assert.IsType<InvalidDataException>(refusal);
            else
                Assert.Equal(Written(Sample()), Written(ModelContainer.Read(new MemoryStream(damaged))));
        }
    }

    [Fact]
    public void Read_CutOff_IsRefused()
    {
        var bytes = Written(Sample());
        for (var length = 0; length < bytes.Length - 1; length++)
            Assert.Throws<InvalidDataException>(() => ModelContainer.Read(new MemoryStream(bytes[..length])));
    }

    [Fact]
    public void Read_AnyBytes_IsRefused() =>
        Gen
            .Byte.Array[0, 200]
            .Sample(bytes => Assert.Throws<InvalidDataException>(() => ModelContainer.Read(new MemoryStream(bytes))), iter: 300);

    [Fact]
    public void ReadTable_AnySection_IsReadOrRefused() =>
        Gen
            .Byte.Array[0, 60]
            .Sample(
                bytes =>
                {
                    var refusal = Record.Exception(() =>
                    {
                        var section = new SectionReader(bytes);
                        section.ReadTable();
                        section.ReadStrings();
                    });
                    Assert.True(refusal is null or InvalidDataException, refusal?.ToString());
                },
                iter: 2000
            );

    [Fact]
    public void Section_Missing_IsNamed() =>
        Assert.Contains(
            "nothing",
            Assert.Throws<InvalidDataException>(() => Sample().Read("nothing").ReadInt32()).Message,
            StringComparison.Ordinal
        );
}
