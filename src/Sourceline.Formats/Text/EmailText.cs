using System.Buffers;
using System.Text;

namespace Sourceline.Formats.Text;

/// <summary>E-mail addresses within a text.</summary>
internal static class EmailText
{
    private const string MailTo = "mailto:";

    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n\u00a0@<>()\"',;:");

    /// <summary>The text with something else in place of every e-mail address.</summary>
    public static string Remove(string text, string replacement)
    {
        if (!text.Contains('@', StringComparison.Ordinal))
            return text;
        var (result, from) = (new StringBuilder(text.Length), 0);
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', Math.Max(at + 1, from)))
        {
            var before = text.AsSpan(from, at - from);
            var start = from + before.LastIndexOfAny(Ends) + 1;
            var length = text.AsSpan(at + 1).IndexOfAny(Ends);
            var end = length < 0 ? text.Length : at + 1 + length;
            if (start == at || end == at + 1)
                continue;
            if (start - from >= MailTo.Length && text.AsSpan(from, start - from).EndsWith(MailTo, StringComparison.OrdinalIgnoreCase))
                start -= MailTo.Length;
            result.Append(text, from, start - from).Append(replacement);
            from = end;
        }

        return result.Append(text, from, text.Length - from).ToString();
    }
}
