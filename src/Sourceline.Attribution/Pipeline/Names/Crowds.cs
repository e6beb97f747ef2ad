using System.Collections.Frozen;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Names;

/// <summary>
/// Knows plurals that open a sentence with a capital and name nobody: "Dockers voted", "Commuters said". A word that the text writes with
/// a capital inside a sentence too is a name, such as "Sanders".
/// </summary>
internal sealed class Crowds(Document document)
{
    private const int Shortest = 6;

    private static readonly FrozenSet<string> Names = WordSet.Of(
        "reuters rangers sanders peters walters summers rogers myers meyers powers withers chambers waters masters sellers childers saunders"
    );

    private HashSet<string>? _inside;
    private HashSet<string>? _plain;

    public bool Has(Sentence sentence, int at)
    {
        var lower = document[at].Lower;
        if (
            lower.Length < Shortest
            || !lower.EndsWith('s')
            || document[at].IsPossessive
            || Names.Contains(lower)
            || Outlets.Known.Contains(lower)
            || Organisations.Known.Contains(lower)
            || (at + 1 < sentence.End && (document[at + 1].Capital || document[at + 1].Kind != TokenKind.Word))
        )
            return false;
        Read();
        return !_inside!.Contains(lower) && (IsMadeOfDoing(lower) || _plain!.Contains(lower));
    }

    private static bool IsMadeOfDoing(string lower) =>
        lower.EndsWith("ers", StringComparison.Ordinal)
        || lower.EndsWith("ists", StringComparison.Ordinal)
        || lower.EndsWith("ents", StringComparison.Ordinal)
        || lower.EndsWith("ators", StringComparison.Ordinal);

    private void Read()
    {
        if (_inside is not null)
            return;
        _inside = new HashSet<string>(StringComparer.Ordinal);
        _plain = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 1; at < document.Tokens.Count; at++)
        {
            if (document[at] is { Kind: TokenKind.Word, Capital: false })
                _plain.Add(document[at].Lower);
            else if (document[at].Capital && (document[at - 1].Kind == TokenKind.Word || document[at - 1].Is(",")))
                _inside.Add(document[at].Lower);
        }
    }
}
