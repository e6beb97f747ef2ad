using Microsoft.AspNetCore.Http;
using Sourceline.Web;

namespace Sourceline.Tests.Web;

public sealed class RequestValidationTests
{
    [Theory]
    [InlineData("5", null)]
    [InlineData("+5", StatusCodes.Status400BadRequest)]
    [InlineData(" 5", StatusCodes.Status400BadRequest)]
    public void Refusal_OfAContentLength_WantsDigitsAlone(string length, int? status)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers["Content-Length"] = length;
        Assert.Equal(status, RequestValidation.Refusal(request));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("application/x-www-form-urlencoded", null)]
    [InlineData("application/x-www-form-urlencoded; charset=UTF-8", null)]
    [InlineData("text/plain; charset=\"utf-8\"", null)]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", StatusCodes.Status415UnsupportedMediaType)]
    [InlineData("multipart/form-data; boundary=a; charset=utf-16", StatusCodes.Status415UnsupportedMediaType)]
    public void Refusal_OfAContentType_WantsUtf8(string? type, int? status)
    {
        var request = new DefaultHttpContext().Request;
        request.ContentType = type;
        Assert.Equal(status, RequestValidation.Refusal(request));
    }
}
