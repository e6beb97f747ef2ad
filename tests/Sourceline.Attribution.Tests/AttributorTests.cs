using Sourceline.Attribution.Model;

namespace Sourceline.Attribution.Tests;

public sealed class AttributorTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    [InlineData("\ud800")]
    [InlineData("“”\"\"''")]
    public void Read_NoWords_YieldsNothing(string text) => Assert.Empty(Attributor.Read(new Article(text)).Statements);

    [Fact]
    public void Read_Null_Throws() => Assert.Throws<ArgumentNullException>(() => Attributor.Read(null!));

    [Fact]
    public void Read_Cancelled_Throws() =>
        Assert.Throws<OperationCanceledException>(() => Attributor.Read(new Article("x"), new CancellationToken(true)));

    [Theory]
    [InlineData("The mayor said the bridge was shut.", "en")]
    [InlineData("Мост закрыт до осени.", "ru")]
    [InlineData("پل بسته است و گشوده نمی‌شود.", "fa")]
    [InlineData("الجسر مغلق اليوم.", "ar")]
    [InlineData("Die Brücke ist nicht mit dem Zug zu erreichen.", "de")]
    [InlineData("橋は閉鎖された。", "und")]
    public void Read_NoLanguageGiven_LetsTheTextDecide(string text, string language) =>
        Assert.Equal(language, Attributor.Read(new Article(text)).Language);

    [Theory]
    [InlineData("“", 1)]
    [InlineData("\"", 1)]
    [InlineData("“”", 2)]
    [InlineData("\" ", 2)]
    [InlineData("“a ", 3)]
    [InlineData("said ", 5)]
    [InlineData("Ole Brand said ", 15)]
    [InlineData("according to ", 13)]
    [InlineData("“Yes,” he said. ", 16)]
    [InlineData("Brand, ", 7)]
    public void Read_EightTimesTheText_AllocatesNoMoreThanTwelveTimes(string piece, int length)
    {
        var small = Allocated(piece, 40_000 / length);
        var large = Allocated(piece, 320_000 / length);
        Assert.True(large < (12 * small) + 1_000_000, $"{small} bytes grew to {large}");
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("“” ")]
    public void Read_QuotationMarksToTheLimit_YieldNothing(string piece) =>
        Assert.Empty(
            Attributor.Read(new Article(string.Concat(Enumerable.Repeat(piece, Attributor.LongestText / piece.Length)))).Statements
        );

    [Fact]
    public void Read_LongerThanTheLimit_IsRefusedByName()
    {
        var refused = Assert.Throws<TextTooLongException>(() => Attributor.Read(new Article(new string('"', 5_000_000))));
        Assert.Equal("The text has 5,000,000 UTF-16 code units; 2,000,000 is the most that is read.", refused.Message);
        Assert.Equal(5_000_000, refused.Length);
    }

    private static long Allocated(string piece, int times)
    {
        var article = new Article(string.Concat(Enumerable.Repeat(piece, times)));
        Attributor.Read(article);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Attributor.Read(article);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
