using Sourceline.Data.Model;
using Sourceline.PageCache;

namespace Sourceline.Tests.PageCache;

public sealed class CodingsTests
{
    [Theory]
    [InlineData("", Coding.Identity)]
    [InlineData("gzip", Coding.Gzip)]
    [InlineData("GZIP", Coding.Gzip)]
    [InlineData("gzip, deflate, br, zstd", Coding.Brotli)]
    [InlineData("br;q=0, gzip;q=0.5", Coding.Gzip)]
    [InlineData("br; q=0.0 , gzip ; q=0.000", Coding.Identity)]
    [InlineData("br;q=0.001", Coding.Brotli)]
    [InlineData("brotli, x-gzip", Coding.Identity)]
    [InlineData("*", Coding.Identity)]
    [InlineData(",,;;q=,br;", Coding.Brotli)]
    [InlineData("gzip;q=1.0, br;q=0.5", Coding.Gzip)]
    [InlineData("br;q=0.5, gzip;q=0.5", Coding.Brotli)]
    [InlineData("gzip;q=0.2, identity;q=0.9", Coding.Identity)]
    [InlineData("identity;q=0.1, gzip;q=0.2", Coding.Gzip)]
    [InlineData("identity, gzip", Coding.Gzip)]
    internal void Best_OfAcceptEncoding_IsThePreferredOne(string accepted, Coding coding) => Assert.Equal(coding, Codings.Best(accepted));

    [Theory]
    [InlineData("\"a\"", true)]
    [InlineData("W/\"a\"", true)]
    [InlineData("\"b\", W/\"a\" ,\"c\"", true)]
    [InlineData("*", true)]
    [InlineData("\"b\"", false)]
    [InlineData("a", false)]
    [InlineData("", false)]
    public void Names_OfIfNoneMatch_FindsTheTag(string known, bool named) => Assert.Equal(named, Codings.Names(known, "\"a\""));
}
