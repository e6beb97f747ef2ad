namespace Sourceline.Attribution;

/// <summary>Who was named and who spoke so far: what pronouns and "the minister" are resolved with.</summary>
internal sealed class Speakers(Reader reader)
{
    private const int Remembered = 8;
    private const int Reach = 4;
    private const int LongestLead = 120;

    private readonly List<(Entity Entity, TextSpan Span)> _persons = [];
    private readonly List<(Entity Entity, TextSpan Span)> _others = [];
    private int _run;
    private (Entity? Entity, TextSpan Span, int Paragraph) _last;
    private (Entity? Entity, TextSpan Span, int Paragraph) _lastBody;

    /// <summary>Takes in every name before a token.</summary>
    public void Advance(int token)
    {
        for (; _run < reader.Names.Runs.Count && reader.Names.Runs[_run].Core.First < token; _run++)
        {
            var run = reader.Names.Runs[_run];
            var list = run.Entity!.Kind == SourceKind.Person ? _persons : _others;
            list.RemoveAll(p => p.Entity == run.Entity);
            list.Insert(0, (run.Entity, reader.Document.Span(run.Core)));
            if (list.Count > Remembered)
                list.RemoveAt(Remembered);
        }
    }

    /// <summary>Notes who spoke last; a null entity is somebody unnamed.</summary>
    public void Spoke(SourceKind kind, Entity? entity, TextSpan span, int paragraph)
    {
        if (kind is SourceKind.Person or SourceKind.Unnamed)
            _last = (entity, span, paragraph);
        else if (entity is not null)
            _lastBody = (entity, span, paragraph);
    }

    public bool HasSpoken { get; set; }

    /// <summary>Who "he" or "she" is.</summary>
    public Identity? Pronoun(string pronoun, Sentence sentence)
    {
        var gender = pronoun switch { "he" => Gender.He, "she" => Gender.She, _ => Gender.Unknown };
        if (gender == Gender.Unknown)
            return Body(sentence.Paragraph);
        if (OpeningPerson(sentence, gender) is { } subject)
            return Known(subject.Entity!, reader.Document.Span(subject.Core), .75);
        if (HasSpoken && sentence.Paragraph - _last.Paragraph <= Reach)
        {
            if (_last.Entity is null)
                return null;
            if (Fits(_last.Entity, gender))
                return Known(_last.Entity, _last.Span, sentence.Paragraph - _last.Paragraph <= 1 ? .85 : .65);
        }

        var (entity, span) = _persons.Find(p => Fits(p.Entity, gender));
        return entity is null ? null : Known(entity, span, .5);
    }

    private Identity? Body(int paragraph) =>
        _lastBody.Entity is { } body && paragraph - _lastBody.Paragraph <= 1 ? Known(body, _lastBody.Span, .6) : null;

    /// <summary>The person whom the sentence before, in the same paragraph, opens with.</summary>
    private NameRun? OpeningPerson(Sentence sentence, Gender gender)
    {
        var before = sentence.First - 1;
        if (before < 0 || reader.Document.ParagraphList[sentence.Paragraph].First > before)
            return null;
        while (before > reader.Document.ParagraphList[sentence.Paragraph].First && !IsSentenceStart(before))
            before--;
        return reader.Names.At(before) is { Entity.Kind: SourceKind.Person } run && Fits(run.Entity!, gender) ? run : null;
    }

    private bool IsSentenceStart(int token) => reader.SentenceStarts.Contains(token);

    /// <summary>Who "the minister" is: the last person named whose role fits.</summary>
    public Identity? ByRole(string noun)
    {
        var (entity, span) = _persons.Find(p => p.Entity.Fits(noun));
        return entity is null ? null : Known(entity, span, .8);
    }

    /// <summary>Which body "the ministry" is: the last one named whose name ends so.</summary>
    public Identity? ByTail(string noun)
    {
        var (entity, span) = _others.Find(p => p.Entity.Kind == SourceKind.Organisation && p.Entity.Name.EndsWith(noun, StringComparison.OrdinalIgnoreCase));
        return entity is null ? null : Known(entity, span, .75);
    }

    /// <summary>Whether the last body that <paramref name="noun"/> may mean is no outlet: "the agency" is the Environment Agency.</summary>
    public bool IsBody(string noun)
    {
        var (entity, _) = _others.Find(p => p.Entity.IsCalled(noun) || p.Entity.Name.EndsWith(noun, StringComparison.OrdinalIgnoreCase));
        return entity is { Kind: SourceKind.Organisation };
    }

    /// <summary>Whom a bare "newspaper says" of a headline means: the outlet that the paragraph below names.</summary>
    public Identity? LeadOutlet(string noun)
    {
        if (reader.Document.ParagraphList.Count < 2)
            return null;
        var lead = reader.Document.ParagraphList[1];
        NameRun? found = null;
        for (var at = lead.First; at < Math.Min(lead.End, lead.First + LongestLead); at++)
        {
            if (reader.Names.At(at) is not { Entity: { Kind: SourceKind.Outlet } outlet } run || !outlet.IsCalled(noun))
                continue;
            if (outlet.OutletNoun == noun)
                return Known(outlet, reader.Document.Span(run.Core), .8);
            found ??= run;
        }

        return found is null ? null : Known(found.Entity!, reader.Document.Span(found.Core), .7);
    }

    /// <summary>The outlet named last.</summary>
    public Identity? LastOutlet(string noun)
    {
        var (entity, span) = _others.Find(p => p.Entity.Kind == SourceKind.Outlet && (p.Entity.OutletNoun == noun || Outlets.Pieces.Contains(noun) || p.Entity.IsCalledByTail(noun)));
        if (entity is null)
            (entity, span) = _others.Find(p => p.Entity.OutletNoun is null && p.Entity.IsCalled(noun));
        return entity is null ? null : Known(entity, span, .6);
    }

    public static Identity Known(Entity entity, TextSpan span, double confidence, Basis basis = Basis.Carried) => new()
    {
        Name = entity.Name,
        Aliases = [.. entity.Aliases],
        Kind = entity.Kind,
        Basis = basis,
        Span = span,
        Confidence = confidence,
    };

    private static bool Fits(Entity entity, Gender gender) => entity.Gender == Gender.Unknown || entity.Gender == gender;
}
