using System.Text;
using Sourceline.Formats.Input;

namespace Sourceline.Formats.Detection;

/// <summary>Tells the format by the first bytes. Names and media types only help where the bytes leave it open.</summary>
internal static class FormatDetector
{
    public static NewsFormat Detect(InputSource source)
    {
        var options = source.Options;
        // The head may end inside a letter; one replacement character at its end does no harm.
        var head = Charset.Detect(source.Head.Span, options.ContentType).GetString(source.Head.Span).TrimStart('\ufeff');
        var start = head.AsSpan().TrimStart();
        if (start.Length == 0) return NewsFormat.Unknown;
        if (start[0] is '{' or '[' || JsonShape.NamedAsLines(options)) return JsonShape.Tell(source.Head.Span, options);
        if (head.Contains('\0')) return NewsFormat.Unknown;
        if (start.Contains('<') && MarkupShape.Tell(head) is var markup and not NewsFormat.Unknown) return markup;
        return TextShape.LooksSaved(head, options.Name) ? NewsFormat.SavedText : NewsFormat.Unknown;
    }
}
