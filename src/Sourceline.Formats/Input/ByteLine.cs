namespace Sourceline.Formats.Input;

/// <summary>One line of bytes, without its line end.</summary>
/// <param name="Number">1 and up.</param>
/// <param name="Bytes">Exactly as they came; empty where the line was too long to keep.</param>
/// <param name="TooLong">Whether it was over the limit and skipped.</param>
internal readonly record struct ByteLine(long Number, byte[] Bytes, bool TooLong);

/// <summary>Parts a stream into lines, holding one line at a time. LF and CRLF end a line.</summary>
internal static class ByteLines
{
    public static IEnumerable<ByteLine> Read(Stream stream, int maxBytes)
    {
        var buffer = new byte[81920];
        var line = new MemoryStream();
        var (number, tooLong, pending) = (1L, false, false);
        int read;
        while ((read = stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            for (var start = 0; start < read; )
            {
                var end = Array.IndexOf(buffer, (byte)'\n', start, read - start);
                var count = (end < 0 ? read : end) - start;
                tooLong |= line.Length + count > maxBytes;
                if (tooLong)
                    line.SetLength(0);
                else
                    line.Write(buffer, start, count);
                pending = true;
                if (end < 0)
                    break;
                yield return Take(line, number++, tooLong);
                (tooLong, pending, start) = (false, false, end + 1);
            }
        }

        if (pending)
            yield return Take(line, number, tooLong);
    }

    private static ByteLine Take(MemoryStream line, long number, bool tooLong)
    {
        var bytes = line.ToArray();
        line.SetLength(0);
        if (line.Capacity > 1 << 20)
            line.Capacity = 0;
        return new ByteLine(number, bytes is [.. var body, (byte)'\r'] ? body : bytes, tooLong);
    }
}
