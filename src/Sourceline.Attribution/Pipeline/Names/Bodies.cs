using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Names;

/// <summary>
/// Tells names of two words and more that may be a person's or a body's apart by all their mentions: "the Anselm Tolverd" once is still
/// a person, "Glacier Eternal", whose words the text uses as plain ones, is none.
/// </summary>
internal static class Bodies
{
    private const int ShortestPlainWord = 5;

    public static void Find(Document document, NameBook book)
    {
        var mentions = new Dictionary<Entity, Mentions>();
        foreach (var run in book.Runs)
        {
            if (run.Entity is not { Kind: SourceKind.Person or SourceKind.Organisation } entity)
                continue;
            var known = mentions.GetValueOrDefault(entity);
            var article = run.Whole.First > 0 && document[run.Whole.First - 1].Is("the");
            mentions[entity] = new Mentions(
                known.Full + (run.Core.Count > 1 ? 1 : 0),
                known.Short + (run.Core.Count == 1 && !article ? 1 : 0),
                known.Articles + (article && run.Core.Count > 1 ? 1 : 0),
                known.Plural || IsPlural(document, run),
                known.Title || run.Role is not null || HasAge(document, run)
            );
        }

        Settle(document, mentions);
    }

    private static void Settle(Document document, Dictionary<Entity, Mentions> mentions)
    {
        HashSet<string>? plain = null;
        var families = mentions
            .Keys.Where(e => e.Kind == SourceKind.Person && e.Role is not null)
            .Select(e => LastWord(e.Name))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var (entity, seen) in mentions)
        {
            if (entity.Role is not null || seen.Title)
                continue;
            if (
                entity.Kind == SourceKind.Organisation
                && Kinds.IsByArticleAlone(entity.Name)
                && (seen.Articles < seen.Full || seen.Short > 0 || families.Contains(LastWord(entity.Name)))
                && !seen.Plural
            )
                entity.Kind = SourceKind.Person;
            else if (
                entity.Kind == SourceKind.Person
                && seen.Full > 0
                && (seen.Plural || (seen.Short == 0 && OpensPlain(entity.Name, plain ??= PlainWords(document))))
            )
                entity.Kind = SourceKind.Organisation;
        }
    }

    private static string LastWord(string name) => name[(name.LastIndexOf(' ') + 1)..];

    private static bool OpensPlain(string name, HashSet<string> plain)
    {
        var end = name.IndexOf(' ', StringComparison.Ordinal);
        return end >= ShortestPlainWord
            && plain.Contains(name[..end].ToLowerInvariant())
            && !GivenNames.Words.Contains(name[..end].ToLowerInvariant());
    }

    private static HashSet<string> PlainWords(Document document)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in document.Tokens)
        {
            if (token is { Kind: TokenKind.Word, Capital: false })
                words.Add(token.Lower);
        }

        return words;
    }

    private static bool IsPlural(Document document, NameRun run) =>
        run.Core.Count > 1
        && run.Whole.End < document.Tokens.Count
        && document[run.Whole.End].Lower is "have" or "are" or "were"
        && (run.Whole.First == 0 || document[run.Whole.First - 1].Lower is not ("and" or ","));

    private static bool HasAge(Document document, NameRun run) =>
        run.Whole.End + 2 < document.Tokens.Count
        && document[run.Whole.End].Is(",")
        && document[run.Whole.End + 1].Kind == TokenKind.Number
        && document[run.Whole.End + 2].Lower is "," or "." or ")";

    private readonly record struct Mentions(int Full, int Short, int Articles, bool Plural, bool Title);
}
