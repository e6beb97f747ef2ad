using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Clauses;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Names;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Chains;

/// <summary>Who was named and who spoke so far: what pronouns and "the minister" are resolved with.</summary>
internal sealed class Speakers(Reader reader)
{
    private const int Remembered = 8;
    private const int Reach = 4;

    private readonly List<(Entity Entity, TextSpan Span)> _persons = [];
    private readonly List<(Entity Entity, TextSpan Span)> _others = [];
    private readonly HashSet<Entity> _known = [];
    private int _run;
    private Spoken _last;
    private Spoken _lastBody;

    /// <summary>Takes in every name before a token.</summary>
    public void Advance(int token)
    {
        for (; _run < reader.Names.Runs.Count && reader.Names.Runs[_run].Core.First < token; _run++)
        {
            var run = reader.Names.Runs[_run];
            if (IsHouse(run))
                continue;
            var list = run.Entity!.Kind == SourceKind.Person ? _persons : _others;
            list.RemoveAll(p => p.Entity == run.Entity);
            list.Insert(0, (run.Entity, reader.Document.Span(run.Core)));
            if (list.Count > Remembered)
                list.RemoveAt(Remembered);
        }
    }

    /// <summary>"BRASK (Reuters) -": the house that writes is nobody whom "the agency" means.</summary>
    private bool IsHouse(NameRun run)
    {
        var at = run.Core.First;
        return at > 0
            && run.Core.End + 1 < reader.Document.Tokens.Count
            && reader[at - 1].Is("(")
            && reader[run.Core.End].Is(")")
            && reader[run.Core.End + 1].Lower is "-" or "–" or "—";
    }

    /// <summary>Notes who spoke last, and by which cue; a null entity is somebody unnamed.</summary>
    public void Spoke(SourceKind kind, Entity? entity, TextSpan span, int paragraph, TokenRange cue)
    {
        if (kind == SourceKind.Person && entity is not null)
            _known.Add(entity);
        if (kind is SourceKind.Person or SourceKind.Unnamed)
            _last = new Spoken(entity, span, paragraph, cue);
        else if (entity is not null)
            _lastBody = new Spoken(entity, span, paragraph, cue);
    }

    public bool HasSpoken { get; set; }

    /// <summary>The cue by which somebody spoke, if nobody else has since; empty otherwise.</summary>
    public TokenRange CueOf(Entity entity) => _last.Entity == entity ? _last.Cue : default;

    /// <summary>Who "he" or "she" is.</summary>
    public Identity? Pronoun(string pronoun, Sentence sentence)
    {
        var gender = pronoun switch
        {
            "he" => Gender.He,
            "she" => Gender.She,
            _ => Gender.Unknown,
        };
        if (gender == Gender.Unknown)
            return Body(pronoun, sentence.Paragraph);
        var near = HasSpoken && sentence.Paragraph - _last.Paragraph <= Reach;
        if (Subject(sentence, gender) is { } subject && !(near && IsNearer(sentence, subject.Entity!, gender)))
            return Known(Taken(subject.Entity!, gender), reader.Document.Span(subject.Core), .75);
        if (near && _last.Entity is null)
            return null;
        if (near && Fits(_last.Entity!, gender))
        {
            var sure = _last.Entity!.Gender == gender || !_persons.Exists(p => p.Entity != _last.Entity && p.Entity.Gender == gender);
            return Known(
                Taken(_last.Entity, gender),
                _last.Span,
                sure
                    ? sentence.Paragraph - _last.Paragraph <= 1
                        ? .85
                        : .65
                    : .55
            );
        }

        var (entity, span) = _persons.Find(p => p.Entity.Gender == gender);
        if (entity is null && _persons.Count == 1 && !HasSpoken && Fits(_persons[0].Entity, gender) && IsSure(_persons[0].Entity))
            (entity, span) = _persons[0];
        return entity is null ? null : Known(entity, span, .5);
    }

    /// <summary>
    /// Whose report "withdrew its report" means: whoever the sentence opens with, where nobody else is named before the pronoun. "Told of Reuters and its
    /// story" opens with no subject, and of two either may be meant.
    /// </summary>
    public Identity? Owner(string pronoun, SourcePhrase owner, Sentence sentence)
    {
        var before = reader
            .Names.Runs.Where(run => run.Core.First >= sentence.First && run.Core.First < owner.Range.First)
            .Take(2)
            .ToList();
        if (
            before is not [{ Entity: { } entity } first]
            || reader[first.Core.End - 1].IsPossessive
            || first.Whole.First > reader.AfterLead(sentence) + 1
        )
            return null;
        var span = reader.Document.Span(first.Core);
        if (pronoun == "it")
            return entity.Kind is SourceKind.Outlet or SourceKind.Organisation ? Known(entity, span, .7) : null;
        var gender = pronoun == "he" ? Gender.He : Gender.She;
        return IsPerson(first, gender) && IsSure(entity) ? Known(Taken(entity, gender), span, .7) : null;
    }

    /// <summary>Whoever was "she" once is not "he" later.</summary>
    private static Entity Taken(Entity entity, Gender gender)
    {
        entity.Gender = gender;
        return entity;
    }

    /// <summary>Whether who spoke in the sentence before is the likelier one than whom that sentence opens with.</summary>
    private bool IsNearer(Sentence sentence, Entity subject, Gender gender) =>
        _last.Cue.First >= SentenceBefore(sentence)
        && (_last.Entity is null || (Fits(_last.Entity, gender) && (_last.Entity.Gender == gender || subject.Gender != gender)));

    private Identity? Body(string pronoun, int paragraph)
    {
        if (pronoun == "they" && HasSpoken && _last.Cue.First > _lastBody.Cue.First)
            return null;
        return _lastBody.Entity is { } body && paragraph - _lastBody.Paragraph <= 1 ? Known(body, _lastBody.Span, .6) : null;
    }

    /// <summary>The person whom the sentence before opens with.</summary>
    private NameRun? Subject(Sentence sentence, Gender gender)
    {
        if (sentence.First == 0 || sentence.Paragraph == 0 && reader.Document.ParagraphList[0].First == sentence.First)
            return null;
        var first = SentenceBefore(sentence);
        if (reader.Names.At(first) is { } opening)
            return IsPerson(opening, gender) && IsSure(opening.Entity!) ? opening : null;
        return BehindComma(first, sentence.First) is { } run && IsPerson(run, gender) ? run : null;
    }

    private bool IsPerson(NameRun run, Gender gender) =>
        run.Entity!.Kind == SourceKind.Person && Fits(run.Entity, gender) && !reader[run.Core.End - 1].IsPossessive;

    /// <summary>"Speaking in the square, Lind ruled out a coalition": the name behind the comma of an opening phrase, with its verb.</summary>
    private NameRun? BehindComma(int first, int end)
    {
        if (
            !FunctionWords.Prepositions.Contains(reader[first].Lower)
            && !reader[first].Lower.EndsWith("ing", StringComparison.Ordinal)
            && reader[first].Lower is not ("after" or "before" or "during")
        )
            return null;
        for (var at = first; at + 2 < end && !reader.InQuote(at); at++)
        {
            if (reader[at].Is(","))
                return
                    reader.Names.At(at + 1) is { } run
                    && run.Whole.First == at + 1
                    && run.Whole.End < end
                    && reader[run.Whole.End] is { Kind: TokenKind.Word, Capital: false } verb
                    && !FunctionWords.Prepositions.Contains(verb.Lower)
                    && !verb.Is("and")
                    ? run
                    : null;
        }

        return null;
    }

    /// <summary>A single capitalised word may be anything; a full name, a title or one who spoke is a person.</summary>
    private bool IsSure(Entity entity) =>
        entity.Role is not null
        || entity.Gender != Gender.Unknown
        || entity.Name.Contains(' ', StringComparison.Ordinal)
        || _known.Contains(entity);

    private int SentenceBefore(Sentence sentence)
    {
        var before = Math.Max(0, sentence.First - 1);
        while (before > 0 && !reader.SentenceStarts.Contains(before))
            before--;
        return before;
    }

    /// <summary>Whom "the 34-year-old" means: the person of the sentence before, or who spoke last.</summary>
    public Identity? LastPerson(Sentence sentence)
    {
        if (Subject(sentence, Gender.Unknown) is { } subject)
            return Known(subject.Entity!, reader.Document.Span(subject.Core), .7);
        return HasSpoken && _last.Entity is { } last && sentence.Paragraph - _last.Paragraph <= 1 ? Known(last, _last.Span, .65) : null;
    }

    /// <summary>Who "the minister" is: the last person named whose role fits.</summary>
    public Identity? ByRole(string noun, string? modifier)
    {
        var (entity, span) = _persons.Find(p =>
            p.Entity.Fits(noun) && (modifier is null || p.Entity.Role!.Contains(modifier, StringComparison.OrdinalIgnoreCase))
        );
        return entity is null ? null : Known(entity, span, .8);
    }

    /// <summary>Which body "the ministry" is: the last one named that is called so.</summary>
    public Identity? ByTail(string noun)
    {
        var (entity, span) = _others.Find(p =>
            p.Entity.Kind == SourceKind.Organisation
            && (
                p.Entity.Name.EndsWith(noun, StringComparison.OrdinalIgnoreCase)
                || p.Entity.CalledAs == noun
                || OpensWith(p.Entity.Name, noun)
            )
        );
        return entity is null ? Company(noun) : Known(entity, span, .75);
    }

    private static bool OpensWith(string name, string noun) =>
        name.StartsWith(noun, StringComparison.OrdinalIgnoreCase) && name.AsSpan(noun.Length).StartsWith(" of ", StringComparison.Ordinal);

    /// <summary>"The company": the one whose name says that it is one, if it spoke last or no other is named.</summary>
    private Identity? Company(string noun)
    {
        if (!Organisations.CompanyNouns.Contains(noun))
            return null;
        var companies = _others.FindAll(p => p.Entity.Kind == SourceKind.Organisation && IsCompany(p.Entity.Name));
        if (companies.Count == 0 || (companies.Count > 1 && companies[0].Entity != _lastBody.Entity))
            return null;
        return Known(companies[0].Entity, companies[0].Span, .65);
    }

    private static bool IsCompany(string name) =>
        Organisations.CompanyTails.Contains(name[(name.LastIndexOf(' ') + 1)..].ToLowerInvariant());

    /// <summary>Whether the last body that <paramref name="noun"/> may mean is no outlet: "the agency" is the Environment Agency.</summary>
    public bool IsBody(string noun)
    {
        var (entity, _) = _others.Find(p => p.Entity.IsCalled(noun) || p.Entity.Name.EndsWith(noun, StringComparison.OrdinalIgnoreCase));
        return entity is { Kind: SourceKind.Organisation };
    }

    /// <summary>The outlet named last.</summary>
    public Identity? LastOutlet(string noun)
    {
        var (entity, span) = _others.Find(p =>
            p.Entity.Kind == SourceKind.Outlet
            && (p.Entity.OutletNoun == noun || Outlets.Pieces.Contains(noun) || p.Entity.IsCalledByTail(noun))
        );
        if (entity is null)
            (entity, span) = _others.Find(p => p.Entity.OutletNoun is null && p.Entity.IsCalled(noun));
        return entity is null ? null : Known(entity, span, .6);
    }

    public static Identity Known(Entity entity, TextSpan span, double confidence, Basis basis = Basis.Carried) =>
        new()
        {
            Name = entity.Name,
            Aliases = [.. entity.Aliases],
            Kind = entity.Kind,
            Basis = basis,
            Span = span,
            Confidence = confidence,
        };

    private static bool Fits(Entity entity, Gender gender) =>
        entity.Gender == Gender.Unknown || gender == Gender.Unknown || entity.Gender == gender;

    private readonly record struct Spoken(Entity? Entity, TextSpan Span, int Paragraph, TokenRange Cue);
}
