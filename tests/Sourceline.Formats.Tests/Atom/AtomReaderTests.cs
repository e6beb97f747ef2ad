using Sourceline.Formats.Tests.Support;

namespace Sourceline.Formats.Tests.Atom;

public sealed class AtomReaderTests
{
    [Fact]
    public void Read_Samples_AsApproved()
    {
        foreach (var path in Repository.Samples("Atom"))
            Approved.Match(Described.Results(Reading.File(path)), Path.GetFileName(path));
    }
}
