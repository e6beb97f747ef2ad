using System.Collections.Frozen;

namespace Sourceline.Attribution.Pipeline.Lexicons;

/// <summary>Nouns of things that speak: reports, filings, polls.</summary>
internal static class Documents
{
    public static readonly FrozenSet<string> Nouns = WordSet.Of(
        "report study survey poll polls letter filing filings statement documents document memo memorandum lawsuit complaint indictment affidavit ruling "
            + "verdict audit review data figures statistics census article story book paper draft transcript emails email e-mail records notice "
            + "analysis research paper investigation inquiry findings bulletin communique communiqué release reports studies surveys text decree "
            + "order order's warrant testimony log logs cable cables dossier newsletter tweet post editorial column petition autopsy diary diaries memoir memoirs biography autobiography textbook leaflet brochure prospectus circular guidelines contract contracts footage video recording recordings extract extracts excerpt excerpts law laws constitution treaty charter receipts list lists spreadsheet presentation slides handbook screenshot screenshots index advisory forecast "
            + "dispatch piece minutes summary papers"
    );
}
