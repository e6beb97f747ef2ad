using System.Collections.Frozen;

namespace Sourceline.Attribution.Pipeline.Lexicons;

/// <summary>Words that make a name, or a plain noun, an organisation.</summary>
internal static class Organisations
{
    public static readonly FrozenSet<string> Nouns = WordSet.Of(
        "ministry department agency council committee party university college school bank corp corp. inc inc. ltd ltd. company co co. firm court police army navy "
            + "union association institute commission office group hospital foundation federation organization organisation government administration "
            + "authority authorities service senate congress parliament assembly cabinet board bureau center centre league club team trust charity church "
            + "fund society alliance coalition campaign tribunal military force forces command guard embassy mission regime opposition movement "
            + "pentagon kremlin house hall museum observatory laboratory airline airport port railway operator regulator watchdog utility exchange syndicate "
            + "ministries prosecutors'_office firms companies banks council's consortium brigade battalion fleet secretariat chamber network airlines motors "
            + "industries holdings partners capital energy foods pharmaceuticals systems technologies works mills prosecution defense defence "
            + "judiciary legislature treasury coastguard fire_service brewery dairy orchestra theatre airforce laboratories survey headquarters mayor's_office steel shipping electric insurance logistics retail media_group gmbh ag plc llc sa aviation petroleum mining telecom electronics rail staff"
    );

    /// <summary>What stands behind a body's name and is no part of it: "the Red Dawn group".</summary>
    public static readonly FrozenSet<string> Groups = WordSet.Of(
        "group movement militia militants rebels company firm airline party club union bank insurgents guerrillas chain brand cartel sect"
    );

    /// <summary>Last words of the names of companies.</summary>
    public static readonly FrozenSet<string> CompanyTails = WordSet.Of(
        "corp corp. inc inc. ltd ltd. company co co. group holdings airlines motors industries partners capital energy foods pharmaceuticals systems technologies works mills brewery dairy "
            + "laboratories railway airline bank firm steel shipping electric insurance logistics retail gmbh ag plc llc sa aviation petroleum mining telecom electronics"
    );

    /// <summary>What a company is called when it is named again.</summary>
    public static readonly FrozenSet<string> CompanyNouns = WordSet.Of(
        "company firm group business manufacturer maker carmaker automaker chipmaker drugmaker retailer airline lender supplier developer operator startup conglomerate giant bank"
    );

    /// <summary>Last words of the names of sports clubs.</summary>
    public static readonly FrozenSet<string> ClubTails = WordSet.Of(
        "athletic united rovers wanderers rangers albion fc f.c. rfc afc mariners hotspur argyle villa harriers thistle"
    );

    public static readonly FrozenSet<string> Known = WordSet.Of(
        "nato un u.n. united_nations who eu e.u. european_union imf world_bank fbi cia nsa nasa opec wto unicef unesco hamas hezbollah taliban kremlin "
            + "pentagon white_house state_department justice_department supreme_court federal_reserve fed congress senate amnesty_international human_rights_watch "
            + "red_cross red_crescent fifa uefa google apple amazon facebook twitter microsoft tesla boeing airbus gazprom rosneft toyota volkswagen "
            + "european_commission islamic_state interpol europol democrats republicans gop dnc rnc"
    );

    /// <summary>Countries and capitals, which stand for their governments where they speak.</summary>
    public static readonly FrozenSet<string> Places = WordSet.Of(
        "russia ukraine china india iran iraq israel syria turkey türkiye egypt jordan lebanon yemen qatar afghanistan pakistan tajikistan kyrgyzstan uzbekistan "
            + "kazakhstan turkmenistan georgia armenia azerbaijan belarus poland germany france spain italy portugal britain england scotland wales ireland "
            + "norway sweden finland denmark netherlands belgium austria switzerland hungary romania bulgaria greece serbia croatia japan korea taiwan "
            + "vietnam thailand indonesia malaysia philippines australia canada mexico brazil argentina chile colombia venezuela cuba peru nigeria kenya "
            + "ethiopia sudan somalia libya algeria morocco tunisia america us u.s. usa uk u.k. united_states united_kingdom saudi_arabia north_korea south_korea "
            + "moscow washington kyiv kiev beijing tehran london paris berlin brussels ankara kabul islamabad delhi new_delhi riyadh tokyo seoul pyongyang "
            + "jerusalem damascus baghdad cairo minsk warsaw budapest rome madrid vienna geneva new_york"
    );

    public static readonly FrozenSet<string> Demonyms = WordSet.Of(
        "russian ukrainian chinese indian iranian iraqi israeli syrian turkish egyptian afghan pakistani tajik kyrgyz uzbek kazakh georgian armenian "
            + "azerbaijani belarusian polish german french spanish italian portuguese british english scottish welsh irish norwegian swedish finnish danish "
            + "dutch belgian austrian swiss hungarian romanian bulgarian greek serbian croatian japanese korean taiwanese vietnamese thai indonesian "
            + "malaysian australian canadian mexican brazilian argentine chilean colombian venezuelan cuban nigerian kenyan ethiopian sudanese somali libyan "
            + "algerian moroccan tunisian american european african asian arab soviet western saudi palestinian u.s. us uk u.k. american qatari lebanese yemeni "
            + "democratic republican conservative labour"
    );
}
