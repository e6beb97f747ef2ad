using System.Collections.Frozen;

namespace Sourceline.Attribution.Pipeline.Lexicons;

/// <summary>Nouns for people by what they do, and which general ones may stand for which.</summary>
internal static class Roles
{
    public static readonly FrozenSet<string> Nouns = WordSet.Of(
        "president minister secretary chancellor premier senator representative congressman congresswoman lawmaker governor mayor deputy "
            + "ambassador envoy diplomat consul official officials spokesman spokeswoman spokesperson chief commander general colonel captain "
            + "lieutenant sergeant major admiral director chairman chairwoman chair head leader officer officers executive ceo manager coach captain player "
            + "striker defender goalkeeper midfielder analyst analysts economist economists strategist expert experts scientist scientists "
            + "researcher researchers professor doctor doctors nurse surgeon physician lawyer lawyers attorney attorneys prosecutor prosecutors judge justice "
            + "magistrate defendant witness witnesses victim suspect plaintiff detective inspector superintendent sheriff constable "
            + "author co-author writer editor reporter journalist columnist correspondent teacher principal student students pupil parent mother "
            + "father son daughter brother sister wife husband widow neighbor neighbour neighbors neighbours resident residents villager villagers "
            + "farmer farmers fisherman worker workers driver pilot engineer engineers architect activist activists campaigner campaigners "
            + "candidate aide aides adviser advisers advisor advisors counterpart king queen prince princess pope bishop cardinal imam rabbi "
            + "priest founder co-founder owner partner investor investors trader traders banker shareholder boss source sources person people man woman "
            + "men women boy girl critic critics supporter supporters opponent opponents insider insiders operative strategists veteran "
            + "soldier soldiers fighter militant rebel rebels speaker vice-president treasurer councillor councilor councilman councilwoman "
            + "commissioner chairperson publicist representative representatives biologist geologist meteorologist forecaster forecasters seismologist "
            + "astronomer physicist chemist historian curator artist actor actress singer director producer chef baker survivor survivors "
            + "referee umpire trainer manager medic paramedic rescuer rescuers firefighter warden ranger guard guards harbourmaster harbormaster master stationmaster headmaster headmistress "
            + "democrat democrats republican republicans conservatives liberals voter voters pollster pollsters delegate delegates user users "
            + "observers monitors negotiator negotiators mediator counsel barrister solicitor clerk registrar dean provost chancellor rector "
            + "eyewitness eyewitnesses bystander passenger passengers customer customers client hunter diver skipper shopkeeper landlord tenant tenants "
            + "those others someone somebody everyone everybody anyone nobody historian treasurer monk nun chairmen spokesmen directors ministers "
            + "secretary-general vice chief-of-staff attorney-general ally allies colleague colleagues friend friends relative relatives family "
            + "leaders commanders executives managers judges police_officer teammate teammates opponent rival rivals host guest guests author authors "
            + "headteacher goalkeeper mp mps mep meps collector sheikh emir sultan ayatollah mufti pastor archbishop rabbi undersecretary ombudsman auditor brigadier marshal corporal politician statesman critic "
            + "botanist zoologist ecologist epidemiologist virologist psychologist psychiatrist sociologist anthropologist archaeologist mathematician statistician oceanographer glaciologist "
            + "volcanologist hydrologist entomologist paleontologist palaeontologist neuroscientist pharmacist dentist midwife vet veterinarian plumber electrician carpenter builder mechanic "
            + "barber grocer butcher bartender waiter waitress cleaner winger keeper jockey cyclist swimmer runner boxer golfer rider sprinter skier cricketer bowler novelist poet playwright "
            + "composer conductor dancer filmmaker photographer designer sculptor painter musician comedian organiser organizer volunteer tourist traveller refugee migrant evacuee inmate "
            + "prisoner detainee hostage gunman shepherd herder rancher grower winemaker brewer miner logger docker commuter motorist shopper"
    );

    /// <summary>Words of a title that are no role noun of their own.</summary>
    public static readonly FrozenSet<string> TitleWords = WordSet.Of(
        "mr. mrs. ms. mr mrs ms miss dr. dr prof. prof sir dame lord lady sen. rep. gov. gen. col. lt. maj. sgt. capt. cmdr. adm. pres. rev. hon. "
            + "supt. insp. det. amb. atty. vice deputy prime foreign first assistant acting former senior chief interim interior defense defence finance "
            + "health education justice energy transport home press attorney lead head managing executive honorary associate special under "
            + "high general police fire team club company late ex-president then-president lance brigadier rear field fellow environment "
            + "agriculture trade labor labour culture sports tourism economy district junior principal permanent regional state federal national"
    );

    public static readonly FrozenSet<string> HeTitles = WordSet.Of(
        "mr mr. headmaster sir lord spokesman chairman king prince father son brother husband actor congressman councilman businessman fisherman priest bishop pope imam"
    );

    public static readonly FrozenSet<string> SheTitles = WordSet.Of(
        "mrs mrs. ms ms. miss dame lady spokeswoman chairwoman queen princess mother daughter sister wife widow actress congresswoman councilwoman businesswoman nun"
    );

    /// <summary>What a general word may mean: a diplomat may be a foreign minister or an ambassador.</summary>
    private static readonly FrozenDictionary<string, FrozenSet<string>> Kinds = new Dictionary<string, FrozenSet<string>>
    {
        ["diplomat"] = WordSet.Of("ambassador envoy consul foreign"),
        ["official"] = WordSet.Of(
            "minister secretary spokesman spokeswoman spokesperson director commissioner chief mayor governor ambassador administrator"
        ),
        ["executive"] = WordSet.Of("ceo chairman chairwoman president director"),
        ["lawyer"] = WordSet.Of("attorney counsel barrister solicitor"),
        ["attorney"] = WordSet.Of("lawyer counsel"),
        ["officer"] = WordSet.Of("inspector superintendent sergeant captain lieutenant detective constable commander colonel major chief"),
        ["commander"] = WordSet.Of("general colonel captain admiral major"),
        ["scientist"] = WordSet.Of("biologist geologist astronomer physicist chemist seismologist professor researcher"),
        ["researcher"] = WordSet.Of("biologist geologist astronomer physicist chemist seismologist professor scientist"),
        ["expert"] = WordSet.Of("professor analyst economist scientist researcher"),
        ["politician"] = WordSet.Of("senator minister mayor governor president lawmaker leader"),
        ["lawmaker"] = WordSet.Of("senator representative congressman congresswoman deputy"),
        ["leader"] = WordSet.Of("president premier chancellor chairman chairwoman"),
        ["doctor"] = WordSet.Of("surgeon physician professor dr dr."),
        ["spokesperson"] = WordSet.Of("spokesman spokeswoman"),
        ["manager"] = WordSet.Of("coach"),
        ["coach"] = WordSet.Of("manager trainer"),
        ["councillor"] = WordSet.Of("councilor"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether a reference by <paramref name="noun"/> may mean somebody whose role is <paramref name="role"/>.</summary>
    public static bool Fits(string noun, string role)
    {
        var words = role.ToLowerInvariant().Split([' ', '-', ','], StringSplitOptions.RemoveEmptyEntries);
        return words.Contains(noun) || (Kinds.TryGetValue(noun, out var kinds) && words.Any(kinds.Contains));
    }
}
