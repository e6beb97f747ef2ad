using System.Collections.Frozen;

namespace Sourceline.Attribution.Pipeline.Lexicons;

/// <summary>Words that keep their full stop.</summary>
internal static class Abbreviations
{
    /// <summary>Titles: a name follows, so no sentence ends here.</summary>
    public static readonly FrozenSet<string> BeforeName = WordSet.Of(
        "mr mrs ms dr prof sen rep gov gen col lt maj sgt capt cmdr adm pres st rev hon fr sr supt insp det amb atty"
    );

    public static readonly FrozenSet<string> All = WordSet.Of(
        "st mr mrs ms dr prof sen rep gov gen col lt maj sgt capt cmdr adm pres rev hon sr supt insp det amb atty jr "
            + "inc corp ltd co bros vs jan feb aug sept oct nov dec dept univ assn approx"
    );
}
