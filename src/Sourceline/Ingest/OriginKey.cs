using System.Security.Cryptography;
using System.Text;
using Sourceline.Stories.Html;

namespace Sourceline.Ingest;

/// <summary>Identifiers from outside in the form in which they are stored and looked up; one too long for its column is known by its hash.</summary>
internal static class OriginKey
{
    public static string Origin(string origin) => Fitted(origin, 200);

    public static string Id(string id) => Fitted(id, 400);

    /// <summary>An origin numbers its replies across all items or within each; with the item's own id both are told apart.</summary>
    public static string Reply(string itemId, string replyId) => Fitted($"{itemId}#{replyId}", 200);

    private static string Fitted(string id, int limit)
    {
        var line = PlainText.Line(id);
        return line.Length <= limit ? line : $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)))}";
    }
}
