using System.Globalization;
using System.Text;

namespace Sourceline.Bench;

/// <summary>Writes stories that nobody has written: about 2 KB each, with the sourcing that agency copy has, about places that are nowhere.</summary>
internal sealed class StoryWriter
{
    private static readonly string[] Sections =
    [
        "Politics",
        "Economy",
        "World",
        "Harbours",
        "Culture",
        "Science",
        "Sport",
        "Courts",
        "Weather",
        "Opinion",
    ];

    private static readonly string[] Titles =
    [
        "minister",
        "mayor",
        "governor",
        "spokeswoman",
        "spokesman",
        "director",
        "professor",
        "general",
        "engineer",
        "farmer",
        "captain",
        "judge",
        "economist",
        "diplomat",
    ];

    /// <summary>What the stories are about.</summary>
    public static readonly string[] Things =
    [
        "harbour",
        "budget",
        "bridge",
        "election",
        "treaty",
        "railway",
        "strike",
        "school",
        "hospital",
        "pipeline",
        "border",
        "ferry",
        "court",
        "harvest",
        "tax",
        "tariff",
        "airport",
        "police",
        "reservoir",
        "museum",
        "election law",
        "ceasefire",
        "power station",
        "fishing quota",
        "census",
        "loan",
        "vaccine",
        "highway",
        "flood wall",
        "language law",
        "parliament",
        "coal mine",
        "satellite",
        "archive",
        "festival",
        "drought",
        "refinery",
        "customs post",
        "university",
        "prison",
        "forest",
        "embassy",
        "currency",
        "inquiry",
        "shipyard",
        "tunnel",
        "market",
        "ministry",
    ];

    private static readonly string[] Deeds =
    [
        "approve",
        "delay",
        "close",
        "reopen",
        "sell",
        "inspect",
        "rebuild",
        "defend",
        "reject",
        "finance",
        "expand",
        "abandon",
        "investigate",
        "privatise",
        "restore",
        "postpone",
        "survey",
        "double",
        "halve",
        "protect",
        "reform",
        "audit",
        "evacuate",
        "connect",
        "guard",
        "blockade",
        "lease",
        "modernise",
        "suspend",
        "celebrate",
    ];

    private static readonly string[] Kinds =
    [
        "new",
        "northern",
        "disputed",
        "old",
        "costly",
        "secret",
        "joint",
        "coastal",
        "eastern",
        "long-awaited",
        "small",
        "central",
        "unfinished",
        "ancient",
        "western",
        "public",
    ];

    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private static readonly string[] Papers =
    [
        "Gazette",
        "Courier",
        "Ledger",
        "Herald",
        "Observer",
        "Mirror",
        "Tribune",
        "Post",
        "Echo",
        "Review",
    ];

    private static readonly string[] Bodies =
    [
        "Ministry of Transport",
        "Fisheries Board",
        "Central Bank",
        "Harbour Authority",
        "Statistics Office",
        "Court of Appeal",
        "Dockers' Union",
        "Chamber of Trade",
        "Weather Service",
        "Electoral Commission",
    ];

    private readonly Random _random;
    private readonly string[] _people = Names.Many(4000, 11);
    private readonly string[] _first = Names.Many(300, 12);
    private readonly string[] _places = Names.Many(2500, 13);
    private readonly string[] _rare = Names.Many(30000, 14);
    private readonly Zipf _person = new(4000);
    private readonly Zipf _place = new(2500);
    private readonly Zipf _paper = new(300);
    private readonly Zipf _thing = new(Things.Length, 0.7);
    private readonly Zipf _word = new(30000);

    /// <summary>A paper that some hundreds of 100,000 stories rest on.</summary>
    public static string KnownPaper => $"{Names.Many(2500, 13)[100]} {Papers[100 % Papers.Length]}";

    /// <summary>The paper on which the most stories rest: almost half of them.</summary>
    public static string FirstPaper => $"{Names.Many(2500, 13)[0]} {Papers[0]}";

    public StoryWriter(int seed) => _random = new Random(seed);

    /// <summary>Headline, lead, body and section of one story.</summary>
    public (string Headline, string Lead, string Body, string Section, string Byline) Next()
    {
        var (place, deed, thing) = (Place(), Names.Of(Deeds, _random), Thing());
        var headline = $"{place} to {deed} {Names.Of(Kinds, _random)} {thing} near {Place()}";
        var paper = Paper();
        var lead =
            $"{place} will {deed} its {thing} after {Number()} months of talks, the {paper} newspaper reported on {Names.Of(Days, _random)}.";
        var body = new StringBuilder();
        var speaker = Person();
        for (var paragraph = 0; paragraph < 7; paragraph++)
            body.Append("<p>").Append(Paragraph(paper, speaker)).Append("</p>");
        return (char.ToUpperInvariant(headline[0]) + headline[1..], lead, body.ToString(), Names.Of(Sections, _random), Person());
    }

    private string Paragraph(string paper, string speaker)
    {
        var words = new StringBuilder();
        for (var sentence = 0; sentence < 2 + _random.Next(2); sentence++)
            words.Append(Sentence(paper, speaker)).Append(' ');
        return words.ToString().TrimEnd();
    }

    private string Sentence(string paper, string speaker) =>
        _random.Next(12) switch
        {
            0 =>
                $"The {Thing()} in {Place()} would be {Names.Of(Kinds, _random)} by {1990 + _random.Next(50)}, {speaker}, a {Names.Of(Titles, _random)}, told the {Paper()}.",
            1 => $"“We will {Names.Of(Deeds, _random)} the {Thing()} before anybody asks for the {Word()},” {speaker.Split(' ')[^1]} said.",
            2 => $"According to the {Place()} {Names.Of(Bodies, _random)}, about {Number()} people in {Place()} depend on the {Thing()}.",
            3 =>
                $"The {Paper()}, citing a {Names.Of(Kinds, _random)} report by the {Place()} {Names.Of(Bodies, _random)}, said the {Thing()} had cost {Number()} million florins.",
            4 =>
                $"{Person()}, a {Names.Of(Titles, _random)} from {Place()}, denied on {Names.Of(Days, _random)} that the {Thing()} had been closed.",
            5 => $"The newspaper said, citing unnamed officials, that {Place()} had offered to {Names.Of(Deeds, _random)} the {Thing()}.",
            6 => $"He added that the {Word()} would not be part of any {Thing()} deal.",
            _ =>
                $"The {Names.Of(Kinds, _random)} {Thing()} at {Place()} stands between the {Word()} and the {Names.Of(Kinds, _random)} {Thing()} of {Place()}, which {Number()} visitors saw in {1950 + _random.Next(70)}.",
        };

    private string Person() => $"{_first[_random.Next(_first.Length)]} {_people[_person.Draw(_random)]}";

    private string Place() => _places[_place.Draw(_random)];

    private string Paper()
    {
        var rank = _paper.Draw(_random);
        return $"{_places[rank]} {Papers[rank % Papers.Length]}";
    }

    private string Thing() => Things[_thing.Draw(_random)];

    private string Word() => _rare[_word.Draw(_random)];

    private string Number() => (3 + _random.Next(900)).ToString(CultureInfo.InvariantCulture);
}
