using System.Collections.Frozen;

namespace Sourceline.Attribution.Pipeline.Lexicons;

/// <summary>The verbs that attribute in English, each with its forms. <c>lemma:past</c> where the past is irregular.</summary>
internal static class CueVerbs
{
    private const string Saying =
        "say:said add note report announce explain argue acknowledge insist warn state reply respond recall conclude admit confirm allege assert "
        + "maintain contend tweet write:wrote stress emphasize emphasise declare predict joke quip reveal indicate complain caution reiterate "
        + "remark observe comment disclose concede testify recount muse lament claim counter retort opine underline underscore caution suggest "
        + "counsel elaborate clarify boast tell:told specify vow:vowed swear:swore repeat exclaim point go";

    private const string Telling = "tell:told inform remind assure notify warn";

    private const string Showing = "show:showed find:found estimate forecast mention hint argue demonstrate";

    private const string Thinking =
        "believe think:thought hope fear expect suspect doubt feel:felt consider know:knew understand:understood learn";

    private const string Promising = "vow pledge promise threaten offer propose agree";

    private const string Asking = "urge ask order";

    private const string Judging =
        "criticize criticise praise denounce condemn accuse dismiss reject deny dispute refute rebut disavow demand describe call blame defend endorse question mock slam blast "
        + "propose cite hail welcome decry tout oppose recommend advocate";

    private const string Quoting = "continue read:read begin:began ask demand cry:cried shout yell whisper laugh wonder conclude";

    private static readonly FrozenDictionary<string, CueVerb> Forms = Build();

    public static CueVerb? Find(string lower) => Forms.GetValueOrDefault(lower);

    private static FrozenDictionary<string, CueVerb> Build()
    {
        var forms = new Dictionary<string, CueVerb>(StringComparer.Ordinal);
        Add(forms, Saying, Complement.Clause | Complement.Bare, true, .87);
        Add(forms, Showing, Complement.Clause | Complement.Bare, false, .7);
        Add(forms, Thinking, Complement.Clause | Complement.Bare, false, .6);
        Add(forms, "rule", Complement.Clause, false, .7);
        Add(forms, Promising, Complement.Clause | Complement.Infinitive, false, .75);
        Add(forms, Judging, Complement.Object, false, .68);
        Add(forms, "expect forecast predict urge", Complement.Object, false, .6);
        Add(forms, Asking, Complement.Infinitive | Complement.Addressee, false, .68);
        Add(forms, Quoting, Complement.None, false, .6);
        Add(forms, Telling, Complement.Clause | Complement.Bare | Complement.Addressee, true, .87);
        return forms.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void Add(Dictionary<string, CueVerb> forms, string words, Complement takes, bool strong, double weight)
    {
        foreach (var word in WordSet.Split(words))
        {
            var parts = word.Split(':');
            var lemma = parts[0].Split(' ')[0];
            Put(forms, lemma, new CueVerb(lemma, VerbForm.Base, takes, strong, weight));
            Put(forms, EnglishForms.Third(lemma), new CueVerb(lemma, VerbForm.Third, takes, strong, weight));
            Put(forms, EnglishForms.Gerund(lemma), new CueVerb(lemma, VerbForm.Gerund, takes, strong, weight));
            Put(forms, parts.Length > 1 ? parts[1] : EnglishForms.Past(lemma), new CueVerb(lemma, VerbForm.Past, takes, strong, weight));
        }
    }

    /// <summary>A verb of two classes takes what either takes.</summary>
    private static void Put(Dictionary<string, CueVerb> forms, string form, CueVerb verb)
    {
        if (forms.TryGetValue(form, out var known) && known.Lemma == verb.Lemma)
            verb = verb with
            {
                Takes = known.Takes | verb.Takes,
                Strong = known.Strong || verb.Strong,
                Weight = Math.Max(known.Weight, verb.Weight),
            };
        forms[form] = verb;
    }
}
