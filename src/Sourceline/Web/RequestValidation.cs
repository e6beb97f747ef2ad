using System.Net.Http.Headers;

namespace Sourceline.Web;

/// <summary>Refuses requests with a body that the server must not guess about, before anything reads them.</summary>
public static class RequestValidation
{
    public static void UseRequestValidation(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Use(
            (context, next) =>
            {
                if (Refusal(context.Request) is not { } status)
                    return next(context);
                context.Response.StatusCode = status;
                return Task.CompletedTask;
            }
        );
    }

    /// <summary>The status to refuse a request with; null where it is in order.</summary>
    internal static int? Refusal(HttpRequest request)
    {
        // RFC 9112, 6.2: digits alone. .NET's parser also takes a sign, which another server on the way may read otherwise.
        if (request.Headers.TryGetValue("Content-Length", out var length) && !length.ToString().All(char.IsAsciiDigit))
            return StatusCodes.Status400BadRequest;
        return HasUnreadableText(request.ContentType) ? StatusCodes.Status415UnsupportedMediaType : null;
    }

    /// <summary>Forms are UTF-8. .NET refuses some other encodings, such as UTF-7, only with an exception while it reads the form.</summary>
    private static bool HasUnreadableText(string? contentType)
    {
        if (contentType is null || !MediaTypeHeaderValue.TryParse(contentType, out var type) || type.CharSet is not { } charset)
            return false;
        return charset.Trim('"').ToLowerInvariant() is not ("utf-8" or "utf8" or "us-ascii");
    }
}
