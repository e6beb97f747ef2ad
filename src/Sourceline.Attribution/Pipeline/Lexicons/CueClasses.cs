using Sourceline.Attribution.Learning;
using Sourceline.Attribution.Pipeline.Spans;

namespace Sourceline.Attribution.Pipeline.Lexicons;

/// <summary>
/// Words that report speech, judgement, thought, wish or intent, in classes of like meaning: what a model learns of one word of a class
/// it can then use for the others. Only a hint to the model; no word of it attributes by itself.
/// </summary>
internal static class CueClasses
{
    /// <summary>The classes of words for speaking and writing; they stand first.</summary>
    private const uint Speech = 0b11_1111;

    private static readonly string[] Classes =
    [
        // speech
        "say said saying tell told state declare announce remark mention utter express voice proclaim pronounce report relate recount narrate describe inform notify brief apprise disclose reveal divulge "
            + "confide confess admit acknowledge concede avow profess swear swore testify attest certify verify vouch",
        "add continue repeat reiterate restate recall reminisce reflect note observe comment opine muse quip joke jest deadpan crack tweet blog post wrote write pen text email telegraph signal intimate hint imply insinuate suggest",
        "reply respond answer retort rejoin counter riposte rebut refute rebuff parry fire shot shoot snap interject interrupt chime",
        "shout yell scream cry cried bellow bark roar thunder exclaim whisper murmur mutter mumble sigh sob laugh chuckle giggle groan moan grumble growl snarl sneer scoff snort rant rave chant sing sang sung",
        // argument and stress
        "argue contend assert maintain insist affirm aver claim allege reason submit posit theorize postulate hypothesize speculate surmise conclude deduce infer explain clarify elaborate expound illustrate demonstrate justify rationalize",
        "emphasize emphasise stress underscore underline highlight accentuate caution warn alert remind forewarn advise counsel recommend prescribe suggest propose advocate exhort encourage implore beseech",
        // demand and question
        "ask inquire enquire question query wonder interrogate grill quiz press probe challenge demand request plead beg appeal petition call order command direct instruct urge require insist summon invite",
        // judgement against
        "criticize criticise condemn denounce decry deplore blast slam lambast lambaste bash attack assail rip hammer savage pan skewer excoriate castigate chastise chide rebuke reprimand scold admonish berate upbraid fault blame accuse charge indict allege deride ridicule mock taunt "
            + "lampoon disparage belittle demean denigrate insult malign smear vilify besmirch trash knock ding needle jab jeer heckle boo label brand dub call deem characterize portray paint cast liken compare equate",
        "complain protest object oppose resist reject dismiss deny denied disavow disown repudiate renounce dispute contest contradict disagree dissent discount doubt distrust mistrust suspect question regret bemoan lament bewail mourn rue resent lambast fume bristle balk",
        // judgement for
        "praise laud applaud commend compliment congratulate hail salute acclaim extol celebrate tout champion endorse support back defend embrace welcome cheer credit thank honor honour admire appreciate approve favor favour prefer like love adore enjoy respect trust",
        // thought
        "think thought believe consider deem judge reckon suppose assume presume suspect guess imagine envision envisage picture conceive feel felt sense view see saw seen regard perceive find found know knew known realize realise recognize understand understood remember forget forgot learn "
            + "interpret construe conclude decide determine resolve expect anticipate foresee predict project forecast estimate calculate figure doubt fear worry dread hope wish dream want desire crave need seek sought intend mean meant plan aim aspire vow pledge promise commit swear threaten threat offer agree consent accept refuse decline hesitate",
        // agreement and doubt
        "agree concur consent assent accept accede acquiesce confirm corroborate verify substantiate validate ratify uphold affirm rule find found hold held decide order determine",
        // showing
        "show shown indicate suggest reveal demonstrate prove reflect point signal mean imply estimate project find read list detail document outline cite quote reference refer mention allude invoke name identify rank rate score poll survey",
        // seeming
        "seem appear look sound tend likely expect suppose consider believe rumor rumour purport allege repute know known",
        // nouns of speech
        "statement remark comment speech address announcement declaration proclamation claim assertion allegation accusation charge report account testimony interview tweet post letter memo email message note reply response answer question word phrase quote line quip joke description explanation argument contention "
            + "suggestion proposal recommendation advice warning reminder promise pledge vow threat offer call appeal plea request demand order insistence denial admission acknowledgment confession revelation disclosure hint implication rumor rumour gossip slogan message narrative talk discussion debate conversation rhetoric",
        // nouns of judgement and thought
        "criticism praise support opposition objection condemnation rebuke attack insult complaint concern worry fear hope wish desire belief view opinion thought idea notion theory assumption expectation prediction forecast estimate assessment judgment judgement conclusion decision ruling verdict finding feeling sentiment "
            + "attitude stance position stand sense impression perception understanding knowledge awareness doubt skepticism scepticism suspicion distrust confidence faith conviction commitment intention plan goal aim vision dream preference interest enthusiasm disdain contempt hatred love admiration respect regret frustration outrage anger dismay disappointment surprise shock confusion approval disapproval backing endorsement defense defence agreement disagreement consensus dispute",
        // adjectives of mind
        "confident certain sure convinced optimistic hopeful pessimistic skeptical sceptical doubtful unsure uncertain worried concerned afraid fearful scared nervous anxious wary leery cautious eager keen anxious reluctant unwilling willing ready glad happy pleased thrilled delighted excited proud grateful thankful sorry sad upset angry furious outraged mad annoyed "
            + "frustrated disappointed dismayed disgusted appalled shocked stunned surprised amazed puzzled baffled confused critical supportive dismissive aware unaware mindful adamant clear emphatic explicit vocal outspoken candid blunt insistent",
        // light verbs with a noun of speech
        "make made take took taken give gave given issue issued deliver raise raised voice offer put lay laid draw drew drawn hold held share express pose posed throw threw level lodge file float air spread relay convey communicate send sent get got receive win won earn face hear heard",
    ];

    private static readonly Dictionary<uint, uint> ByStem = Build();

    /// <summary>The classes that a word belongs to, a bit each; 0 where it belongs to none.</summary>
    /// <param name="stem">The hash of the word's stem.</param>
    public static uint Of(uint stem) => ByStem.GetValueOrDefault(stem);

    /// <summary>Whether a word with these classes may be one of speaking or writing.</summary>
    public static bool IsSpeech(uint classes) => (classes & Speech) != 0;

    private static Dictionary<uint, uint> Build()
    {
        var classes = new Dictionary<uint, uint>();
        for (var i = 0; i < Classes.Length; i++)
        {
            foreach (var word in WordSet.Split(Classes[i]))
            {
                var stem = FeatureHash.Of(Stems.Of(word));
                classes[stem] = classes.GetValueOrDefault(stem) | 1u << i;
            }
        }

        return classes;
    }
}
