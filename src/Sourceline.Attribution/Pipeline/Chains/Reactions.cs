using Sourceline.Attribution.Pipeline.Clauses;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Chains;

/// <summary>Knows who speaks of the report and so not in it: "A spokesman denied the report", "the minister had not read the article".</summary>
internal static class Reactions
{
    public static bool Is(Reader reader, CueClause clause)
    {
        if (clause.Verb?.Lemma is "confirm" or "deny" or "dismiss" or "reject" or "dispute")
            return true;
        foreach (var content in clause.Content)
        {
            for (var at = content.First + 1; at < content.End; at++)
            {
                if (reader[at].Is("comment") && reader[at - 1].Lower is "not" or "to" or "no")
                    return true;
                if (
                    reader[at].Lower is "report" or "article" or "story"
                    && reader[at - 1].Is("the")
                    && (at + 1 >= content.End || !reader[at + 1].Is("of"))
                )
                    return true;
            }
        }

        return false;
    }
}
