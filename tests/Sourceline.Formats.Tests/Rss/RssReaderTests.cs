using Sourceline.Formats.Tests.Support;

namespace Sourceline.Formats.Tests.Rss;

public sealed class RssReaderTests
{
    [Fact]
    public void Read_Samples_AsApproved()
    {
        foreach (var path in Repository.Samples("Rss"))
            Approved.Match(Described.Results(Reading.File(path)), Path.GetFileName(path));
    }
}
