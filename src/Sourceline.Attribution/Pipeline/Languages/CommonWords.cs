using System.Collections.Frozen;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Languages;

/// <summary>
/// The commonest small words of languages in Latin letters: of those that are read, and of their neighbours, which would otherwise be taken for
/// them. Letters that few languages have count as words do.
/// </summary>
internal static class CommonWords
{
    /// <summary>So many first tokens are looked at, some thousand characters.</summary>
    public const int Sample = 200;

    private static readonly (string Language, string Words, string Letters)[] Known =
    [
        (
            LanguageDetector.English,
            "the of and to a an said says was were has have with for is are had by that he she reported according told on at would we you they this not his her but it be no who when from will as its been after",
            ""
        ),
        (
            "fr",
            "le la les des une un et est dans que qui du au aux pour par sur avec il elle nous ce cette ces en de ne pas son sa ses ont lors où a à été plus",
            "éèêëàâùûîïôçœ"
        ),
        (
            "de",
            "der die das des und ist nicht ein eine einen einer mit von dem den im zu auf für sagte wird werde sich hat in am an als wir aus bei vor wurde wurden nach",
            "äöüß"
        ),
        ("es", "el la los las una un y es en que del para por con se su dijo al fue ha lo no de a este esta sobre hay más", "áéíóúñ¿¡"),
        ("it", "il lo la gli le un una e è di che non per con del della dei delle ha sono al alla nel quando su dal si ma i", "àèéìòù"),
        ("pt", "o a os as um uma e é de que não do da dos das em no na por para com foi ao à se mais sobre ou pela pelo", "áâãàçéêíóôõú"),
        ("ca", "el la els les un una i és de que no del dels al a amb per va van ha en quan seu", "àèéíòóúç·"),
        ("nl", "de het een en in is van dat niet op te voor met zijn naar door aan zei bij ook werd er wordt uit tot als", "ëï"),
        ("sv", "och att det som en ett i är på av för inte med till den har de om när från före var", "åäö"),
        ("da", "og at det som en et i er på af for ikke med til den har de om da fra før var ved", "åæø"),
        ("pl", "i w na z że się nie jest do od o po przez przed dla ma jak za został zostały", "ąćęłńóśźż"),
        ("cs", "a v na s ze že se je do od o po pro před jak za byl byla které který", "áčďéěíňóřšťúůýž"),
        ("ro", "și în la de pe cu că nu este un o a au fost din spre pentru când va al ale", "ăâîșțşţ"),
        ("tr", "ve bir bu da de için ile olarak olan gibi daha çok sonra kadar ne", "çğıöşü"),
        ("hu", "a az és egy hogy nem is volt meg ki el van csak még mint de", "áéíóöőúüű"),
        ("fi", "ja on ei että se oli hän ovat mutta kun ennen myös tai", "äö"),
        ("id", "dan yang di ke dari untuk dengan ini itu tidak akan pada adalah atas sebelum", ""),
        ("sq", "e të në dhe për me një që nga se është më i", "ëç"),
        ("vi", "và của các là không cho được trong một những với sẽ trước", "ăâđêôơưạảấầẩậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"),
    ];

    private static readonly FrozenDictionary<string, int[]> Places = Known
        .SelectMany((k, i) => k.Words.Split(' ').Distinct().Select(word => (word, i)))
        .GroupBy(p => p.word, p => p.i, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    private static readonly FrozenDictionary<char, int[]> LetterPlaces = Known
        .SelectMany((k, i) => k.Letters.Select(letter => (letter, i)))
        .GroupBy(p => p.letter, p => p.i)
        .ToFrozenDictionary(g => g.Key, g => g.ToArray());

    private static readonly FrozenSet<string> Russian = WordSet.Of(
        "и в во не на что с со по из от до за о об при для к ко у а но как он она они это все так его её их было был была были будет год года лет мы я же ли бы после перед сказал заявил"
    );

    /// <summary>Bulgarian and Macedonian, in letters that Russian has too.</summary>
    private static readonly FrozenSet<string> OfNeighbours = WordSet.Of(
        "се да ще няма са който която това беше бяха през върху преди каза съм ова кога към"
    );

    /// <summary>How many common words and letters each language has among the first words of a text; a language without a word has none.</summary>
    public static int[] Count(Document document)
    {
        var words = new int[Known.Length];
        var letters = new int[Known.Length];
        for (var i = 0; i < Math.Min(Sample, document.Tokens.Count); i++)
        {
            var lower = document[i].Lower;
            if (Places.TryGetValue(lower, out var places))
                Add(words, places);
            foreach (var letter in lower)
            {
                if (letter > 'z' && LetterPlaces.TryGetValue(letter, out var languages))
                    Add(letters, languages);
            }
        }

        // Names bring foreign letters into any text, but no small words.
        for (var k = 0; k < words.Length; k++)
            words[k] += words[k] > 0 ? letters[k] : 0;
        return words;
    }

    public static bool Knows(string language) => Array.Exists(Known, k => k.Language == language);

    public static int Of(string language, int[] counts) => counts[Array.FindIndex(Known, k => k.Language == language)];

    /// <summary>The language with the most, or those that are level.</summary>
    public static List<string> Most(int[] counts)
    {
        var most = counts.Max();
        return [.. Known.Where((_, k) => counts[k] == most).Select(k => k.Language)];
    }

    /// <summary>Whether a text in letters that Russian has is Russian, and not that of a neighbour.</summary>
    public static bool IsRussian(Document document)
    {
        int russian = 0,
            others = 0;
        foreach (var token in document.Tokens.Take(Sample))
        {
            russian += Russian.Contains(token.Lower) || token.Lower.AsSpan().ContainsAny('ы', 'э', 'ё') ? 1 : 0;
            others += OfNeighbours.Contains(token.Lower) ? 1 : 0;
        }

        return russian >= others;
    }

    private static void Add(int[] counts, int[] places)
    {
        foreach (var place in places)
            counts[place]++;
    }
}
