using System.Security.Cryptography;
using System.Text;

namespace Sourceline.Attribution;

/// <summary>
/// Makes keys and evidence. A key depends on the words of the content alone and on how often the same words came before, so that it
/// survives edits elsewhere; the evidence on everything that the chains rest on.
/// </summary>
internal sealed class Keys(Document document)
{
    private const int HexDigits = 20;
    private const char Separator = '\u001f';

    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    public string Key(IEnumerable<TokenRange> content)
    {
        var hash = Hash(content.SelectMany(Words));
        var count = _seen.GetValueOrDefault(hash) + 1;
        _seen[hash] = count;
        return count == 1 ? hash : FormattableString.Invariant($"{hash}-{count}");
    }

    public string Evidence(Draft draft)
    {
        var clause = draft.Clause;
        var words = clause.Content.SelectMany(Words).Append("cue").Concat(Words(clause.Cue));
        if (clause.Source is { } source)
            words = words.Append("source").Concat(Words(source.Range));
        if (clause.Hedge is { } hedge)
            words = words.Append("hedge").Concat(Words(hedge));
        return Hash(words.Concat(draft.Chains.SelectMany(c => c.SelectMany(Link).Append("chain"))));
    }

    private IEnumerable<string> Link(BuiltLink built)
    {
        var link = built.Link;
        yield return link.Name;
        yield return link.Role ?? "";
        yield return link.Basis.ToString();
        yield return link.Kind.ToString();
        yield return link.Span.Of(document.Text);
        yield return built.Because;
        if (link.Identity is not { } identity)
            yield break;
        yield return identity.Name;
        yield return identity.Basis.ToString();
        yield return identity.Span.Of(document.Text);
    }

    private IEnumerable<string> Words(TokenRange range)
    {
        for (var i = range.First; i < range.End; i++)
        {
            if (document[i].Kind is TokenKind.Word or TokenKind.Number)
                yield return document[i].Lower;
        }
    }

    private static string Hash(IEnumerable<string> words)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> end = [(byte)Separator];
        foreach (var word in words)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(word));
            hash.AppendData(end);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..HexDigits];
    }
}
