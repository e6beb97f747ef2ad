using System.Text;
using System.Text.Json;
using Sourceline.Formats.Json;

namespace Sourceline.Formats.SavedPage;

/// <summary>Reads JSON-LD as pages have it: within comments, with line breaks in strings, with something behind it.</summary>
internal static class JsonLdText
{
    /// <summary>The values in a script; none where it is no JSON at all.</summary>
    public static IEnumerable<JsonElement> Parse(string script)
    {
        var start = script.AsSpan().IndexOfAny('{', '[');
        if (start < 0)
            return [];
        // "//<![CDATA[" begins with a bracket too.
        if (script.IndexOf("<![CDATA[", StringComparison.Ordinal) is >= 0 and var data && data < start + 10)
            start = data + 9 + Math.Max(0, script.AsSpan(data + 9).IndexOfAny('{', '['));
        return Values(Encoding.UTF8.GetBytes(Escaped(script.AsSpan(start))));
    }

    /// <summary>As many values as follow each other; what stands between and behind them is left alone.</summary>
    private static IEnumerable<JsonElement> Values(byte[] json)
    {
        for (var at = 0; at < json.Length; )
        {
            if (Next(json.AsMemory(at), out var length) is not { } value)
                yield break;
            yield return value;
            at += length;
            var next = json.AsSpan(at).IndexOfAny((byte)'{', (byte)'[');
            if (next < 0)
                yield break;
            at += next;
        }
    }

    private static JsonElement? Next(ReadOnlyMemory<byte> json, out int length)
    {
        length = 0;
        try
        {
            var reader = new Utf8JsonReader(
                json.Span,
                new JsonReaderOptions
                {
                    AllowTrailingCommas = true,
                    CommentHandling = JsonCommentHandling.Skip,
                    MaxDepth = 128,
                }
            );
            if (!reader.Read())
                return null;
            reader.Skip();
            length = (int)reader.BytesConsumed;
            return JsonText.Parse(json[..length]).RootElement;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Control characters within strings, which JSON does not allow, as escapes.</summary>
    private static string Escaped(ReadOnlySpan<char> json)
    {
        var (text, inString) = (new StringBuilder(json.Length), false);
        for (var at = 0; at < json.Length; at++)
        {
            var c = json[at];
            if (inString && c == '\\' && at + 1 < json.Length)
            {
                var isEscape = json[at + 1] is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't' or 'u';
                text.Append(isEscape ? "\\" : "\\\\");
                if (isEscape)
                    text.Append(json[++at]);
                continue;
            }

            if (c == '"')
                inString = !inString;
            text.Append(inString && c < ' ' ? " " : c.ToString());
        }

        return text.ToString();
    }
}
