using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Names;

/// <summary>Reads a role behind a name: "Tove Aasen, the port's deputy director,".</summary>
internal static class Appositions
{
    private const int Longest = 14;

    public static string? RoleAfter(Document document, NameRun run)
    {
        var at = run.Whole.End;
        if (at + 1 >= document.Tokens.Count || !document[at].Is(","))
            return null;
        var first = at + 1;
        if (FunctionWords.Articles.Contains(document[first].Lower))
            first++;
        var role = false;
        for (var i = first; i < Math.Min(document.Tokens.Count, at + Longest); i++)
        {
            var token = document[i];
            if (token.Kind is TokenKind.Mark or TokenKind.Quote)
                return role && i > first && token.Lower is "," or "." ? RoleWords.Of(document, new TokenRange(first, i)) : null;
            if (
                FunctionWords.Subjects.Contains(token.Lower)
                || FunctionWords.Auxiliaries.Contains(token.Lower)
                || CueVerbs.Find(token.Lower) is { Strong: true }
            )
                return null;
            role |= Roles.Nouns.Contains(token.Lower);
        }

        return null;
    }
}
