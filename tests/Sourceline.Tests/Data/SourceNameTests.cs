using Sourceline.Data.Model;

namespace Sourceline.Tests.Data;

public sealed class SourceNameTests
{
    [Theory]
    [InlineData("The  Associated\tPress’s", "associated press")]
    [InlineData("The", "the")]
    [InlineData("ＡＰ", "ap")]
    [InlineData("\ufffe AP", "\ufffd ap")]
    public void Folded_IsTheSameForWhatIsTheSameName(string name, string folded) => Assert.Equal(folded, SourceName.Folded(name));
}
