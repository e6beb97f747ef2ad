using Sourceline.Formats.Tests.Support;

namespace Sourceline.Formats.Tests.JsonFeed;

public sealed class JsonFeedReaderTests
{
    [Fact]
    public void Read_Samples_AsApproved()
    {
        foreach (var path in Repository.Samples("JsonFeed"))
            Approved.Match(Described.Results(Reading.File(path)), Path.GetFileName(path));
    }
}
