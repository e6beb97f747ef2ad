using Sourceline.Search.Queries;

namespace Sourceline.Tests.Search;

public sealed class StoryNumberTests
{
    [Theory]
    [InlineData("1228", 1228)]
    [InlineData(" No. 1228 ", 1228)]
    [InlineData("#1228", 1228)]
    [InlineData("№ 1228", 1228)]
    [InlineData("شمارهٔ ۱۲۲۸", 1228)]
    [InlineData("۱۲۲۸", 1228)]
    [InlineData("1228 ferries", null)]
    [InlineData("12.28", null)]
    [InlineData("No", null)]
    [InlineData("", null)]
    [InlineData("99999999999999999999", null)]
    public void Read_Typed_IsANumberOrNone(string typed, int? number) => Assert.Equal(number, (int?)StoryNumber.Read(typed));
}
