using System.Collections.Frozen;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Names;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Chains;

/// <summary>
/// Which outlet's report a place in the story still belongs to. A story that opens on an outlet's report is a report of that report:
/// what follows came through the same hands until another outlet takes over, the text turns elsewhere, or it is too far away.
/// A story that opens on sources of its own carries nothing.
/// </summary>
internal sealed class CarriedContext
{
    private const int Reach = 4;
    private const double Nearest = .75;
    private const double Fading = .08;

    private static readonly FrozenSet<string> Turns = WordSet.Of("separately elsewhere meanwhile");

    private List<List<CarriedHop>> _paths = [];
    private List<List<CarriedHop>> _heard = [];
    private readonly HashSet<Entity> _inReport = [];
    private readonly HashSet<string> _nouns = new(StringComparer.Ordinal);
    private bool _ownSources;

    /// <summary>The hands, nearest first; several lists where several outlets report the same. Empty where nothing is carried.</summary>
    public IReadOnlyList<IReadOnlyList<CarriedHop>> Paths => _paths;

    /// <summary>Ends the context where a paragraph turns elsewhere or lies too far from the outlet's last mention.</summary>
    public void EnterParagraph(Document document, int paragraph)
    {
        if (_heard.Count > 0 && paragraph - _heard[0][0].Paragraph > 1)
            _heard = [];
        if (_paths.Count == 0)
            return;
        var opening = document[document.ParagraphList[paragraph].First].Lower;
        if (Turns.Contains(opening) || paragraph - _paths[0][0].Paragraph > Reach)
            _paths = [];
    }

    public static double Confidence(CarriedHop hand, int paragraph) =>
        Nearest - (Fading * Math.Clamp(paragraph - hand.Paragraph, 0, Reach));

    /// <summary>The hand that an outlet has in the report that goes on; null where it has none.</summary>
    public CarriedHop? HandOf(Entity outlet)
    {
        foreach (var path in _paths)
        {
            if (path.Find(h => h.Entity == outlet) is { } hand)
                return hand;
        }

        return null;
    }

    /// <summary>The hands before an outlet that the text names again; null where it is a new one.</summary>
    public IReadOnlyList<CarriedHop>? Before(Entity outlet)
    {
        foreach (var path in _paths)
        {
            var at = path.FindIndex(h => h.Entity == outlet);
            if (at >= 0)
                return path[..at];
        }

        return null;
    }

    /// <summary>
    /// The hands that what <paramref name="speaker"/> says came through. Whom another outlet heard goes on through that one, and in the
    /// rest of that paragraph nobody else is taken for the report's.
    /// </summary>
    public List<List<CarriedHop>> For(Entity? speaker, int paragraph)
    {
        if (_heard.Count > 0 && _heard[0][0].OnlyFor == speaker)
            return _heard;
        return _heard.Count > 0 && _heard[0][0].Paragraph == paragraph
            ? []
            : _paths.FindAll(p => p[0].OnlyFor is null || p[0].OnlyFor == speaker);
    }

    /// <summary>
    /// Whether somebody belongs to the report that goes on: its words named that one, or the outlet heard that one. Who is new to the text
    /// after the report speaks to whoever writes it.
    /// </summary>
    public bool Knows(Entity entity) => _inReport.Contains(entity);

    /// <summary>Whether the report cited somebody unnamed, or a document, of this noun: "the documents" after "citing documents".</summary>
    public bool Knows(string noun) => _nouns.Contains(noun);

    /// <summary>Whether a person may be one whom the report cited without a name: "a senior diplomat", and then "Deputy Foreign Minister Ole Brand".</summary>
    public bool MayKnow(Entity person, string? role) =>
        _nouns.Any(noun => person.Fits(noun) || (role is not null && Lexicons.Roles.Fits(noun, role)));

    /// <summary>Takes in whom a report names or has heard.</summary>
    public void Name(Entity entity) => _inReport.Add(entity);

    /// <summary>Takes in the noun of somebody unnamed whom the report cites.</summary>
    public void Name(string noun) => _nouns.Add(noun);

    /// <summary>Ends the report: the text has turned to what others say.</summary>
    public void End()
    {
        _paths = [];
        _heard = [];
        Forget();
    }

    /// <summary>An outlet's report begins. What one person told one outlet does not end the report of another.</summary>
    public void Enter(List<List<CarriedHop>> paths)
    {
        if (paths[0][0].OnlyFor is not null && _paths.Count > 0 && _paths[0][0].OnlyFor is null)
        {
            _heard = paths;
            return;
        }

        if (_paths.Count == 0 && _ownSources)
            return;
        _heard = [];
        _paths = paths;
        Forget();
    }

    private void Forget()
    {
        _inReport.Clear();
        _nouns.Clear();
    }

    /// <summary>Keeps the context near: the outlet was named again at this paragraph.</summary>
    public void Refresh(Entity outlet, int paragraph)
    {
        foreach (var path in _paths.Where(p => p.Exists(h => h.Entity == outlet)))
        {
            for (var i = 0; i < path.Count; i++)
                path[i] = path[i] with { Paragraph = paragraph };
        }
    }

    /// <summary>A source of the story's own was cited before any outlet.</summary>
    public void SawOwnSource() => _ownSources |= _paths.Count == 0;
}
