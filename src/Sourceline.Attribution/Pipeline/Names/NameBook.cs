using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Names;

/// <summary>Everybody whom the text names, and which short form means whom.</summary>
internal sealed class NameBook
{
    private const int Remembered = 8;

    private readonly Dictionary<string, Entity> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Entity>> _byLastWord = new(StringComparer.Ordinal);
    private readonly NameRun?[] _runAt;

    private NameBook(Document document, List<NameRun> runs)
    {
        Runs = runs;
        _runAt = new NameRun?[document.Tokens.Count];
        foreach (var run in runs)
            _runAt.AsSpan(run.Whole.First, run.Whole.Count).Fill(run);
    }

    public List<NameRun> Runs { get; }

    /// <summary>The entity of a full name.</summary>
    public Entity? Find(string name) => _byName.GetValueOrDefault(name.ToLowerInvariant());

    /// <summary>The name that a token belongs to.</summary>
    public NameRun? At(int token) => token >= 0 && token < _runAt.Length ? _runAt[token] : null;

    public static NameBook Read(Document document)
    {
        var book = new NameBook(document, NameRuns.Find(document));
        foreach (var run in book.Runs.Where(r => r.Core.Count > 1 || r.Alias is not null || r.OutletNoun is not null))
            book.Enter(document, run);
        book.EnterInitials(document);
        foreach (var run in book.Runs)
            run.Entity ??= book.ByShortForm(document, run) ?? book.Enter(document, run);
        foreach (var run in book.Runs)
            Describe(document, run);
        Bodies.Find(document, book);
        NameContexts.Find(document, book);
        Genders.Find(document, book);
        return book;
    }

    /// <summary>The outlet whose programme a phrase names: "the BBC's Morning Desk programme".</summary>
    public SourcePhrase? OutletOwning(Document document, TokenRange range)
    {
        for (var at = range.First; at + 1 < range.End; at++)
        {
            if (!document[at].Capital || !document[at].IsPossessive)
                continue;
            var core = new TokenRange(at, at + 1);
            var name = Kinds.NameOf(document, core);
            var key = name.ToLowerInvariant();
            if (!_byName.TryGetValue(key, out var entity) && Outlets.Known.Contains(key))
                _byName[key] = entity = new Entity(name, SourceKind.Outlet, at, document.Span(core));
            if (entity is { Kind: SourceKind.Outlet })
                return new SourcePhrase(core, core, new NameRun(core, core, null, null, null) { Entity = entity }, "");
        }

        return null;
    }

    private Entity Enter(Document document, NameRun run)
    {
        var name = Kinds.NameOf(document, run.Core);
        var key = name.ToLowerInvariant();
        if (!_byName.TryGetValue(key, out var entity) && (entity = OfParticle(document, run, key)) is null)
        {
            entity = new Entity(name, Kinds.Of(document, run), run.Core.First, document.Span(run.Core));
            _byName[key] = entity;
            if (run.Core.Count > 1)
                LastWord(document, run).Add(entity);
        }
        else if (entity.Kind == SourceKind.Person && Kinds.Of(document, run) == SourceKind.Outlet)
        {
            entity.Kind = SourceKind.Outlet;
        }

        if (run.Alias is not null && !entity.Aliases.Contains(run.Alias))
        {
            entity.Aliases.Add(run.Alias);
            _byName.TryAdd(run.Alias.ToLowerInvariant(), entity);
        }

        run.Entity = entity;
        return entity;
    }

    /// <summary>"De la Vega" at the head of a sentence is the Carlos de la Vega of before.</summary>
    private Entity? OfParticle(Document document, NameRun run, string key)
    {
        if (
            run.Core.Count == 1
            || !NameRuns.Particles.Contains(document[run.Core.First].Lower)
            || !_byLastWord.TryGetValue(Stem(document[run.Core.End - 1].Lower), out var list)
        )
            return null;
        return list.Find(e =>
            e.Name.Length > key.Length && e.Name.EndsWith(key, StringComparison.OrdinalIgnoreCase) && e.Name[^(key.Length + 1)] == ' '
        );
    }

    /// <summary>"MPA" is the one outlet of the text whose words begin so.</summary>
    private void EnterInitials(Document document)
    {
        var initials = new Dictionary<string, Entity?>(StringComparer.Ordinal);
        foreach (var run in Runs.Where(r => r.Entity is { Kind: SourceKind.Outlet } && r.Core.Count > 2))
        {
            var letters = string.Concat(
                document
                    .Words(run.Core)
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Where(w => char.IsUpper(w[0]))
                    .Select(w => char.ToLowerInvariant(w[0]))
            );
            initials[letters] = initials.TryGetValue(letters, out var other) && other != run.Entity ? null : run.Entity;
        }

        foreach (var (letters, entity) in initials)
        {
            if (entity is not null && letters.Length > 2)
                _byName.TryAdd(letters, entity);
        }
    }

    private List<Entity> LastWord(Document document, NameRun run)
    {
        var word = Stem(document[run.Core.End - 1].Lower);
        if (!_byLastWord.TryGetValue(word, out var list))
            _byLastWord[word] = list = [];
        return list;
    }

    /// <summary>"Ryabkov" is the last person Ryabkov named before, or else the first named after.</summary>
    private Entity? ByShortForm(Document document, NameRun run)
    {
        if (run.Core.Count != 1)
            return null;
        var word = Stem(document[run.Core.First].Lower);
        if (_byName.TryGetValue(word, out var entity))
            return entity;
        if (!_byLastWord.TryGetValue(word, out var list))
            return null;
        var at = FirstAfter(list, run.Core.First);
        for (var i = at - 1; i >= Math.Max(0, at - Remembered); i--)
        {
            if (list[i].Kind == SourceKind.Person)
                return list[i];
        }

        return at > 0 ? list[at - 1] : list[0];
    }

    private static int FirstAfter(List<Entity> list, int token)
    {
        int low = 0,
            high = list.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (list[middle].FirstToken <= token)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static string Stem(string lower) => lower.EndsWith("'s", StringComparison.Ordinal) ? lower[..^2] : lower.TrimEnd('\'');

    private static void Describe(Document document, NameRun run)
    {
        var entity = run.Entity!;
        entity.OutletNoun ??= run.OutletNoun;
        if (entity.Kind != SourceKind.Person)
            return;
        if (entity.Gender == Gender.Unknown && run.Core.Count > 1)
            entity.Gender = GivenNames.Of(document[run.Core.First].Lower);
        var role = run.Role ?? Appositions.RoleAfter(document, run);
        if (role is null)
            return;
        if (entity.Role is null || IsOnlyTitle(entity.Role))
            entity.Role = role;
        foreach (var word in role.ToLowerInvariant().Split(' '))
        {
            if (Roles.HeTitles.Contains(word))
                entity.Gender = Gender.He;
            else if (Roles.SheTitles.Contains(word))
                entity.Gender = Gender.She;
        }
    }

    private static bool IsOnlyTitle(string role) =>
        role.Length <= 4 && (role.EndsWith('.') || role is "Mr" or "Mrs" or "Ms" or "Dr" or "Sir");
}
