using System.Globalization;
using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Chains;
using Sourceline.Attribution.Pipeline.Clauses;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Keys;

/// <summary>
/// Makes keys and evidence. A key depends on the statement's own words, what is said, the cue and the source, and on how often the same
/// came before, so that it survives edits elsewhere; the evidence on everything that the chains rest on.
/// </summary>
internal sealed class StatementKeys(Document document)
{
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);
    private readonly WordHash _hash = new();

    public string Key(CueClause clause)
    {
        Own(clause);
        var hash = _hash.Take();
        ref var count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_seen, hash, out _);
        count++;
        return count == 1 ? hash : string.Create(CultureInfo.InvariantCulture, $"{hash}-{count}");
    }

    public string Evidence(Draft draft)
    {
        Own(draft.Clause);
        if (draft.Clause.Hedge is { } hedge)
        {
            _hash.Add("hedge");
            Words(hedge);
        }

        foreach (var chain in draft.Chains)
        {
            foreach (var link in chain)
                Link(link);
            _hash.Add("chain");
        }

        return _hash.Take();
    }

    private void Own(CueClause clause)
    {
        foreach (var range in clause.Content)
            Words(range);
        _hash.Add("cue");
        Words(clause.Cue);
        if (clause.Source is not { } source)
            return;
        _hash.Add("source");
        Words(source.Range);
    }

    private void Link(DraftHop built)
    {
        var link = built.Hop;
        _hash.Add(link.Name);
        _hash.Add(link.Role ?? "");
        _hash.Add(Word(link.Basis));
        _hash.Add(Word(link.Kind));
        _hash.Add(Of(link.Span));
        Words(built.Because);
        _hash.Add("");
        if (link.Identity is not { } identity)
            return;
        _hash.Add(identity.Name);
        _hash.Add(Word(identity.Basis));
        _hash.Add(Of(identity.Span));
    }

    private ReadOnlySpan<char> Of(TextSpan span) => document.Text.AsSpan(span.Start, span.End - span.Start);

    private static string Word(Basis basis) =>
        basis switch
        {
            Basis.Stated => nameof(Basis.Stated),
            Basis.Carried => nameof(Basis.Carried),
            _ => nameof(Basis.Inferred),
        };

    private static string Word(SourceKind kind) =>
        kind switch
        {
            SourceKind.Person => nameof(SourceKind.Person),
            SourceKind.Outlet => nameof(SourceKind.Outlet),
            SourceKind.Organisation => nameof(SourceKind.Organisation),
            SourceKind.Document => nameof(SourceKind.Document),
            SourceKind.Reporter => nameof(SourceKind.Reporter),
            _ => nameof(SourceKind.Unnamed),
        };

    private void Words(TokenRange range)
    {
        for (var i = range.First; i < range.End; i++)
        {
            var token = document[i];
            if (token.Kind is TokenKind.Word or TokenKind.Number)
                _hash.Add(token.Lower);
        }
    }
}
