using System.Text;
using System.Text.RegularExpressions;

namespace Sourceline.Formats.Tests.Oracle;

/// <summary>A feed that states in its own head what must come out of it.</summary>
internal sealed partial record OracleFile(string Path, byte[] Bytes, string Expression, ReadOptions Options)
{
    public static OracleFile? Load(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var head = Head(bytes);
        var expect = Expect().Match(head);
        if (!expect.Success)
            return null;
        var options = new ReadOptions
        {
            Name = System.IO.Path.GetFileName(path),
            ContentType = Header(head, "Content-type"),
            BaseUrl = BaseUrl(head, path),
        };
        return new OracleFile(path, bytes, expect.Groups[1].Value.Trim(), options);
    }

    /// <summary>Many files hold one lone field, a date or an author, which is no item here; with a title beside it, it is one.</summary>
    public byte[] WithTitle()
    {
        var text = Encoding.Latin1.GetString(Bytes);
        return Encoding.Latin1.GetBytes(ItemStart().Replace(text, "$0<title>t</title>", 1));
    }

    /// <summary>The suite is served by a local server, so this is where relative addresses start.</summary>
    private static Uri BaseUrl(string head, string path)
    {
        var served = new Uri("http://127.0.0.1:8097/" + path[(path.IndexOf("/tests/", StringComparison.Ordinal) + 1)..]);
        return
            Header(head, "Content-Location") is { } location
            && Uri.TryCreate(served, location, out var absolute)
            && absolute.Scheme == "http"
            ? absolute
            : served;
    }

    private static string Head(byte[] bytes)
    {
        var narrow = bytes.Take(3000).Where(b => b != 0).ToArray();
        return Encoding.UTF8.GetString(narrow);
    }

    private static string? Header(string head, string name) =>
        Regex.Match(head, @"^Header:\s+" + name + @":\s*(.+?)\s*$", RegexOptions.Multiline | RegexOptions.IgnoreCase)
            is { Success: true } match
            ? match.Groups[1].Value
            : null;

    [GeneratedRegex("<(?:item|entry)(?: [^>]*)?>")]
    private static partial Regex ItemStart();

    [GeneratedRegex(@"Expect:[ \t]*(.+?)\r?$", RegexOptions.Multiline)]
    private static partial Regex Expect();
}
